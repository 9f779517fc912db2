import type { PackageModel } from '../../model/package-model.ts';
import type { Node } from '../../syntax/ast.ts';
import { someNode } from '../../syntax/walk.ts';

/** The methods that set a deadline on a connection. */
const setters = ['SetDeadline', 'SetReadDeadline', 'SetWriteDeadline'] as const;

/** Whether a deadline is set on some connection in a node, in front of an offset. */
export function setsDeadline(node: Node, before: number): boolean {
  return someNode(node, (each) => each.kind === 'SelectorExpr' && each.pos < before && setters.some((name) => each.sel.name === name));
}

/** Whether a package sets a deadline on any connection. */
export function setsDeadlineAnywhere({ files }: PackageModel): boolean {
  return files.some(({ source }) => setters.some((name) => source.places(name).length > 0));
}
