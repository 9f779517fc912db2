import type { PackageModel } from '../../model/package-model.ts';
import type { CallExpr, Expr, Node } from '../../syntax/ast.ts';
import { someNode } from '../../syntax/walk.ts';

/** The methods that set a deadline on a connection. */
const setters = ['SetDeadline', 'SetReadDeadline', 'SetWriteDeadline'] as const;

/** Whether a deadline is set on some connection in a node, in front of an offset; `time.Time{}` takes one away. */
export function setsDeadline(node: Node, before: number): boolean {
  return someNode(
    node,
    (each) => each.kind === 'CallExpr' && each.pos < before && isSetter(each) && !each.args.some(isZeroTime),
  );
}

function isSetter({ fun }: CallExpr): boolean {
  return fun.kind === 'SelectorExpr' && setters.some((name) => fun.sel.name === name);
}

/** `time.Time{}` */
function isZeroTime(expr: Expr): boolean {
  return (
    expr.kind === 'CompositeLit'
    && expr.elts.length === 0
    && expr.type?.kind === 'SelectorExpr'
    && expr.type.sel.name === 'Time'
  );
}

/** Whether a package sets a deadline on any connection. */
export function setsDeadlineAnywhere({ files }: PackageModel): boolean {
  return files.some(({ source }) => setters.some((name) => source.places(name).length > 0));
}
