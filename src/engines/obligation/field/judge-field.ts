import { isSelected } from '../../../syntax/token/token-place.ts';
import type { Node, SelectorExpr } from '../../../syntax/ast.ts';
import { walk } from '../../../syntax/walk.ts';
import { step } from '../../../findings/step.ts';
import { after, pointAt } from '../../../flow/paths.ts';
import { initialisesPackage, runsOnce } from '../../../model/code/lifetime.ts';
import type { Constraint } from '../../../model/build/build-constraint.ts';
import type { DeclInfo, TypeName } from '../../../model/info.ts';
import { isEntityName } from '../../../model/names/entity-name.ts';
import { fieldOwner, methodOf } from '../../../model/types/members.ts';
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
import { isExported } from '../../../syntax/is-exported.ts';

/** What the whole package does with the fields of one name, whoever they belong to: names are told apart no further. */
interface FieldUses {
  readonly released: boolean;
  /** Whether anything but releases, plain uses and assignments was seen: then somebody else may release it. */
  readonly escapes: boolean;
  /** A place that receives from the field's channel, behind which its function may end. */
  read(): { readonly node: Node; readonly info: DeclInfo } | undefined;
}

/**
 * Judges a resource that is put into a field: does anything in the package ever release that field, and does its owner
 * live to see it?
 */
export function judgeField(
  acquisition: Acquisition,
  holder: Extract<Holder, { kind: 'field' }>,
  context: Context,
): Verdict | undefined {
  const { info, call } = acquisition;
  const func = info.enclosingFunc(call);
  const { keptByLibrary, held } = context.rule;
  // An exported field may be released by any other package. Package-level initialisers live as long as the process.
  if (acquisition.lookalike || (isExported(holder.field) && !keptByLibrary) || !func) return undefined;
  if (runsOnce(func, info, context.model) || initialisesPackage(func, info, context.model)) return undefined;
  const type = typeOf(holder.owner, info, context.model);
  const uses = fieldUses(holder.field, fieldOwner(type, holder.field), context, info);
  if (uses.escapes || uses.released) return undefined;
  const read = uses.read();
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
      ...(keptByLibrary && isExported(holder.field) ? { relief: 'others-may' } : {}),
    }),
    steps: [
      step('acquired', call, info),
      ...(read?.info.file === info.file ? [step('reads', read.node, read.info)] : []),
    ],
  };
}

/** Whether the owner is, by its name, one of many that come and go: of a database or a server there may be only one. */
function isOneOfMany(type: Type, { rule }: Context): boolean {
  const ends = ['Close', 'Stop', 'Shutdown', 'close', 'stop', 'shutdown'];
  const isEntity = isEntityName(typeString(dereferenced(type)), rule.registry?.entities ?? []);
  return isEntity && ends.some((name) => methodOf(type, name) !== undefined);
}

/** One use of a field of some name; nothing but releases, uses, reads and assignments is an escape. */
interface FieldUse {
  readonly selector: SelectorExpr;
  readonly info: DeclInfo;
  readonly meaning: 'release' | 'read' | 'escape';
  /** The type that has the field, where that shows. */
  owner?: { readonly type: TypeName | undefined };
}

/**
 * Generated code has thousands of types whose fields are called alike: each name is looked for once from files that are
 * built alike.
 */
const known = new WeakMap<Context, Map<Constraint, Map<string, readonly FieldUse[]>>>();

/**
 * What is done with a field of a type: of another type's field of that name it counts for nothing, of an unknown type's
 * it may be this one.
 */
function fieldUses(field: string, owner: TypeName | undefined, context: Context, from: DeclInfo): FieldUses {
  const uses = usesOfName(field, context, from).filter((use) => mayBeOf(owner, use, context));
  let found: { readonly read: FieldUse | undefined } | undefined;
  return {
    released: uses.some(({ meaning }) => meaning === 'release'),
    escapes: uses.some(({ meaning }) => meaning === 'escape'),
    read() {
      found ??= {
        read: uses.find(({ meaning, selector, info }) => meaning === 'read' && canEndAfter(selector, info, context)),
      };
      return found.read && { node: found.read.selector, info: found.read.info };
    },
  };
}

function usesOfName(field: string, context: Context, from: DeclInfo): readonly FieldUse[] {
  const ofContext = known.get(context) ?? new Map<Constraint, Map<string, readonly FieldUse[]>>();
  known.set(context, ofContext);
  const alike = ofContext.get(from.file.constraint) ?? new Map<string, readonly FieldUse[]>();
  ofContext.set(from.file.constraint, alike);
  const uses =
    alike.get(field)
    ?? selecting(field, from, context).flatMap((info) =>
      selectorsOf(field, info).flatMap((selector): FieldUse[] => {
        const meaning = fieldMeaning(selector, info, context);
        return meaning === 'use' ? [] : [{ selector, info, meaning }];
      }),
    );
  alike.set(field, uses);
  return uses;
}

function mayBeOf(owner: TypeName | undefined, use: FieldUse, { model }: Context): boolean {
  if (!owner) return true;
  use.owner ??= { type: fieldOwner(typeOf(use.selector.x, use.info, model), use.selector.sel.name) };
  const { type } = use.owner;
  // A type that is declared by the name of another one has its fields, and its values may be converted.
  return (
    type === undefined || type.spec === owner.spec || [type, owner].some(({ spec }) => spec.type.kind !== 'StructType')
  );
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

function fieldMeaning(
  selector: SelectorExpr,
  info: DeclInfo,
  { rule }: Context,
): 'release' | 'read' | 'use' | 'escape' {
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
