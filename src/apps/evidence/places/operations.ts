import type { CommClause, Node, Stmt } from '../../../syntax/ast.ts';
import type { LineTable } from '../../../syntax/position.ts';
import { walk } from '../../../syntax/walk.ts';
import type { Wait } from '../profile/profile.ts';

/**
 * What a line of a stack may be at: an operation that waits, a call, the end of a function (where deferred calls run).
 */
export type OperationKind = 'send' | 'receive' | 'range' | 'select' | 'call' | 'go' | 'end';

/** An operation and its lines, both included. */
export interface Operation {
  readonly kind: OperationKind;
  readonly from: number;
  readonly to: number;
  readonly node: Node;
  /** The last name of the function that is called; undefined for a literal, and for what calls nothing. */
  readonly callee: string | undefined;
}

/** The operations of a declaration, and the lines on which its function literals begin. */
export interface Operations {
  readonly all: readonly Operation[];
  readonly literals: readonly number[];
  /** The lines of each loop, both included. */
  readonly loops: readonly { readonly from: number; readonly to: number }[];
}

/** All operations in a tree at which the runtime may say that a goroutine is. */
export function operationsOf(decl: Node, lines: LineTable): Operations {
  const all: Operation[] = [];
  const literals: number[] = [];
  const loops: { from: number; to: number }[] = [];
  const chosen = new Set<Node>();
  const line = (offset: number): number => lines.position(offset).line;
  walk(decl, (node) => {
    if (node.kind === 'FuncLit') literals.push(line(node.pos));
    if (node.kind === 'ForStmt' || node.kind === 'RangeStmt')
      loops.push({ from: line(node.pos), to: line(node.end - 1) });
    if (node.kind === 'SelectStmt') for (const each of communications(node.body)) chosen.add(each);
    const kind = chosen.has(node) ? undefined : kindOf(node);
    if (kind === undefined) return;
    // A loop, a select and a body are there where they begin; what they hold has lines of its own.
    const from = kind === 'end' && node.kind !== 'ReturnStmt' ? line(node.end - 1) : line(node.pos);
    all.push({
      kind,
      from,
      to: kind === 'select' || kind === 'range' ? from : line(node.end - 1),
      node,
      callee: calleeOf(node),
    });
  });
  return { all, literals, loops };
}

function calleeOf(node: Node): string | undefined {
  if (node.kind === 'GoStmt') return calleeOf(node.call);
  if (node.kind === 'CallExpr') return calleeOf(node.fun);
  if (node.kind === 'IndexExpr') return calleeOf(node.x);
  return node.kind === 'SelectorExpr' ? node.sel.name : node.kind === 'Ident' ? node.name : undefined;
}

/** What a select of several cases chooses from does not wait by itself. */
function communications(body: readonly CommClause[]): readonly Node[] {
  if (body.length < 2) return [];
  return body.flatMap(({ comm }) => (comm === undefined ? [] : operationIn(comm)));
}

function operationIn(comm: Stmt): readonly Node[] {
  if (comm.kind === 'ExprStmt') return [comm.x];
  return comm.kind === 'AssignStmt' ? comm.rhs : [comm];
}

function kindOf(node: Node): OperationKind | undefined {
  switch (node.kind) {
    case 'SendStmt':
      return 'send';
    case 'UnaryExpr':
      return node.op === '<-' ? 'receive' : undefined;
    case 'RangeStmt':
      return 'range';
    case 'SelectStmt':
      return 'select';
    case 'CallExpr':
      return 'call';
    case 'GoStmt':
      return 'go';
    case 'ReturnStmt': case 'FuncDecl': case 'FuncLit':
      return 'end';
    default:
      return undefined;
  }
}

/** The operations at which a frame can be: the innermost one of a goroutine that waits so, else one that has called. */
export function possibleAt(wait: Wait): readonly OperationKind[] {
  switch (wait) {
    case 'send':
      return ['send'];
    case 'receive':
      return ['receive'];
    case 'receive-or-range':
      return ['receive', 'range'];
    case 'select':
      return ['select'];
    case 'nothing':
      return ['select', 'send', 'receive', 'range'];
    default:
      return calling;
  }
}

/** What so many goroutines wait for that are at an operation; undefined where they may be running. */
export function waitAt({ kind, node }: Operation, count: number): Wait | undefined {
  if (kind === 'send' || kind === 'receive') return kind;
  if (kind === 'range') return count > 1 ? 'receive-or-range' : undefined;
  if (node.kind !== 'SelectStmt' || node.body.some(({ comm }) => comm === undefined)) return undefined;
  return node.body.length === 0 ? 'nothing' : 'select';
}

/** What a goroutine can be at of which is not known what it does. */
export const anything: readonly OperationKind[] = ['send', 'receive', 'range', 'select', 'call', 'end'];
/** An allocation needs no operation. */
export const allocating: readonly OperationKind[] = [];
/** What a frame that has called another one can be at. A range calls the function that it ranges over. */
export const calling: readonly OperationKind[] = ['call', 'end', 'range', 'go'];
/** What the frame that started a goroutine is at. */
export const starting: readonly OperationKind[] = ['go'];
