import { branches } from '../../../findings/branches.ts';
import type { Relief } from '../../../findings/evidence.ts';
import type { Draft } from '../../../findings/finding.ts';
import { locate } from '../../../findings/locate.ts';
import { step } from '../../../findings/step.ts';
import { guards } from '../../../flow/guards.ts';
import type { Path } from '../../../flow/paths.ts';
import { after, entryOf, findPaths, pointAt } from '../../../flow/paths.ts';
import { rootVar } from '../../../model/names/entity-name.ts';
import type { DeclInfo, TypeName, Var } from '../../../model/info.ts';
import { lineOf } from '../../../model/line-of.ts';
import { fieldOwner } from '../../../model/types/members.ts';
import { shownText, textOf } from '../../../model/text-of.ts';
import { typeOf } from '../../../model/types/type-of.ts';
import type { Use } from '../../../model/code/use.ts';
import { callRole, literalRole, useOf } from '../../../model/code/use.ts';
import type { Expr, Node, SelectorExpr, Stmt } from '../../../syntax/ast.ts';
import { isSelected } from '../../../syntax/token/token-place.ts';
import { someNode, walk } from '../../../syntax/walk.ts';
import type { Acquisition } from '../find/acquisition.ts';
import type { Context } from '../context.ts';
import { holderOf } from '../hold/holder.ts';
import { meaningOf } from '../meaning/meaning.ts';
import { evidenceOf, resourceOf } from '../verdict.ts';
import { isExported } from '../../../syntax/is-exported.ts';
import { isWithin } from '../../../syntax/span.ts';

/** A field of a type of the package that is given what was acquired, and nothing else has it. */
interface OwnField {
  readonly acquisition: Acquisition;
  readonly name: string;
  readonly owner: TypeName;
  readonly selectors: readonly Selection[];
}

/** One use of a field. */
interface Selection {
  readonly selector: SelectorExpr;
  readonly info: DeclInfo;
  readonly meaning: 'release' | 'use' | 'assigned' | 'escape';
}

/**
 * Fields that are given nil, or another value, while what they hold is in use: the function has used it before, on a
 * way that does not release it. Only of fields that the package releases elsewhere, and hands to nobody.
 */
export function emptiedFields(
  found: readonly Acquisition[],
  context: Context,
  relief: Relief | undefined,
): readonly Draft[] {
  const { anyUse, part, ofReceiver, uses, held } = context.rule;
  const isFollowed = anyUse || (uses.includes('Reset') && held === undefined && !context.rule.expires);
  if (!isFollowed || part !== undefined || ofReceiver) return [];
  const fields = new Map<string, OwnField>();
  for (const acquisition of found) {
    const field = acquisition.lookalike || acquisition.owner ? undefined : fieldOf(acquisition, context);
    if (field) fields.set(`${field.owner.spec.pos} ${field.name}`, field);
  }
  return [...fields.values()].flatMap((field) => draftsOf(field, context, relief));
}

function fieldOf(acquisition: Acquisition, context: Context): OwnField | undefined {
  const { info } = acquisition;
  const target = targetOf(acquisition, context);
  const name = target?.sel.name ?? '';
  const owner = target && fieldOwner(typeOf(target.x, info, context.model), name);
  if (!owner || isExported(name) || owner.info.file.package !== context.model) return undefined;
  const selectors = context.model
    .declarationsUsing(name, owner.info.file, isSelected)
    .flatMap((each) => selectionsIn(each, name, owner, context));
  const isOwn =
    selectors.every(({ meaning }) => meaning !== 'escape') && selectors.some(({ meaning }) => meaning === 'release');
  return isOwn ? { acquisition, name, owner, selectors } : undefined;
}

/** The field that gets what was acquired, at once or by way of a variable that nobody else gets. */
function targetOf({ call, result, info }: Acquisition, context: Context): SelectorExpr | undefined {
  const holder = holderOf(call, result, info, context.rule);
  if (holder.kind === 'field') {
    const use = useOf(call, info);
    const stmt = use.kind === 'stored' ? info.parent(use.target) : undefined;
    const target = stmt?.kind === 'AssignStmt' ? stmt.lhs[result] : undefined;
    return target?.kind === 'SelectorExpr' ? target : undefined;
  }
  if (holder.kind !== 'variable' || !info.usesOf(holder.variable).some((ident) => isPutInField(useOf(ident, info))))
    return undefined;
  let found: SelectorExpr | undefined;
  const isSole = info.usesOf(holder.variable).every((ident) => {
    const use = useOf(ident, info);
    if (use.kind === 'stored' && use.target.kind === 'SelectorExpr' && !found) found = use.target;
    else return meaningOf(ident, info, context).kind === 'use' || use.kind === 'assigned';
    return true;
  });
  return isSole ? found : undefined;
}

function isPutInField(use: Use): boolean {
  return use.kind === 'stored' && use.target.kind === 'SelectorExpr';
}

function selectionsIn(info: DeclInfo, name: string, owner: TypeName, context: Context): readonly Selection[] {
  const found: Selection[] = [];
  walk(info.decl, (node) => {
    if (node.kind !== 'SelectorExpr' || node.sel.name !== name) return;
    const itsOwner = fieldOwner(typeOf(node.x, info, context.model), name);
    if (itsOwner && itsOwner.spec !== owner.spec) return;
    found.push({ selector: node, info, meaning: itsOwner ? selectionMeaning(node, info, context) : 'escape' });
  });
  return found;
}

function selectionMeaning(selector: SelectorExpr, info: DeclInfo, context: Context): Selection['meaning'] {
  if (useOf(selector, info).kind === 'assigned') return 'assigned';
  const { kind } = meaningOf(selector, info, context);
  if (kind === 'release' || kind === 'deferred-release' || isTakenOut(selector, info, context)) return 'release';
  return kind === 'use' ? 'use' : 'escape';
}

/**
 * `f := s.file`, of which the function does nothing but use and release it: so fields are emptied before they are
 * released.
 */
function isTakenOut(selector: SelectorExpr, info: DeclInfo, context: Context): boolean {
  const use = useOf(selector, info);
  const variable = use.kind === 'stored' && use.target.kind === 'Ident' ? info.objectOf(use.target) : undefined;
  if (variable?.kind !== 'Var' || variable.role !== 'local') return false;
  const stmt = info.parent(selector);
  // In `f, s.file = s.file, f` the field is given what the variable held before.
  const later = info
    .usesOf(variable)
    .filter((ident) => info.parent(ident) !== stmt && useOf(ident, info).kind !== 'assigned');
  const kinds = later.map((ident) => meaningOf(ident, info, context).kind);
  return kinds.some((each) => each === 'release' || each === 'deferred-release')
    && kinds.every((each) => each === 'release' || each === 'deferred-release' || each === 'use');
}

function draftsOf(field: OwnField, context: Context, relief: Relief | undefined): readonly Draft[] {
  const { acquisition, selectors } = field;
  const ends = context.rule.anyUse && context.model.name === 'main' ? 'program-ends' : undefined;
  return selectors
    .filter(({ meaning, info }) => meaning === 'assigned' && info.file.report)
    .flatMap((site): Draft[] => {
      const way = wayTo(site, field, context);
      if (!way) return [];
      const { selector, info } = site;
      const resource = resourceOf(acquisition, shownText(selector, info), context);
      return [
        {
          rule: context.rule.id,
          evidence: evidenceOf(acquisition, { relief: relief ?? ends }),
          location: locate(info.file.source, selector),
          fact: { kind: 'overwritten', resource, line: lineOf(selector.pos, info), derived: false, covered: true },
          steps: [...branches(way, info), step('overwritten', selector, info)],
        },
      ];
    });
}

/** A way from a use of what the field holds to an assignment that loses it. */
function wayTo({ selector, info }: Selection, { selectors, name }: OwnField, context: Context): Path | undefined {
  const func = info.enclosingFunc(selector);
  const cfg = func && context.cfgs.of(func, info);
  const point = cfg && pointAt(cfg, selector);
  const target = point?.block.nodes[point.index];
  const root = rootVar(selector, info);
  const text = textOf(selector, info);
  const here = selectors.filter((each) => each.info === info && !isOfLastValue(each));
  const isPlain = here.every((each) => info.enclosingFunc(each.selector) === func && !isDeferred(each));
  if (!cfg || !target || !root || !isPlain || saysClosed(selector, info) || isMadeOfOld(target, name)) return undefined;
  const mentions = (node: Node, meaning: Selection['meaning']): boolean => here.some((each) =>
    each.meaning === meaning && isWithin(each.selector, node) && textOf(each.selector, info) === text);
  const ends = (node: Stmt | Expr): boolean => mentions(node, 'release') || mentions(node, 'assigned');
  const search = {
    node: (node: Stmt | Expr) => {
      if (node === target) return 'hit';
      return ends(node) || callsOwner(node, root, name, info, context) ? 'cut' : 'pass';
    },
    feasible: (cond: Expr, value: boolean) => {
      if (isNilTestOf(cond, text, info)) return value === (cond.kind === 'BinaryExpr' && cond.op === '!=');
      return !value || !asksClosed(cond, text, info);
    },
  } as const;
  const opening = openers(selectors);
  const opens = (node: Stmt | Expr): boolean => info.usesOf(root).every((ident) => {
    const use = isWithin(ident, node) ? useOf(ident, info) : undefined;
    return use === undefined || (use.kind === 'method-call' && opening.has(use.name));
  });
  const uses = cfg.places.filter(
    ({ node }) => node !== target && mentions(node, 'use') && !ends(node) && !isNilTestOf(node, text, info),
  );
  for (const place of uses) {
    // What has been closed before can still be asked for its name; a method that only opens it has not closed it.
    const toUse = {
      ...search,
      node: (node: Stmt | Expr) => {
        if (node === place.node) return 'hit';
        return node === target || ends(node) || (callsOwner(node, root, name, info, context) && !opens(node))
          ? 'cut'
          : 'pass';
      },
    } as const;
    const isOpen = findPaths(entryOf(cfg), toUse);
    const way = isOpen.some((path) => path.hit) ? findPaths(after(place), search).find((path) => path.hit) : undefined;
    if (way) return way;
  }
  return undefined;
}

/** The functions that give the field a value, and release nothing of it. */
function openers(selectors: readonly Selection[]): ReadonlySet<string> {
  const releasing = new Set(selectors.filter(({ meaning }) => meaning === 'release').map(({ info }) => info));
  const giving = selectors.filter(({ meaning, info }) => meaning === 'assigned' && !releasing.has(info));
  return new Set(giving.flatMap(({ info: { decl } }) => (decl.kind === 'FuncDecl' ? [decl.name.name] : [])));
}

/** Whether what is assigned is made of what was there: `s.conn = tls.Client(s.conn, config)`. */
function isMadeOfOld(stmt: Stmt | Expr, name: string): boolean {
  return (
    stmt.kind !== 'AssignStmt'
    || stmt.rhs.some((value) => someNode(value, (node) => node.kind === 'SelectorExpr' && node.sel.name === name))
  );
}

/** Whether a deferred literal releases it: the value that the field has in the end. */
function isOfLastValue({ selector, info, meaning }: Selection): boolean {
  const func = info.enclosingFunc(selector);
  return meaning === 'release' && func?.kind === 'FuncLit' && literalRole(func, info) === 'deferred';
}

function isDeferred({ selector, info }: Selection): boolean {
  const use = useOf(selector, info);
  return use.kind === 'method-call' && callRole(use.call, info) !== undefined;
}

/** Whether the assignment stands where an error has said that the resource is closed. */
function saysClosed(selector: Expr, info: DeclInfo): boolean {
  return guards(selector, info).some(({ text }) => /closed/i.test(text));
}

/** Whether a node gives the owner away, or calls a method of it that has to do with the field. */
function callsOwner(node: Node, root: Var, name: string, info: DeclInfo, { model }: Context): boolean {
  return info.usesOf(root).some((ident) => {
    if (!isWithin(ident, node)) return false;
    const use = useOf(ident, info);
    if (use.kind === 'selected' || use.kind === 'compared') return false;
    if (use.kind !== 'method-call') return true;
    return model.mentions(name, info.file, isSelected).some(({ declaration }) => declaration.name === use.name);
  });
}

function isNilTestOf(cond: Node, text: string, info: DeclInfo): boolean {
  return cond.kind === 'BinaryExpr' && (cond.op === '==' || cond.op === '!=') && textOf(cond.x, info) === text
    && cond.y.kind === 'Ident' && cond.y.name === 'nil';
}

/** `s.conn.IsClosed()`, whose answer true says that nothing is left to release. */
function asksClosed(cond: Expr, text: string, info: DeclInfo): boolean {
  return (
    cond.kind === 'CallExpr'
    && cond.fun.kind === 'SelectorExpr'
    && textOf(cond.fun.x, info) === text
    && /closed$/i.test(cond.fun.sel.name)
  );
}
