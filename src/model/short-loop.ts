import type { DeclInfo } from './info.ts';
import { textOf } from './text-of.ts';
import type { Expr, ForStmt, RangeStmt } from '../syntax/ast.ts';

/** A loop of so few passes keeps nothing that matters. */
const fewPasses = 8;

/** Whether a loop visibly has few passes: over a literal, or counted up to a small number. */
export function isShortLoop(loop: ForStmt | RangeStmt, info: DeclInfo): boolean {
  if (loop.kind === 'RangeStmt') return isFew(loop.x, info);
  const { cond } = loop;
  if (cond?.kind !== 'BinaryExpr' || !['<', '<=', '!=', '>', '>='].includes(cond.op)) return false;
  // Nobody tries a thing a thousand times.
  return isSmallNumber(cond.y) || /retr(?:y|ies)|attempt|tries/i.test(textOf(cond, info));
}

function isFew(operand: Expr, info: DeclInfo): boolean {
  switch (operand.kind) {
    case 'ParenExpr':
      return isFew(operand.x, info);
    case 'UnaryExpr':
      return isFew(operand.x, info);
    case 'CompositeLit':
      return operand.elts.length <= fewPasses;
    case 'BasicLit':
      return isSmallNumber(operand);
    case 'Ident': {
      const object = info.objectOf(operand);
      if (object?.kind !== 'Var' || object.origin?.kind !== 'value' || object.origin.value === operand) return false;
      const { value } = object.origin;
      return value.kind === 'CompositeLit' && value.elts.length > 0 && isFew(value, info) && info.usesOf(object).every((use) => !isReplaced(use, info));
    }
    default:
      return false;
  }
}

/** `xs = append(xs, …)`, `xs[k] = v`: then the literal is not all there is. */
function isReplaced(ident: Expr, info: DeclInfo): boolean {
  const parent = info.parent(ident);
  const target = parent?.kind === 'IndexExpr' ? parent : ident;
  const statement = info.parent(target);
  return statement?.kind === 'AssignStmt' && statement.lhs.includes(target);
}

function isSmallNumber(expr: Expr): boolean {
  return expr.kind === 'BasicLit' && expr.tok === 'INT' && Number(expr.value) <= fewPasses;
}
