import type { Expr } from './ast.ts';

/**
 * An expression as gofmt writes it on one line, without comments and without parentheses that change nothing: equal expressions
 * give equal texts, whatever their layout. `verbatim` writes what has statements or fields inside.
 */
export function printExpr(expr: Expr, verbatim: (expr: Expr) => string, isInside = false): string {
  const print = (each: Expr): string => printExpr(each, verbatim, isInside);
  const inside = (each: Expr): string => printExpr(each, verbatim, true);
  const list = (all: readonly Expr[]): string => all.map(inside).join(', ');
  switch (expr.kind) {
    case 'Ident':
      return expr.name;
    case 'BasicLit':
      return expr.value.includes('\n') ? '`…`' : expr.value;
    case 'ParenExpr': {
      const inner = print(expr.x);
      return binds(expr.x) ? inner : `(${inner})`;
    }
    case 'SelectorExpr':
      return `${print(expr.x)}.${expr.sel.name}`;
    case 'IndexExpr':
      return `${print(expr.x)}[${list(expr.indices)}]`;
    case 'SliceExpr':
      return `${print(expr.x)}[${[expr.low, expr.high, ...(expr.max ? [expr.max] : [])].map((each) => (each ? inside(each) : '')).join(':')}]`;
    case 'TypeAssertExpr':
      return `${print(expr.x)}.(${expr.type ? print(expr.type) : 'type'})`;
    case 'CallExpr':
      return `${print(expr.fun)}(${list(expr.args)}${expr.ellipsis ? '...' : ''})`;
    case 'StarExpr':
      return `*${print(expr.x)}`;
    case 'UnaryExpr':
      return `${expr.op}${print(expr.x)}`;
    case 'BinaryExpr':
      // Between brackets gofmt writes sums and products without spaces.
      return isInside && arithmetic.has(expr.op) ? `${print(expr.x)}${expr.op}${print(expr.y)}` : `${print(expr.x)} ${expr.op} ${print(expr.y)}`;
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

/** Whether an expression needs no parentheses anywhere. */
function binds({ kind }: Expr): boolean {
  return kind === 'Ident' || kind === 'BasicLit' || kind === 'SelectorExpr' || kind === 'IndexExpr' || kind === 'CallExpr' || kind === 'ParenExpr';
}
