import type { Node } from '../../syntax/ast.ts';

/** So many functions are asked for one answer. */
const mostAsked = 200;

/** One question about a function, which is answered by others. */
export interface Query<T> {
  /** The functions on the way to the one asked now: of one that calls itself nothing is known. */
  readonly open: Set<Node>;
  asked: number;
  /** What was answered without meeting one that is open, and so holds wherever it is asked. */
  readonly found: Map<Node, T>;
  /** How often one was met, or no more could be asked. */
  met: number;
  /** Whether the answer for one place is that for all of them, whatever the others are. */
  readonly ends: (found: T) => boolean;
}

/** A question with nothing asked yet. */
export function newQuery<T>(ends: Query<T>['ends']): Query<T> {
  return { open: new Set(), asked: 0, found: new Map(), met: 0, ends };
}

/** Whether a function, or what else is asked about, is open, or may not be asked any more. */
export function meets<T>(node: Node, query: Query<T>): boolean {
  if (isOpen(node, query)) return true;
  if (++query.asked <= mostAsked) return false;
  query.met++;
  return true;
}

/** Whether a function is on the way to the one asked now. */
export function isOpen<T>(node: Node, query: Query<T>): boolean {
  const isMet = query.open.has(node);
  if (isMet) query.met++;
  return isMet;
}
