import type { CallExpr, Expr, FuncLit, Ident, Node, UnaryExpr } from '../../../syntax/ast.ts';
import { walk } from '../../../syntax/walk.ts';
import type { DeclInfo, FuncNode, Var } from '../../../model/info.ts';
import { textOf } from '../../../model/text-of.ts';
import { literalRole } from '../../../model/code/use.ts';
import { lastWord } from '../../../syntax/last-word.ts';

/**
 * The calls with which a function ends what a goroutine of it is there to end as well, behind `wait`: the same call on
 * the same local variable (`conn.Close()`, `cancel()`), the close of a channel that the goroutine drains, the wait for
 * a process that it kills. With such a call the goroutine has nothing left to do.
 */
export function sharedEnds(literal: FuncLit, wait: UnaryExpr, owner: FuncNode, info: DeclInfo): readonly CallExpr[] {
  const tasks = tasksBehind(wait, literal, info);
  return callsIn(owner).filter((call) => {
    if (!isOf(call, owner, info)) return false;
    const variable = subjectOf(call, info);
    return variable?.func === owner && tasks.some((task) => task.variable === variable && task.isEndedBy(call));
  });
}

/**
 * Whether a call is one of the function itself, or of a literal that it runs in place or defers; others may never run.
 */
function isOf(call: CallExpr, owner: FuncNode, info: DeclInfo): boolean {
  const func = info.enclosingFunc(call);
  return func === owner || (func?.kind === 'FuncLit' && ['deferred', 'inline'].includes(literalRole(func, info))
    && info.enclosingFunc(func) === owner);
}

/** Something the goroutine does to a variable once it wakes up. */
interface Task {
  readonly variable: Var;
  isEndedBy(call: CallExpr): boolean;
}

/** More of them are not looked at: such a goroutine does one thing or two. */
const taskLimit = 16;

function tasksBehind(wait: UnaryExpr, literal: FuncLit, info: DeclInfo): readonly Task[] {
  const found: Task[] = [];
  walk(literal.body, (node: Node) => {
    if (node.pos < wait.end || found.length >= taskLimit) return;
    if (node.kind === 'RangeStmt') {
      const variable = rootVariable(node.x, info);
      if (variable)
        found.push({ variable, isEndedBy: (call) => call.fun.kind === 'Ident' && call.fun.name === 'close' });
    }
    if (node.kind === 'CallExpr') {
      const variable = subjectOf(node, info);
      const isKill = node.fun.kind === 'SelectorExpr'
        && ['Kill', 'Signal'].includes(node.fun.sel.name)
        && lastWord(node.fun.x) === 'Process';
      if (variable)
        found.push({
          variable,
          isEndedBy: (call) => (isKill ? isWait(call) : textOf(call, info) === textOf(node, info)),
        });
    }
  });
  return found;
}

/** `cmd.Wait()`: the process is over. */
function isWait({ fun }: CallExpr): boolean {
  return fun.kind === 'SelectorExpr' && (fun.sel.name === 'Wait' || fun.sel.name === 'Run');
}

function callsIn(func: FuncNode): readonly CallExpr[] {
  const found: CallExpr[] = [];
  walk(func, (node) => {
    if (node.kind === 'CallExpr') found.push(node);
  });
  return found;
}

/** Names of methods that end something, or wait for its end. */
const ending = /^(?:Close|Stop|Kill|Signal|Wait|Run|Shutdown|Cancel|Unsubscribe|Release|Unlock)/;

/** What a call ends, if it ends anything: the receiver of `v.Close()`, `v` of `close(v)`, `cancel` itself. */
function subjectOf({ fun, args }: CallExpr, info: DeclInfo): Var | undefined {
  if (fun.kind === 'SelectorExpr') return ending.test(fun.sel.name) ? rootVariable(fun.x, info) : undefined;
  if (fun.kind !== 'Ident') return undefined;
  const [only, ...others] = args;
  if (fun.name === 'close') return only && others.length === 0 ? rootVariable(only, info) : undefined;
  return args.length === 0 ? variableOf(fun, info) : undefined;
}

function rootVariable(expr: Expr, info: DeclInfo): Var | undefined {
  if (expr.kind === 'Ident') return variableOf(expr, info);
  return expr.kind === 'SelectorExpr' ? rootVariable(expr.x, info) : undefined;
}

function variableOf(ident: Ident, info: DeclInfo): Var | undefined {
  const object = info.objectOf(ident);
  return object?.kind === 'Var' && (object.role === 'local' || object.role === 'result') ? object : undefined;
}
