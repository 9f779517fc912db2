import { deferCall } from '../../../edits/defer-call.ts';
import { resultAssignment } from '../../../edits/result-assignment.ts';
import type { Fact } from '../../../findings/fact.ts';
import type { Fix } from '../../../findings/finding.ts';
import type { DeclInfo, Var } from '../../../model/info.ts';
import { callRole, useOf } from '../../../model/code/use.ts';
import type { Expr, Ident, Node } from '../../../syntax/ast.ts';
import type { Obligation } from '../rule.ts';
import type { Acquisition } from '../find/acquisition.ts';
import type { Context } from '../context.ts';
import { isLocalUse } from '../hold/holder.ts';
import { identOf } from '../hold/ident-of.ts';

/**
 * The findings that a deferred release can end: of the others the resource has no variable of its own, or a second
 * owner.
 */
const mendable: ReadonlySet<Fact['kind']> = new Set(['missed-exit', 'each-pass']);

/**
 * `defer v.Release()` directly after the acquisition, or at the beginning of the goroutine that alone uses the
 * resource. Certain where
 * - a statement of its own gives it to a local variable that never gets another value (the defer takes the value it
 *   finds), and an error that comes with it is tested in the next statement;
 * - nobody else can have it: each use is a release or plain use of one function (or of its own channel variable), and
 *   nothing hands it, or its channel, to a call, a closure that is kept, a field or a result;
 * - `deferCall` knows the place: not in a loop, and so on.
 */
export function deferredRelease(acquisition: Acquisition, fact: Fact, context: Context): Fix | undefined {
  const { call, info, result } = acquisition;
  const { rule } = context;
  if (call.kind !== 'CallExpr' || !mendable.has(fact.kind)) return undefined;
  const assignment = resultAssignment(call, result, info);
  const variable = assignment && identOf(assignment.target, info);
  if (!variable || variable.role !== 'local' || variable.func !== info.enclosingFunc(call)) return undefined;
  const own = plainUses(info.usesOf(variable).filter((ident) => ident !== assignment.target), info, context);
  const others = companionUses(assignment.others, info);
  if (!own || !others) return undefined;
  const uses = [...own, ...others];
  // Only a variable that each run declares anew belongs to the goroutine that this run starts.
  const isShared = !assignment.declares && uses.some((use) => info.enclosingFunc(use) !== variable.func);
  const code = releaseOf(variable, rule);
  const edit = isShared ? undefined : deferCall(assignment.ready, uses, code, info);
  return edit && { kind: 'defer', call: code, edits: [edit] };
}

/** `t.Stop()`; `cancel()` where the resource is a function that is to be called. */
function releaseOf({ name }: Var, { release: [method] }: Obligation): string {
  return method === undefined ? `${name}()` : `${name}.${method}()`;
}

/**
 * The places that need what came with the resource (the context of a cancel function), if only its methods are called.
 */
function companionUses(others: readonly Ident[], info: DeclInfo): readonly Node[] | undefined {
  const uses = others.flatMap((ident) => {
    const variable = identOf(ident, info);
    return variable ? info.usesOf(variable).filter((use) => use !== ident) : [];
  });
  const isCalled = (ident: Ident): boolean => {
    const use = useOf(ident, info);
    return use.kind === 'method-call' && callRole(use.call, info) === undefined && isLocalUse(useOf(use.call, info));
  };
  return others.every((ident) => identOf(ident, info)?.role === 'local') && uses.every(isCalled) ? uses : undefined;
}

/** All places that need the resource, if each of them only uses or releases it there. */
function plainUses(idents: readonly Ident[], info: DeclInfo, context: Context): readonly Node[] | undefined {
  const places = idents.map((ident) => placesOf(ident, info, context));
  return places.every((each) => each !== undefined) ? places.flat() : undefined;
}

function placesOf(ident: Ident, info: DeclInfo, { rule }: Context): readonly Node[] | undefined {
  const use = useOf(ident, info);
  switch (use.kind) {
    case 'method-call':
      if (rule.release.includes(use.name)) return callRole(use.call, info) === 'goroutine' ? undefined : [ident];
      return rule.uses.includes(use.name) && callRole(use.call, info) === undefined ? [ident] : undefined;
    case 'selected':
      return rule.uses.includes(use.name) ? partPlaces(use.selector, info) : undefined;
    case 'called':
      return rule.release.length === 0 && callRole(use.call, info) !== 'goroutine' ? [ident] : undefined;
    case 'compared':
      return [ident];
    case 'stored':
      return use.target.kind === 'Ident' && use.target.name === '_' ? [ident] : undefined;
    default:
      return undefined;
  }
}

/** A part such as `t.C`, received from where it stands, or by way of a local variable. */
function partPlaces(selector: Expr, info: DeclInfo): readonly Node[] | undefined {
  const use = useOf(selector, info);
  if (isLocalUse(use)) return [selector];
  const alias = use.kind === 'stored' ? identOf(use.target, info) : undefined;
  return alias?.role === 'local' && isOnlyReceived(alias, info) ? [selector, ...info.usesOf(alias)] : undefined;
}

function isOnlyReceived(alias: Var, info: DeclInfo): boolean {
  return info.usesOf(alias).every((ident) => {
    const use = useOf(ident, info);
    return isLocalUse(use) || use.kind === 'assigned';
  });
}
