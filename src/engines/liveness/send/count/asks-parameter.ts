import type { DeclInfo } from '../../../../model/info.ts';
import type { Node } from '../../../../syntax/ast.ts';
import { someNode } from '../../../../syntax/walk.ts';
import type { Operation } from '../../channel/operation.ts';

/**
 * Whether a condition in a function that makes one of the sends asks for a parameter or the receiver: then whether it
 * comes to the send may be up to the call. So it may with a clause of a select that receives from one.
 */
export function asksParameter(sends: readonly Operation[]): boolean {
  return sends.some(({ use: { at, info } }) => {
    const func = info.enclosingFunc(at);
    return !func || someNode(func, (node) => conditionsOf(node).some((each) => namesParameter(each, info)));
  });
}

function conditionsOf(node: Node): readonly Node[] {
  switch (node.kind) {
    case 'IfStmt':
      return [node.cond];
    case 'ForStmt':
      return node.cond ? [node.cond] : [];
    case 'RangeStmt':
      return [node.x];
    case 'SwitchStmt':
      return [...(node.tag ? [node.tag] : []), ...node.body.flatMap(({ list }) => list ?? [])];
    case 'CommClause':
      return node.comm && node.comm.kind !== 'SendStmt' ? [node.comm] : [];
    default:
      return [];
  }
}

function namesParameter(condition: Node, info: DeclInfo): boolean {
  return someNode(condition, (node) => {
    const object = node.kind === 'Ident' ? info.objectOf(node) : undefined;
    return object?.kind === 'Var' && (object.role === 'param' || object.role === 'recv');
  });
}
