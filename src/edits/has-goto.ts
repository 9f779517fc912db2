import type { FuncNode } from '../model/info.ts';
import { someNode } from '../syntax/walk.ts';

/** Each fix in a function asks. */
const known = new WeakMap<FuncNode, boolean>();

/** Whether a goto may lead from any place of a function to any other. */
export function hasGoto(func: FuncNode): boolean {
  const answer = known.get(func) ?? someNode(func, (node) => node.kind === 'BranchStmt' && node.tok === 'goto');
  known.set(func, answer);
  return answer;
}
