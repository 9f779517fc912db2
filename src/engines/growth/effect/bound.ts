import type { DeclInfo } from '../../../model/info.ts';
import { useOf } from '../../../model/code/use.ts';
import type { BinaryExpr, CallExpr, Expr, Node } from '../../../syntax/ast.ts';

const comparisons: readonly string[] = ['<', '<=', '>', '>=', '==', '!='];

/**
 * Whether the length that a call of len gives is compared with anything but nothing, here or by a variable that takes
 * it.
 */
export function isBound(length: CallExpr, info: DeclInfo): boolean {
  const use = useOf(length, info);
  const target = use.kind === 'stored' ? use.target : undefined;
  const object = target?.kind === 'Ident' ? info.objectOf(target) : undefined;
  if (object?.kind === 'Var' && object.role !== 'package')
    return info.usesOf(object).some((use) => isCompared(use, info));
  return isCompared(length, info);
}

/** Looks outwards through arithmetic, conversions and parentheses. */
function isCompared(expr: Expr, info: DeclInfo): boolean {
  let inside: Node = expr;
  for (let at = info.parent(expr); at; inside = at, at = info.parent(at)) {
    if (at.kind === 'BinaryExpr' && comparisons.includes(at.op)) return !isZero(at.x === inside ? at.y : at.x, at);
    if (at.kind === 'SwitchStmt') return at.tag === inside;
    if (at.kind !== 'BinaryExpr' && at.kind !== 'CallExpr') return false;
  }
  return false;
}

/** Only whether there is anything at all is asked: `len(m) == 0`, `len(m) > 0`. */
function isZero(other: Expr, { op }: BinaryExpr): boolean {
  if (other.kind !== 'BasicLit') return false;
  return other.value === '0' || (other.value === '1' && (op === '<' || op === '>='));
}
