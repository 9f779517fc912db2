import type { DeclInfo, FuncNode, Var } from '../../../model/info.ts';
import { callRole, literalRole, useOf } from '../../../model/code/use.ts';
import type { CallExpr, Expr, Ident, Node } from '../../../syntax/ast.ts';
import { someNode } from '../../../syntax/walk.ts';
import { identOf } from '../hold/ident-of.ts';

/** How many variables made from each other are followed. */
const mostFollowed = 16;

/**
 * Whether what a function was given beside a resource (the context of a cancel function) is used by something that is
 * still there when the function has returned: a goroutine that it does not wait for, a field, or what it returns.
 */
export function outlives(variable: Var, func: FuncNode, info: DeclInfo): boolean {
  const followed = new Set([variable]);
  for (const each of followed) {
    for (const ident of info.usesOf(each)) {
      const reach = reachOf(ident, each === variable, func, info);
      if (reach === 'beyond') return true;
      if (reach !== 'here' && followed.size < mostFollowed) followed.add(reach);
    }
  }
  return false;
}

/** Where a use leads: `beyond` the end of the function, nowhere, or into another variable. */
function reachOf(ident: Ident, isItself: boolean, func: FuncNode, info: DeclInfo): 'beyond' | 'here' | Var {
  const inner = info.enclosingFunc(ident);
  if (inner !== func && runsOn(inner, func, info)) return 'beyond';
  return valueReach(ident, isItself, func, info);
}

function valueReach(value: Expr, isItself: boolean, func: FuncNode, info: DeclInfo): 'beyond' | 'here' | Var {
  const use = useOf(value, info);
  switch (use.kind) {
    case 'returned':
      return isItself || returnsLasting(func) ? 'beyond' : 'here';
    case 'sent':
      return 'beyond';
    case 'element':
      return 'beyond';
    case 'stored':
      return use.target.kind === 'SelectorExpr' ? 'beyond' : storedIn(use.target, info);
    case 'argument':
      if (callRole(use.call, info) === 'goroutine') return waitsAfter(use.call, func, info) ? 'here' : 'beyond';
      return callRole(use.call, info) === undefined ? resultReach(use.call, func, info) : 'here';
    case 'method-call':
      return callRole(use.call, info) === undefined && !isItself ? resultReach(use.call, func, info) : 'here';
    default:
      return 'here';
  }
}

/** What a call makes of it: the first result, unless that is only data. */
function resultReach(call: CallExpr, func: FuncNode, info: DeclInfo): 'beyond' | 'here' | Var {
  const use = useOf(call, info);
  if (use.kind === 'returned') return returnsLasting(func) ? 'beyond' : 'here';
  if (use.kind === 'stored') return use.target.kind === 'SelectorExpr' ? 'beyond' : storedIn(use.target, info);
  return use.kind === 'argument' ? resultReach(use.call, func, info) : 'here';
}

function storedIn(target: Expr, info: DeclInfo): 'here' | Var {
  const variable = identOf(target, info);
  return variable?.role === 'local' && !/^err/i.test(variable.name) ? variable : 'here';
}

/** Types, by the last word of their name, of which a value goes on using what it was made with. */
const lasting = /(?:Response|Rows?|Reader|ReadCloser|Body|Conn|Connection|Stream|Cmd|Client|Server|Watcher|Consumer|Iterator|Cursor|Subscription|Session|Listener|Request|Context|Worker|Pool)$/;

/** Whether a function returns what may go on working: a channel, a function, or a value of such a type. */
function returnsLasting({ type }: FuncNode): boolean {
  return type.results.some(({ type: result }) => someNode(result, (node) =>
    node.kind === 'ChanType' || node.kind === 'FuncType' || (node.kind === 'Ident' && lasting.test(node.name))));
}

/** Whether a literal runs beside the function, and may go on when that has returned. */
function runsOn(literal: FuncNode | undefined, func: FuncNode, info: DeclInfo): boolean {
  for (let at = literal; at && at !== func; at = info.enclosingFunc(at)) {
    if (at.kind !== 'FuncLit') return false;
    const role = literalRole(at, info);
    if (role === 'kept') return ['returned', 'element'].includes(useOf(at, info).kind);
    if (role === 'goroutine' && !waitsAfter(at, func, info)) return true;
  }
  return false;
}

/** Whether a function waits for something behind the start of a goroutine: a receive, a select, or a call of `Wait`. */
function waitsAfter(start: Node, func: FuncNode, info: DeclInfo): boolean {
  return func.body !== undefined && someNode(func.body, (node) => {
    if (node.pos < start.end || info.enclosingFunc(node) !== func) return false;
    if (node.kind === 'UnaryExpr') return node.op === '<-';
    return (
      node.kind === 'SelectStmt'
      || (node.kind === 'CallExpr' && node.fun.kind === 'SelectorExpr' && node.fun.sel.name === 'Wait')
    );
  });
}
