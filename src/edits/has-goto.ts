import type { FuncNode } from '../model/info.ts';
import { someNode } from '../syntax/walk.ts';

/** Whether a goto may lead from any place of a function to any other. */
export function hasGoto(func: FuncNode): boolean {
  return someNode(func, (node) => node.kind === 'BranchStmt' && node.tok === 'goto');
}
