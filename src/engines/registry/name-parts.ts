import type { DeclInfo, Var } from '../../model/info.ts';
import type { PackageModel } from '../../model/package-model.ts';
import { calleeOf } from '../../model/types/type-of.ts';
import { useOf } from '../../model/code/use.ts';
import { textOf } from '../../model/text-of.ts';
import type { BinaryExpr, CallExpr, Expr, Ident } from '../../syntax/ast.ts';
import { calledName } from '../../syntax/last-word.ts';

/** How a name is made, so far that two names can be told apart. */
export type Recipe =
  /** A constant, as written. */
  | { readonly kind: 'constant'; readonly text: string }
  /** By a function of the package. */
  | { readonly kind: 'function'; readonly text: string }
  /** By a format, or by constants put between variables. */
  | { readonly kind: 'format'; readonly text: string }
  | { readonly kind: 'unknown' };

/** A name: its recipe, and the expressions in it that are no constants. */
export interface NameParts {
  readonly recipe: Recipe;
  readonly parts: readonly Expr[];
}

/** Variables that hold what variables held are followed this far. */
const chainLimit = 4;

const unknown: Recipe = { kind: 'unknown' };

/** Takes the expression of a name apart. */
export function nameParts(expr: Expr, info: DeclInfo, model: PackageModel, depth = chainLimit): NameParts {
  const whole: NameParts = { recipe: unknown, parts: [expr] };
  if (depth === 0) return whole;
  switch (expr.kind) {
    case 'BasicLit':
      return constant(expr, info);
    case 'Ident':
      return identParts(expr, info, model, depth);
    case 'SelectorExpr': // another package's constant or variable is the same for all
      return expr.x.kind === 'Ident' && info.objectOf(expr.x)?.kind === 'PkgName' ? constant(expr, info) : whole;
    case 'BinaryExpr':
      return sumParts(expr, info, model, depth);
    case 'CallExpr':
      return callParts(expr, info, model, depth);
    default:
      return whole;
  }
}

function constant(expr: Expr, info: DeclInfo): NameParts {
  return { recipe: { kind: 'constant', text: textOf(expr, info) }, parts: [] };
}

function identParts(ident: Ident, info: DeclInfo, model: PackageModel, depth: number): NameParts {
  const object = info.objectOf(ident);
  if (object?.kind === 'Const' || (object?.kind === 'Var' && object.role === 'package')) return constant(ident, info);
  if (
    object?.kind !== 'Var'
    || object.role !== 'local'
    || object.origin?.kind !== 'value'
    || object.origin.count !== 1
  ) {
    return { recipe: unknown, parts: [ident] };
  }
  const origin = nameParts(object.origin.value, info, model, depth - 1);
  return isAssigned(object, info) ? { recipe: unknown, parts: origin.parts } : origin;
}

function isAssigned(variable: Var, info: DeclInfo): boolean {
  return info.usesOf(variable).some((ident) => useOf(ident, info).kind === 'assigned');
}

function sumParts(sum: BinaryExpr, info: DeclInfo, model: PackageModel, depth: number): NameParts {
  const sides = [nameParts(sum.x, info, model, depth), nameParts(sum.y, info, model, depth)];
  const parts = sides.flatMap((side) => side.parts);
  const text = sides.map(({ recipe }) => ('text' in recipe ? recipe.text : '*')).join('+');
  return { recipe: { kind: parts.length === 0 ? 'constant' : 'format', text }, parts };
}

function callParts(call: CallExpr, info: DeclInfo, model: PackageModel, depth: number): NameParts {
  const callee = calleeOf(call, info, model);
  if (call.args.length === 0) return { recipe: unknown, parts: [call] };
  const values = call.args.flatMap((each) => (each.kind === 'CompositeLit' ? each.elts : [each]));
  const parts = values.flatMap((value) => nameParts(value, info, model, depth - 1).parts);
  if (callee?.kind === 'Func') return { recipe: { kind: 'function', text: calledName(call) }, parts };
  const [format] = call.args;
  if (callee?.name === 'fmt.Sprintf' && format) {
    // The first part may be in the format itself: `fmt.Sprintf(name+"-for-%s", topic)`.
    return { recipe: { kind: 'format', text: textOf(format, info) }, parts };
  }
  return { recipe: unknown, parts };
}
