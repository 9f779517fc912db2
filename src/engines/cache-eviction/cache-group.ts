import type { DeclInfo, Var } from '../../model/info.ts';
import { calleeOf } from '../../model/types/type-of.ts';
import { useOf } from '../../model/code/use.ts';
import type { CallExpr, Expr } from '../../syntax/ast.ts';
import type { CacheContext } from './cache-context.ts';
import { isOfLibrary } from './cache-context.ts';
import type { Call } from '../../model/code/calls.ts';
import { callsNamed } from '../../model/code/calls.ts';
import type { Place } from './place.ts';
import { elementPlace, placeOf, resultPlace } from './place.ts';

/** A cache that the package makes, and all places that hold it. */
export interface CacheGroup extends Call {
  readonly constructor: string;
  readonly places: ReadonlySet<Place>;
  /** The calls chained to the constructor, itself included: `New(20).LRU().Build()`. */
  readonly chain: readonly CallExpr[];
}

/** All caches of the library that the package makes. */
export function cacheGroups(context: CacheContext): readonly CacheGroup[] {
  const { cache, model } = context;
  const names = Object.keys(cache.constructors);
  return callsNamed(names, model).flatMap(({ call, info }): CacheGroup[] => {
    const callee = calleeOf(call, info, model);
    const constructor =
      callee?.kind === 'Foreign' ? names.find((name) => isOfLibrary(callee.name, name, cache)) : undefined;
    if (constructor === undefined) return [];
    const chain = chainOf(call, info);
    const places = new Set<Place>();
    follow(chain.at(-1) ?? call, info, places, context);
    return [{ call, info, constructor, places, chain }];
  });
}

function chainOf(call: CallExpr, info: DeclInfo): readonly CallExpr[] {
  const use = useOf(call, info);
  return use.kind === 'method-call' ? [call, ...chainOf(use.call, info)] : [call];
}

/** Adds the places a value goes to, and those it goes on to from there. */
function follow(value: Expr, info: DeclInfo, places: Set<Place>, context: CacheContext): void {
  const parent = info.parent(value);
  if (parent?.kind === 'StarExpr' || (parent?.kind === 'UnaryExpr' && parent.op === '&'))
    return follow(parent, info, places, context);
  const use = useOf(value, info);
  if (use.kind === 'stored') {
    const variable = use.target.kind === 'Ident' ? info.objectOf(use.target) : undefined;
    add(placeOf(use.target, info, context), places);
    if (variable?.kind === 'Var' && variable.func) followVariable(variable, info, places, context);
  }
  if (use.kind === 'element') add(elementPlace(use.literal, use.field, info), places);
  if (use.kind === 'returned') followResult(info, places, context);
}

function add(place: Place | undefined, places: Set<Place>): boolean {
  if (place === undefined || places.has(place)) return false;
  places.add(place);
  return true;
}

function followVariable(variable: Var, info: DeclInfo, places: Set<Place>, context: CacheContext): void {
  for (const ident of info.usesOf(variable)) {
    if (useOf(ident, info).kind !== 'assigned') follow(ident, info, places, context);
  }
}

/** What a function returns goes to wherever it is called. */
function followResult(info: DeclInfo, places: Set<Place>, context: CacheContext): void {
  const declaration = info.file.source.declarations.find((each) => each.pos === info.decl.pos);
  if (info.decl.kind !== 'FuncDecl' || !declaration || !add(resultPlace({ declaration }), places)) return;
  for (const each of callsNamed([info.decl.name.name], context.model)) {
    const callee = calleeOf(each.call, each.info, context.model);
    if (callee?.kind === 'Func' && callee.func.declaration === declaration)
      follow(each.call, each.info, places, context);
  }
}
