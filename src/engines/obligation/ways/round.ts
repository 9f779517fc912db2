import type { Evidence } from '../../../findings/evidence.ts';
import { step } from '../../../findings/step.ts';
import { loopOften } from '../../../flow/loop-often.ts';
import type { Path } from '../../../flow/paths.ts';
import type { DeclInfo, Var } from '../../../model/info.ts';
import type { Node } from '../../../syntax/ast.ts';
import { someNode } from '../../../syntax/walk.ts';
import { lineOf } from '../../../model/line-of.ts';
import { loopAround } from '../../../model/code/loop-around.ts';
import { identOf } from '../hold/ident-of.ts';
import type { Duty } from './duty.ts';
import { declaresVariable } from './duty.ts';
import { isCovered, isDerived, isSameInEachPass } from '../remedy/next-value.ts';
import { staleDefer, staleVerdict } from '../judge/stale-defer.ts';
import type { Verdict } from '../verdict.ts';
import { branchesBefore, evidenceOf, resourceOf } from '../verdict.ts';
import { releaseDecisions } from './ways-out.ts';

/**
 * Whether a way round surely loses a resource in each pass of a loop: it leads back to the acquisition itself, and the
 * variable is new in each pass, or nothing in the loop lets a pass leave the acquisition out. Otherwise it may happen
 * only once, and a way out says more.
 */
export function losesEachPass(round: Path, subject: Duty): boolean {
  const { acquisition: { info, call }, variable, node } = subject;
  if (round.hit !== node || isLastKept(round, subject)) return false;
  return declaresVariable(subject) || isNewInLoop(variable, call, info) || !isConditionalInLoop(call, info);
}

/** `if try < tries-1 { resp.Body.Close() }`: the value of the last pass, which the counter tells, is kept on purpose. */
function isLastKept({ blocks }: Path, subject: Duty): boolean {
  const { acquisition: { info, call } } = subject;
  const loop = loopAround(call, info);
  const targets = loop?.kind === 'ForStmt' && loop.init?.kind === 'AssignStmt' ? loop.init.lhs : [];
  const counters = targets.flatMap((target) => identOf(target, info) ?? []);
  if (counters.length === 0) return false;
  const decides = releaseDecisions(subject);
  const body = loop?.body.pos ?? 0;
  return blocks.some((block) => block.cond && block.cond.pos > body && decides(block) && someNode(block.cond, (node) =>
    node.kind === 'Ident' && counters.some((counter) => info.objectOf(node) === counter)));
}

/** Whether each pass of the innermost loop around a node has a variable of its own. */
export function isNewInLoop(variable: Var, node: Node, info: DeclInfo): boolean {
  const loop = loopAround(node, info);
  return loop !== undefined && loop.pos <= variable.ident.pos && variable.ident.end <= loop.end;
}

/**
 * Whether a pass of the innermost loop around a node may leave it out. What a select waits for is evaluated in each
 * pass.
 */
export function isConditionalInLoop(node: Node, info: DeclInfo): boolean {
  const loop = loopAround(node, info);
  let child = node;
  for (let at = info.parent(node); at && at !== loop; child = at, at = info.parent(at)) {
    if (at.kind === 'IfStmt' || at.kind === 'CaseClause' || (at.kind === 'CommClause' && child !== at.comm))
      return true;
  }
  return false;
}

/** The way leads back to the acquisition, or to where the variable is given another value, with the duty unmet. */
export function roundVerdict(round: Path, subject: Duty): Verdict {
  const { acquisition, variable, context, node } = subject;
  const { info, call } = acquisition;
  const stale = staleDefer(subject);
  if (stale) return staleVerdict(stale, subject);
  const resource = resourceOf(acquisition, variable.name, context);
  const way = [step('acquired', call, info), ...branchesBefore(round, call.pos, info)];
  const end = round.hit ?? node;
  if (end !== node) {
    return {
      fact: {
        kind: 'overwritten', resource, line: lineOf(end.pos, info),
        derived: isDerived(end, acquisition), covered: isCovered(end, subject),
      },
      evidence: evidenceOf(acquisition),
      steps: [...way, step('overwritten', end, info)],
    };
  }
  const loop = loopAround(call, info) ?? call;
  const fact = {
    kind: 'each-pass', resource, line: lineOf(loop.pos, info),
    oneWillDo: resource.withError === undefined && isSameInEachPass(acquisition), derived: isDerived(node, acquisition),
  } as const;
  return { fact, evidence: evidenceOf(acquisition, roundEvidence(subject)), steps: [...way, step('loop', loop, info)] };
}

/** How often the loop around an acquisition comes back to it, and whether anything releases what it acquires. */
function roundEvidence({
  acquisition: { info, call },
  effects: { effects },
  context: { model },
}: Duty): Pick<Evidence, 'often' | 'ways'> {
  const loop = loopAround(call, info);
  return {
    often: loop ? loopOften(loop, info, model) : 'unknown',
    ways: effects.every(({ kind }) => kind === 'overwritten') ? 'all' : 'some',
  };
}
