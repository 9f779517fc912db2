import type { DeclInfo } from '../../../model/info.ts';
import type { Type } from '../../../model/types/type.ts';
import { dereferenced, typeFromExpr, typeNameOf } from '../../../model/types/type.ts';
import { typeOfVar } from '../../../model/types/type-of.ts';
import { useOf } from '../../../model/code/use.ts';
import type { Expr, FuncDecl, Node, ReturnStmt } from '../../../syntax/ast.ts';
import { walk } from '../../../syntax/walk.ts';
import type { Acquisition } from '../find/acquisition.ts';
import type { Context } from '../context.ts';
import type { Owner } from '../hold/hold.ts';
import { isOwner } from '../hold/hold.ts';
import { holderOf } from '../hold/holder.ts';
import { identOf } from '../hold/ident-of.ts';
import type { Holding } from '../meaning/meaning.ts';
import { holdingsOf, receiverEffect } from '../meaning/meaning.ts';
import { endMethods, isMadeHere, mayEnd, ownerIn, ownerOf, ownerVariable } from '../hold/owner.ts';

/** As which result a function gives an owner, and where that has the resource. */
export interface OwnedResult {
  readonly result: number;
  readonly owner: Owner;
}

/**
 * The result of a function that is a value of a type of the workspace with the resource in it, where a method of that
 * type releases it, the function shows the resource to nobody else, and gives nothing else in its place.
 */
export function ownedResult(acquisition: Acquisition, func: FuncDecl, context: Context): OwnedResult | undefined {
  const { info } = acquisition;
  if (!func.type.results.some(({ type }) => mayEnd(typeFromExpr(type, info)))) return undefined;
  const found = acquisition.owner ? given(acquisition, context) : made(acquisition, func, context);
  if (!found) return undefined;
  const returned = returnsOf(func, info);
  const values = returned.map(({ results }) => results.findIndex((value) => found.isGiven(value)));
  const result = values.find((place) => place !== -1);
  if (
    result === undefined
    || returned.some(({ results }, index) => values[index] !== result && !isNil(results[result]))
  )
    return undefined;
  const type = resultType(func, result, info);
  return endsIt(type, found.owner, context) ? { result, owner: found.owner } : undefined;
}

/** Whether a method of the owner releases what it has: one of the workspace, or that of the resource, which it embeds. */
function endsIt(type: Type | undefined, owner: Owner, context: Context): boolean {
  if (!typeNameOf(dereferenced(type))) return false;
  const methods = endMethods(type);
  if (methods.length === 0) return owner.isEmbedded && owner.holds === 'whole' && context.rule.part === undefined;
  return methods.some((each) => receiverEffect(each, context, owner) === 'releases');
}

interface Found {
  readonly owner: Owner;
  /** Whether an expression is the owner. */
  isGiven(value: Expr): boolean;
}

/** An owner that another function has given. */
function given({ call, result, info, owner }: Acquisition, { rule }: Context): Found | undefined {
  const holder = holderOf(call, result, info, rule);
  if (!owner || holder.kind !== 'variable') return undefined;
  const isSole = info
    .usesOf(holder.variable)
    .every((ident) => ['returned', 'compared', 'method-call'].includes(useOf(ident, info).kind));
  return isSole ? { owner, isGiven: (value) => identOf(value, info) === holder.variable } : undefined;
}

/** An owner that the function makes. */
function made(acquisition: Acquisition, func: FuncDecl, context: Context): Found | undefined {
  const { info } = acquisition;
  const holdings = holdingsIn(acquisition, context);
  const literals = holdings.flatMap(({ hold, uses }) =>
    uses.flatMap(({ ident }) => (hold === 'whole' ? literalWith(ident, info, context) : [])),
  );
  const variables = holdings.flatMap(({ variable, hold }) => (isOwner(hold) ? [{ variable, owner: hold }] : []));
  const [first] = [...variables, ...literals];
  if (!first || [...variables, ...literals].some(({ owner }) => owner.field !== first.owner.field)) return undefined;
  const places: readonly Node[] = [...literals.map(({ value }) => value), ...returnsOf(func, info)];
  const isSole = holdings.every(({ uses }) =>
    uses.every(
      ({ ident, meaning }) =>
        info.enclosingFunc(ident) === func
        && meaning.kind !== 'deferred-release'
        && (meaning.kind !== 'escape' || isWithin(ident, places)),
    ),
  );
  if (!isSole) return undefined;
  return {
    owner: first.owner,
    isGiven: (value) =>
      literals.some((each) => each.value === value) || variables.some((each) => each.variable === identOf(value, info)),
  };
}

/** The variables that hold the resource, or an owner of it. */
function holdingsIn({ call, result, info }: Acquisition, context: Context): readonly Holding[] {
  const holder = holderOf(call, result, info, context.rule);
  if (holder.kind === 'variable') return holdingsOf(holder.variable, info, context);
  const variable = holder.kind === 'field' ? ownerVariable(holder.owner, info) : undefined;
  if (holder.kind !== 'field' || !variable || !isMadeHere(variable, info)) return [];
  const owner = ownerOf(typeOfVar(variable, context.model), holder.field);
  return owner ? holdingsOf(variable, info, context, owner) : [];
}

/** The literal that the resource is an element of, with its `&`. */
function literalWith(
  ident: Expr,
  info: DeclInfo,
  context: Context,
): readonly { readonly value: Expr; readonly owner: Owner }[] {
  const use = useOf(ident, info);
  const owner = use.kind === 'element' ? ownerIn(ident, use.literal, 'whole', info, context) : undefined;
  if (use.kind !== 'element' || !owner) return [];
  const parent = info.parent(use.literal);
  return [{ value: parent?.kind === 'UnaryExpr' ? parent : use.literal, owner }];
}

function returnsOf(func: FuncDecl, info: DeclInfo): readonly ReturnStmt[] {
  const found: ReturnStmt[] = [];
  walk(func, (node) => {
    if (node.kind === 'ReturnStmt' && info.enclosingFunc(node) === func) found.push(node);
  });
  return found;
}

function isWithin(inner: Node, outers: readonly Node[]): boolean {
  return outers.some((outer) => outer.pos <= inner.pos && inner.end <= outer.end);
}

function isNil(value: Expr | undefined): boolean {
  return value?.kind === 'Ident' && value.name === 'nil';
}

function resultType({ type: { results } }: FuncDecl, place: number, info: DeclInfo): Type | undefined {
  const types = results.flatMap((field) => Array<Expr>(Math.max(1, field.names.length)).fill(field.type));
  const type = types[place];
  return type && typeFromExpr(type, info);
}
