import type { BinaryExpr, Expr } from './ast.ts';

/**
 * An expression as gofmt writes it on one line, without comments and without parentheses that change nothing: equal
 * expressions give equal texts, whatever their layout. `verbatim` writes what has statements or fields inside.
 */
export function printExpr(expr: Expr, verbatim: (expr: Expr) => string, isInside = false): string {
  const print = (each: Expr): string => printExpr(each, verbatim, isInside);
  const inside = (each: Expr): string => printExpr(each, verbatim, true);
  const list = (all: readonly Expr[]): string => all.map(inside).join(', ');
  const operand = (each: Expr): string =>
    prefixed.has(each.kind) || each.kind === 'BinaryExpr' ? `(${print(each)})` : print(each);
  const unary = (each: Expr): string => (each.kind === 'BinaryExpr' ? `(${print(each)})` : print(each));
  const side = (each: Expr, { op }: BinaryExpr, looser: 0 | 1): string =>
    (each.kind === 'BinaryExpr' && precedence(each.op) < precedence(op) + looser ? `(${print(each)})` : print(each));
  switch (expr.kind) {
    case 'Ident':
      return expr.name;
    case 'BasicLit':
      return expr.value.includes('\n') ? '`…`' : expr.value;
    case 'SelectorExpr':
      return `${operand(expr.x)}.${expr.sel.name}`;
    case 'IndexExpr':
      return `${operand(expr.x)}[${list(expr.indices)}]`;
    case 'SliceExpr':
      return `${operand(expr.x)}[${[expr.low, expr.high, ...(expr.max ? [expr.max] : [])].map((each) => (each ? inside(each) : '')).join(':')}]`;
    case 'TypeAssertExpr':
      return `${operand(expr.x)}.(${expr.type ? print(expr.type) : 'type'})`;
    case 'CallExpr':
      return `${operand(expr.fun)}(${list(expr.args)}${expr.ellipsis ? '...' : ''})`;
    case 'StarExpr':
      return `*${unary(expr.x)}`;
    case 'UnaryExpr':
      return `${expr.op}${unary(expr.x)}`;
    case 'BinaryExpr':
      // Between brackets gofmt writes sums and products without spaces.
      return [side(expr.x, expr, 0), side(expr.y, expr, 1)].join(
        isInside && arithmetic.has(expr.op) ? expr.op : ` ${expr.op} `,
      );
    case 'KeyValueExpr':
      return `${print(expr.key)}: ${print(expr.value)}`;
    case 'CompositeLit':
      return `${expr.type ? print(expr.type) : ''}{${list(expr.elts)}}`;
    case 'ArrayType':
      return `[${expr.len ? print(expr.len) : ''}]${print(expr.elt)}`;
    case 'MapType':
      return `map[${print(expr.key)}]${print(expr.value)}`;
    case 'ChanType':
      return `${expr.dir === 'recv' ? '<-' : ''}chan${expr.dir === 'send' ? '<-' : ''} ${print(expr.value)}`;
    case 'Ellipsis':
      return `...${expr.elt ? print(expr.elt) : ''}`;
    default:
      return verbatim(expr);
  }
}

const arithmetic: ReadonlySet<string> = new Set(['*', '/', '%', '<<', '>>', '&', '&^', '+', '-', '|', '^']);

/** Types and operations that need parentheses in front of a selector, an index or arguments. */
const prefixed: ReadonlySet<string> = new Set<Expr['kind']>(['StarExpr', 'UnaryExpr', 'FuncType', 'ChanType']);

/** https://go.dev/ref/spec#Operator_precedence */
function precedence(op: string): number {
  if (op === '||') return 1;
  if (op === '&&') return 2;
  if (op === '==' || op === '!=' || op === '<' || op === '<=' || op === '>' || op === '>=') return 3;
  return op === '+' || op === '-' || op === '|' || op === '^' ? 4 : 5;
}
