import type { BranchStmt, CallExpr, ForStmt, Node, RangeStmt } from '../../../syntax/ast.ts';
import { someNode, walk } from '../../../syntax/walk.ts';
import type { FunctionCfgs } from '../../../flow/function-cfg.ts';
import { branchTarget } from '../../../model/code/branch-target.ts';
import type { DeclInfo } from '../../../model/info.ts';
import { isWithin } from '../../../syntax/span.ts';

/** A loop statement. */
export type Loop = ForStmt | RangeStmt;

/**
 * Whether something in `part`, which is the loop's body or within it, can leave the loop: a return, a jump out of it,
 * or a call that never comes back. Here a panic and the end of the process count: the question is whether the loop can
 * end.
 */
export function canLeave(part: Node, loop: Loop, info: DeclInfo, cfgs: FunctionCfgs): boolean {
  // Nearly every loop has a return or a break: calls, for which names are looked up, are asked about last.
  return jumpsAway(part, loop, info)
    || someNode(part, (node) => node.kind === 'CallExpr' && (!cfgs.comesBack(node, info) || isRequirement(node, info)));
}

/** The part of the answer that needs no names: whether there is a return or a jump out of the loop. */
export function jumpsAway(part: Node, loop: Loop, info: DeclInfo): boolean {
  const func = info.enclosingFunc(loop);
  return someNode(part, (node) => isJump(node, loop, info) && info.enclosingFunc(node) === func);
}

/** The returns and the jumps out of a loop in a part of it. */
export function jumps(part: Node, loop: Loop, info: DeclInfo): readonly Node[] {
  const func = info.enclosingFunc(loop);
  const found: Node[] = [];
  walk(part, (node) => {
    if (isJump(node, loop, info) && info.enclosingFunc(node) === func) found.push(node);
  });
  return found;
}

function isJump(node: Node, loop: Loop, info: DeclInfo): boolean {
  return node.kind === 'ReturnStmt' || (node.kind === 'BranchStmt' && jumpsOut(node, loop, info));
}

/** `require.NoError(t, err)` of testify ends the goroutine where it does not hold. */
function isRequirement({ fun }: CallExpr, info: DeclInfo): boolean {
  const object = fun.kind === 'SelectorExpr' && fun.x.kind === 'Ident' ? info.objectOf(fun.x) : undefined;
  return object?.kind === 'PkgName' && object.path.endsWith('/testify/require');
}

function jumpsOut(branch: BranchStmt, loop: Loop, info: DeclInfo): boolean {
  if (branch.tok === 'fallthrough') return false;
  if (branch.tok === 'goto')
    return !someNode(loop.body, (node) => node.kind === 'LabeledStmt' && node.label.name === branch.label?.name);
  const target = branchTarget(branch, info);
  if (!target) return true;
  return branch.tok === 'break' ? isWithin(loop, target) : target !== loop && isWithin(loop, target);
}
