import type { Remedy } from '../../../findings/resource.ts';
import type { Path } from '../../../flow/paths.ts';
import { resultTargets } from '../../../model/code/assignment.ts';
import type { DeclInfo, FuncNode, Var } from '../../../model/info.ts';
import { lineOf } from '../../../model/line-of.ts';
import { loopAround } from '../../../model/code/loop-around.ts';
import { calleeOf } from '../../../model/types/type-of.ts';
import { useOf } from '../../../model/code/use.ts';
import type { Node } from '../../../syntax/ast.ts';
import type { Acquisition } from '../find/acquisition.ts';
import { returnsWrapper } from '../meaning/borrower.ts';
import type { Duty } from '../ways/duty.ts';
import type { Context } from '../context.ts';
import { identOf } from '../hold/ident-of.ts';
import { holdingsOf } from '../meaning/meaning.ts';
import { outlives } from './outlives.ts';
import { waysOutOf } from './way-out.ts';

/** Where the release belongs, so that it is right for this code; `missed` are the ways out that lack it. */
export function remedyOf(missed: readonly Path[], subject: Duty): Remedy {
  const { acquisition, func, effects: { effects, handedOn } } = subject;
  const { info, call } = acquisition;
  if (handedOn.length > 0) return { kind: 'ways-out', ways: waysOutOf(missed, subject) };
  if (isForLonger(acquisition, subject) || isRead(subject)) return { kind: 'with-owner' };
  if (loopAround(call, info)) return { kind: 'in-pass', ways: waysOutOf(missed, subject) };
  const late = effects.find(
    ({ kind, node }) => (kind === 'deferred' || kind === 'late-deferred') && isOutermost(node, func, info),
  );
  return late ? { kind: 'move-defer', line: lineOf(late.node.pos, info) } : { kind: 'defer' };
}

/**
 * Whether a return gives a wrapper that goes on reading it, `return bufio.NewReader(resp.Body)`; what has read it does
 * not.
 */
function isRead({ variable, acquisition: { info }, context }: Duty): boolean {
  return (
    context.rule.part !== undefined
    && holdingsOf(variable, info, context).some(({ hold, uses }) =>
      uses.some(({ ident }) => {
        if (hold === 'wrapper') return useOf(ident, info).kind === 'returned';
        const use = useOf(ident, info);
        const held =
          hold === 'whole' && use.kind === 'selected' && use.name === context.rule.part
            ? useOf(use.selector, info)
            : use;
        if (held.kind !== 'argument' || useOf(held.call, info).kind !== 'returned') return false;
        const callee = calleeOf(held.call, info, context.model);
        return callee?.kind === 'Foreign' && returnsWrapper(callee.name);
      }),
    )
  );
}

/** Whether a statement stands in the list of statements that is the body of a function. */
function isOutermost(statement: Node, func: FuncNode, info: DeclInfo): boolean {
  const block = info.parent(statement);
  return block !== undefined && info.parent(block) === func;
}

/** Where the release belongs of what nobody holds. */
export function remedyWithoutHolder(acquisition: Acquisition, func: FuncNode | undefined, context: Context): Remedy {
  if (func && isForLonger(acquisition, { func, context })) return { kind: 'with-owner' };
  return loopAround(acquisition.call, acquisition.info) ? { kind: 'in-pass', ways: [] } : { kind: 'defer' };
}

/** Whether what came with a function that releases is used by something that outlives the function. */
export function isForLonger(
  acquisition: Acquisition,
  { func, context: { rule } }: Pick<Duty, 'func' | 'context'>,
): boolean {
  const companion = rule.held === 'function' ? companionOf(acquisition) : undefined;
  return companion !== undefined && outlives(companion, func, acquisition.info);
}

/** The variable that is given the first result: the context beside its cancel function. */
export function companionOf({ call, info }: Acquisition): Var | undefined {
  const [first, ...others] = resultTargets(call, info);
  return first && others.length > 0 ? identOf(first, info) : undefined;
}
