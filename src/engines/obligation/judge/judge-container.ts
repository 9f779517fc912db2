import type { CallExpr, Expr } from '../../../syntax/ast.ts';
import { walk } from '../../../syntax/walk.ts';
import { namesEntity } from '../../../model/names/entity-name.ts';
import { initialisesPackage, runsOnce } from '../../../model/code/lifetime.ts';
import { matchesName } from '../../../model/names/name-pattern.ts';
import type { DeclInfo, Var } from '../../../model/info.ts';
import { dereferenced, typeString } from '../../../model/types/type.ts';
import { calleeOf, typeOf } from '../../../model/types/type-of.ts';
import { useOf } from '../../../model/code/use.ts';
import { shownText } from '../../../model/text-of.ts';
import type { Acquisition } from '../find/acquisition.ts';
import type { Context } from '../context.ts';
import { unregisters } from '../find/released-by-name.ts';
import type { Verdict } from '../verdict.ts';
import { step } from '../../../findings/step.ts';
import { evidenceOf, resourceOf } from '../verdict.ts';

/** A place among many: `container[key]`, or `container.Set(key, …)`. */
interface Slot {
  readonly container: Expr;
  readonly key: Expr;
}

/**
 * Judges a resource that its library keeps alive and that goes into a map or cache under a key: entries leave such a
 * container, or are one for each of many things, while nothing in the package ever releases what was in it.
 */
export function judgeContainer(
  acquisition: Acquisition,
  variable: Var | undefined,
  context: Context,
): Verdict | undefined {
  const { info, call } = acquisition;
  const { rule, model } = context;
  const func = info.enclosingFunc(call);
  if (!rule.keptByLibrary || !func || runsOnce(func, info, model) || initialisesPackage(func, info, model))
    return undefined;
  const slot = variable ? slotOfVariable(variable, info, context) : slotOf(call, info);
  if (!slot || releasesAnything(context) || unregisters(context)) return undefined;
  if (!isDeletedFrom(slot.container, context) && !namesEntity(slot.key, rule.registry?.entities ?? [], info, model))
    return undefined;
  const container = shownText(slot.container, info);
  return {
    fact: { kind: 'container-never-released', resource: resourceOf(acquisition, variable?.name, context), container },
    evidence: evidenceOf(acquisition),
    steps: [step('acquired', call, info), step('kept', slot.container, info)],
  };
}

/** Where all a variable does is to be used and put into one container: anything else may release it. */
function slotOfVariable(variable: Var, info: DeclInfo, { rule }: Context): Slot | undefined {
  const slots: Slot[] = [];
  for (const ident of info.usesOf(variable)) {
    const use = useOf(ident, info);
    const slot = slotOf(ident, info);
    if (slot) slots.push(slot);
    else if (
      use.kind === 'method-call'
        ? !rule.uses.includes(use.name)
        : !['compared', 'assigned', 'returned'].includes(use.kind)
    )
      return undefined;
  }
  return slots[0];
}

function slotOf(value: Expr, info: DeclInfo): Slot | undefined {
  const use = useOf(value, info);
  if (use.kind === 'stored' && use.target.kind === 'IndexExpr') {
    const [key] = use.target.indices;
    return key && { container: use.target.x, key };
  }
  return use.kind === 'argument' && use.index === 1 ? slotOfCall(use.call) : undefined;
}

/** The methods by which sync.Map and the caches take a value under a key. */
function slotOfCall({ fun, args: [key] }: CallExpr): Slot | undefined {
  if (fun.kind !== 'SelectorExpr' || !key) return undefined;
  return /^(?:Set|SetDefault|SetWithTTL|Add|Store|Put)$/.test(fun.sel.name) ? { container: fun.x, key } : undefined;
}

/** Whether something in the package releases a value that is, or may be, such a resource. */
function releasesAnything({ rule, model }: Context): boolean {
  return rule.release.some((word) => model.declarationsUsing(word).some((info) => {
    let found = false;
    walk(info.decl, (node) => {
      if (node.kind !== 'SelectorExpr' || node.sel.name !== word) return;
      const type = dereferenced(typeOf(node.x, info, model));
      const isOther =
        type?.kind === 'Named' || (type?.kind === 'Foreign' && !matchesName(typeString(type), [rule.type].flat()));
      if (!isOther) found = true;
    });
    return found;
  }));
}

/** Whether entries are deleted somewhere: `delete(c, k)` or `c.Delete(k)` on a container of that name. */
function isDeletedFrom(container: Expr, { model }: Context): boolean {
  const name = lastName(container);
  if (name === undefined) return false;
  return model.declarationsUsing(name).some((info) => {
    let found = false;
    walk(info.decl, (node) => {
      if (node.kind !== 'CallExpr') return;
      const callee = node.fun.kind === 'Ident' ? calleeOf(node, info, model) : undefined;
      const isBuiltin =
        callee?.kind === 'Foreign'
        && callee.name === 'delete'
        && node.args[0] !== undefined
        && lastName(node.args[0]) === name;
      const isMethod =
        node.fun.kind === 'SelectorExpr'
        && /^(?:Delete|Remove|LoadAndDelete)$/.test(node.fun.sel.name)
        && lastName(node.fun.x) === name;
      if (isBuiltin || isMethod) found = true;
    });
    return found;
  });
}

function lastName(expr: Expr): string | undefined {
  if (expr.kind === 'SelectorExpr') return expr.sel.name;
  return expr.kind === 'Ident' ? expr.name : undefined;
}
