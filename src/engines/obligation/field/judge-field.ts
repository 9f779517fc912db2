import { isSelected } from '../../../syntax/token/token-place.ts';
import type { Node, SelectorExpr } from '../../../syntax/ast.ts';
import { walk } from '../../../syntax/walk.ts';
import { step } from '../../../findings/step.ts';
import { after, pointAt } from '../../../flow/paths.ts';
import { initialisesPackage, runsOnce } from '../../../model/code/lifetime.ts';
import type { Constraint } from '../../../model/build/build-constraint.ts';
import type { DeclInfo } from '../../../model/info.ts';
import { isEntityName } from '../../../model/names/entity-name.ts';
import { methodOf } from '../../../model/types/members.ts';
import type { Type } from '../../../model/types/type.ts';
import { dereferenced, typeString } from '../../../model/types/type.ts';
import { typeOf } from '../../../model/types/type-of.ts';
import { useOf } from '../../../model/code/use.ts';
import type { Acquisition } from '../find/acquisition.ts';
import type { Context } from '../context.ts';
import type { Holder } from '../hold/holder.ts';
import { isLocalUse } from '../hold/holder.ts';
import type { Verdict } from '../verdict.ts';
import { allPaths, evidenceOf, resourceOf } from '../verdict.ts';

/** What the whole package does with the fields of one name, whoever they belong to: names are told apart no further. */
interface FieldUses {
  readonly released: boolean;
  /** Whether anything but releases, plain uses and assignments was seen: then somebody else may release it. */
  readonly escapes: boolean;
  /** A place that receives from the field's channel, behind which its function may end. */
  read(): { readonly node: Node; readonly info: DeclInfo } | undefined;
}

/** Judges a resource that is put into a field: does anything in the package ever release that field, and does its owner live to see it? */
export function judgeField(acquisition: Acquisition, holder: Extract<Holder, { kind: 'field' }>, context: Context): Verdict | undefined {
  const { info, call } = acquisition;
  const func = info.enclosingFunc(call);
  const { keptByLibrary, held } = context.rule;
  // An exported field may be released by any other package. Package-level initialisers live as long as the process.
  if (acquisition.lookalike || (/^\p{Lu}/u.test(holder.field) && !keptByLibrary) || !func) return undefined;
  if (runsOnce(func, info, context.model) || initialisesPackage(func, info, context.model)) return undefined;
  const uses = fieldUses(holder.field, context, info);
  if (uses.escapes || uses.released) return undefined;
  const read = uses.read();
  const type = typeOf(holder.owner, info, context.model);
  if ((!read && !keptByLibrary && held !== 'function') || !type) return undefined;
  return {
    fact: {
      kind: 'field-never-released',
      resource: resourceOf(acquisition, undefined, context),
      field: holder.field,
      type: typeString(dereferenced(type)),
    },
    evidence: evidenceOf(acquisition, {
      beliefs: [keptByLibrary && isOneOfMany(type, context) ? 'one-of-many' : 'nobody-else-releases'],
      // Who has the owner may stop what is in an exported field.
      ...(keptByLibrary && /^\p{Lu}/u.test(holder.field) ? { relief: 'others-may' } : {}),
    }),
    steps: [step('acquired', call, info), ...(read?.info.file === info.file ? [step('reads', read.node, read.info)] : [])],
  };
}

/** Whether the owner is, by its name, one of many that come and go: of a database or a server there may be only one. */
function isOneOfMany(type: Type, { rule }: Context): boolean {
  const ends = ['Close', 'Stop', 'Shutdown', 'close', 'stop', 'shutdown'];
  const isEntity = isEntityName(typeString(dereferenced(type)), rule.registry?.entities ?? []);
  return isEntity && ends.some((name) => methodOf(type, name) !== undefined);
}

/** Generated code has thousands of types whose fields are called alike: each name is looked for once from files that are built alike. */
const known = new WeakMap<Context, Map<Constraint, Map<string, FieldUses>>>();

function fieldUses(field: string, context: Context, from: DeclInfo): FieldUses {
  const ofContext = known.get(context) ?? new Map<Constraint, Map<string, FieldUses>>();
  known.set(context, ofContext);
  const alike = ofContext.get(from.file.constraint) ?? new Map<string, FieldUses>();
  ofContext.set(from.file.constraint, alike);
  const uses = alike.get(field) ?? lookForUses(field, context, from);
  alike.set(field, uses);
  return uses;
}

function lookForUses(field: string, context: Context, from: DeclInfo): FieldUses {
  let released = false;
  let escapes = false;
  const reads: { node: Node; info: DeclInfo }[] = [];
  for (const info of selecting(field, from, context)) {
    for (const selector of selectorsOf(field, info)) {
      const meaning = fieldMeaning(selector, info, context);
      if (meaning === 'release') released = true;
      else if (meaning === 'read') reads.push({ node: selector, info });
      else if (meaning === 'escape') escapes = true;
    }
  }
  let found: { readonly read: (typeof reads)[number] | undefined } | undefined;
  const read = (): (typeof reads)[number] | undefined =>
    (found ??= { read: reads.find((each) => canEndAfter(each.node, each.info, context)) }).read;
  return { released, escapes, read };
}

/** The declarations that select a field of that name: a local variable may be called like it. */
function selecting(field: string, { file }: DeclInfo, { model }: Context): readonly DeclInfo[] {
  return model.declarationsUsing(field, file, isSelected);
}

function selectorsOf(field: string, info: DeclInfo): readonly SelectorExpr[] {
  const found: SelectorExpr[] = [];
  walk(info.decl, (node) => {
    if (node.kind === 'SelectorExpr' && node.sel.name === field) found.push(node);
  });
  return found;
}

function fieldMeaning(selector: SelectorExpr, info: DeclInfo, { rule }: Context): 'release' | 'read' | 'use' | 'escape' {
  const use = useOf(selector, info);
  if (rule.held === 'function' && use.kind === 'called') return 'release';
  if (use.kind === 'method-call' || use.kind === 'selected') {
    // A method value (`defer f(s.ticker.Stop)`) is as good as a call.
    if (rule.release.includes(use.name)) return 'release';
    if (!rule.uses.includes(use.name)) return 'escape';
    if (use.kind === 'method-call') return 'use';
    return isLocalUse(useOf(use.selector, info)) ? 'read' : 'escape';
  }
  return use.kind === 'assigned' || use.kind === 'compared' ? 'use' : 'escape';
}

function canEndAfter(node: Node, info: DeclInfo, { cfgs }: Context): boolean {
  const func = info.enclosingFunc(node);
  const cfg = func && cfgs.of(func, info);
  const point = cfg && pointAt(cfg, node);
  return point !== undefined && allPaths(after(point)).length > 0;
}
