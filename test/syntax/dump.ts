import type { Node } from '../../src/syntax/ast.ts';

/**
 * Writes a tree as test/syntax/testdata/goast does: `Kind@pos-end(part:value …)`, the parts in the order of their
 * names.
 */
export function dump(value: unknown): string {
  if (value === undefined) return '-';
  if (Array.isArray(value)) return `[${value.map((item) => `${dump(item)} `).join('')}]`;
  return isNode(value) ? dumpNode(value) : String(value).replaceAll('\r', '');
}

function dumpNode(node: Node): string {
  if (node.kind === 'EmptyStmt') return node.kind;
  const { kind, pos, end, ...rest } = node;
  const parts = Object.entries(rest).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `${kind}@${pos}-${end}(${parts.map(([name, value]) => `${name}:${dump(value)} `).join('')})`;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'kind' in value;
}
