import type { CallExpr, Expr, ForStmt, Ident, RangeStmt } from '../../syntax/ast.ts';
import { someNode } from '../../syntax/walk.ts';
import type { DeclInfo, Var } from '../info.ts';
import { loopAround } from './loop-around.ts';
import { calleeOf } from '../types/type-of.ts';

/** A loop of so few passes keeps nothing that matters. */
const fewPasses = 8;

/** Whether a loop visibly has few passes: over a literal, or counted up to a small number. */
export function isShortLoop(loop: ForStmt | RangeStmt, info: DeclInfo): boolean {
  if (loop.kind === 'RangeStmt') return isFew(loop.x, info);
  const { cond } = loop;
  if (cond?.kind !== 'BinaryExpr' || !['<', '<=', '!=', '>', '>='].includes(cond.op)) return false;
  // Nobody tries a thing a thousand times.
  return (
    isSmallNumber(cond.y)
    || someNode(cond, (node) => node.kind === 'Ident' && /retr(?:y|ies)|attempt|tries/i.test(node.name))
  );
}

function isFew(operand: Expr, info: DeclInfo): boolean {
  switch (operand.kind) {
    case 'UnaryExpr':
      return isFew(operand.x, info);
    case 'CompositeLit':
      return operand.elts.length <= fewPasses;
    case 'BasicLit':
      return isSmallNumber(operand);
    case 'CallExpr':
      return givesFew(operand, info);
    case 'Ident': {
      const object = info.objectOf(operand);
      const size = object?.kind === 'Var' && object.ident !== operand ? mostElements(object, info) : undefined;
      return size !== undefined && size <= fewPasses;
    }
    default:
      return false;
  }
}

/** Whether a call is of a function that can be read and returns nothing but literals of few elements. */
function givesFew(call: CallExpr, info: DeclInfo): boolean {
  const callee = calleeOf(call, info, info.file.package);
  const where = callee?.kind === 'Func' ? callee.func.file.package.infoOf(callee.func) : undefined;
  if (where?.decl.kind !== 'FuncDecl' || !where.decl.body) return false;
  let returns = 0;
  const hasMany = someNode(where.decl.body, (node) => {
    if (node.kind !== 'ReturnStmt' || where.enclosingFunc(node) !== where.decl) return false;
    returns++;
    const [only, ...others] = node.results;
    return only?.kind !== 'CompositeLit' || others.length > 0 || only.elts.length > fewPasses;
  });
  return returns > 0 && !hasMany;
}

/** How many elements a slice or map may have that begins as a literal, or empty; undefined where that is not known. */
function mostElements(variable: Var, info: DeclInfo): number | undefined {
  const { role, origin } = variable;
  if (
    (role !== 'local' && role !== 'package')
    || (origin && (origin.kind !== 'value' || origin.value.kind !== 'CompositeLit'))
  )
    return undefined;
  const first = origin?.kind === 'value' && origin.value.kind === 'CompositeLit' ? origin.value.elts.length : 0;
  const added = info.usesOf(variable).map((use) => elementsAdded(use, variable, info));
  const size = added.reduce(
    (sum: number | undefined, each) => (sum === undefined || each === undefined ? undefined : sum + each),
    first,
  );
  return size === 0 ? undefined : size;
}

/** How many elements a use may add: `xs = append(xs, a, b)` outside of loops. Undefined where nobody knows. */
function elementsAdded(use: Ident, variable: Var, info: DeclInfo): number | undefined {
  const parent = info.parent(use);
  // Whoever has its address may fill it, a method too.
  if ((parent?.kind === 'UnaryExpr' && parent.op === '&') || parent?.kind === 'SelectorExpr') return undefined;
  const target = parent?.kind === 'IndexExpr' ? parent : use;
  const statement = info.parent(target);
  if (statement?.kind !== 'AssignStmt' || !statement.lhs.includes(target)) return 0;
  const [value, ...others] = statement.rhs;
  if (target !== use || !value || others.length > 0 || statement.tok !== '=') return undefined;
  if (value.kind === 'SliceExpr' && isSame(value.x, variable, info)) return 0;
  if (value.kind !== 'CallExpr' || value.fun.kind !== 'Ident' || value.fun.name !== 'append') return undefined;
  const isOnce = loopAround(statement, info) === undefined && info.enclosingFunc(statement) === variable.func;
  const [list, ...elements] = value.args;
  if (!list || !isOnce) return undefined;
  if (!value.ellipsis) return isSame(list, variable, info) ? elements.length : undefined;
  // `xs = append([]string{a}, xs...)`
  const [rest] = elements;
  return rest && isSame(rest, variable, info) && list.kind === 'CompositeLit' ? list.elts.length : undefined;
}

function isSame(expr: Expr, variable: Var, info: DeclInfo): boolean {
  return expr.kind === 'Ident' && info.objectOf(expr) === variable;
}

function isSmallNumber(expr: Expr): boolean {
  return expr.kind === 'BasicLit' && expr.tok === 'INT' && Number(expr.value) <= fewPasses;
}
