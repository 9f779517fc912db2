import { plainEvidence } from '../../findings/evidence.ts';
import type { Draft } from '../../findings/finding.ts';
import { locate } from '../../findings/locate.ts';
import { callersOf } from '../../facts/callers.ts';
import { funcAt } from '../../facts/functions/func-at.ts';
import { rootVar } from '../../model/names/entity-name.ts';
import { lineOf } from '../../model/line-of.ts';
import { loopAround } from '../../model/code/loop-around.ts';
import type { DeclInfo, Var } from '../../model/info.ts';
import { calleeOf, funcOf } from '../../model/types/type-of.ts';
import type { PackageModel } from '../../model/package-model.ts';
import { literalRole } from '../../model/code/use.ts';
import { shownText } from '../../model/text-of.ts';
import type { UnboundedWait } from './rule.ts';
import type { CallExpr, Expr, Node } from '../../syntax/ast.ts';
import { someNode } from '../../syntax/walk.ts';
import { setsDeadline, setsDeadlineAnywhere } from './deadline-calls.ts';
import { isBoundedAtSource } from './deadline-source.ts';
import type { ForeignCall } from '../../facts/foreign-calls.ts';
import { foreignCalls } from '../../facts/foreign-calls.ts';
import { isExported } from '../../syntax/is-exported.ts';
import { calledName } from '../../syntax/last-word.ts';
import { accepting } from '../../knowledge/value-sources.ts';

/** Handshakes on a connection that got no deadline in the function, and that nothing closes while they wait. */
export function unboundedHandshakes(rule: UnboundedWait, model: PackageModel): readonly Draft[] {
  const elsewhere = setsDeadlineAnywhere(model);
  return foreignCalls(Object.keys(rule.handshakes), model).flatMap((each): Draft[] => {
    const connection = connectionOf(each, rule);
    if (!connection || isBounded(each, connection)) return [];
    const { call, info } = each;
    const root = rootVar(connection, info);
    const isOwn = root !== undefined && root.role === 'local';
    const loop = acceptLoop(call, info);
    return [{
      rule: rule.id,
      evidence: {
        ...plainEvidence,
        relief: model.name === 'main' && loop === undefined ? 'program-ends' : undefined,
        // A deadline that is set somewhere else in the package may be for this connection, if it comes from there; who
        // has what is itself a connection may set one on it.
        beliefs: (!isOwn && (elsewhere || isReceiver(connection, info))) || isGivenByOthers(root, info)
          ? ['deadline-elsewhere']
          : [],
      },
      location: locate(info.file.source, call),
      fact: {
        kind: 'handshake-unbounded',
        call: shownText(call.fun, info),
        connection: shownText(connection, info),
        loop: loop === undefined ? undefined : lineOf(loop.pos, info),
      },
      steps: [],
    }];
  });
}

function connectionOf({ call, name }: ForeignCall, { handshakes }: UnboundedWait): Expr | undefined {
  const place = handshakes[name] ?? 0;
  if (place >= 0) return call.args[place];
  return call.fun.kind === 'SelectorExpr' ? call.fun.x : undefined;
}

/**
 * Whether the connection is a parameter, and callers that cannot be seen may have set a deadline on it: those of a
 * library, and those who have the method by way of an interface.
 */
function isGivenByOthers(root: Var | undefined, info: DeclInfo): boolean {
  const func = funcAt(info);
  if (!func || !isExported(func.declaration.name ?? '') || !holders(root, info).some(({ role }) => role === 'param'))
    return false;
  const isSeen = func.declaration.receiver === undefined && callersOf(func).isComplete;
  // One who hands over what he has accepted or dialled himself, without a deadline, is enough.
  return !isSeen && !comesUnbounded(root, info, callerDepth);
}

/** Names of what gives a connection of one's own. */
const opening = new RegExp(`${accepting.source}|Dial`);

/** Whether some function is seen to make a connection and hand it on to this variable, and sets no deadline before. */
function comesUnbounded(variable: Var | undefined, info: DeclInfo, depth: number): boolean {
  const made = variable?.origin?.kind === 'value' ? variable.origin.value : undefined;
  if (made?.kind === 'CallExpr' && opening.test(calledName(made))) return true;
  const given = holders(variable, info).find(({ role }) => role === 'param');
  const func = given && depth > 0 ? funcAt(info) : undefined;
  if (!func || !given || info.decl.kind !== 'FuncDecl') return false;
  const index = info.decl.type.params.flatMap(({ names }) => names).indexOf(given.ident);
  return callersOf(func).calls.some(({ call, info: where }) => {
    const value = call.args[index];
    return value && !setsBefore(call, where) && comesUnbounded(rootVar(value, where), where, depth - 1);
  });
}

function isReceiver(connection: Expr, info: DeclInfo): boolean {
  return connection.kind === 'Ident' && rootVar(connection, info)?.role === 'recv';
}

function isBounded({ call, info }: ForeignCall, connection: Expr): boolean {
  const variables = holders(rootVar(connection, info), info);
  if (
    setsBefore(call, info)
    || isSetByMethod(call, variables, info)
    || isBoundedByCaller(variables, info, callerDepth) === true
    || isBoundedAtSource(connection, variables, info)
  )
    return true;
  return someNode(info.decl, (node) => node.kind === 'CallExpr' && isClose(node, variables, info)
    && (runsBeside(node, call, info) || runsBeside(call, node, info)));
}

/** Whether a function sets a deadline that is there when a call in it begins: one that comes behind it is too late. */
function setsBefore(call: Node, info: DeclInfo): boolean {
  const { decl } = info;
  const isBeside = info.enclosingFunc(call) !== decl || loopAround(call, info) !== undefined;
  return setsDeadline(decl, isBeside ? decl.end : call.pos);
}

/** Callers of callers are asked so far. */
const callerDepth = 3;

/** Whether the function has called a method before that sets a deadline on what its receiver holds: `s.readLine()`. */
function isSetByMethod(call: Node, variables: readonly Var[], info: DeclInfo): boolean {
  return someNode(info.decl, (node) => {
    if (node.kind !== 'CallExpr' || node.end > call.pos || node.fun.kind !== 'SelectorExpr') return false;
    const owner = rootVar(node.fun.x, info);
    if (owner?.role !== 'recv' || !variables.includes(owner)) return false;
    const method = funcOf(calleeOf(node, info, info.file.package));
    const { decl } = (method && method.file.package.infoOf(method)) ?? info;
    return decl !== info.decl && setsDeadline(decl, decl.end);
  });
}

/**
 * Whether the connection comes from a parameter or the receiver, and all who call the function have set a deadline
 * before. Undefined where nobody is seen to call it but those that ask: wrappers of one interface call each other.
 */
function isBoundedByCaller(
  variables: readonly Var[], info: DeclInfo, depth: number, asked: readonly DeclInfo[] = [],
): boolean | undefined {
  if (asked.includes(info)) return undefined;
  const isGiven = variables.some(({ role }) => role === 'param' || role === 'recv');
  const func = isGiven && depth > 0 ? funcAt(info) : undefined;
  const calls = func ? callersOf(func).calls : [];
  const answers = calls.map(({ call, info: where }) =>
    setsBefore(call, where) || isBoundedByCaller(givenBy(call, where), where, depth - 1, [...asked, info]));
  if (calls.length === 0 || answers.includes(false)) return false;
  return answers.includes(true) ? true : undefined;
}

/** The variables that a call gives away, those apart that hold something of them. */
function givenBy(call: CallExpr, info: DeclInfo): readonly Var[] {
  const receiver = call.fun.kind === 'SelectorExpr' ? [call.fun.x] : [];
  return [...receiver, ...call.args].flatMap((expr) => rootVar(expr, info) ?? []);
}

/**
 * The variable of a connection, and those it was made of: `t := tls.Server(c, config)` and `t := s.secure(c)` shake
 * hands on `c`.
 */
function holders(variable: Var | undefined, info: DeclInfo): readonly Var[] {
  if (!variable) return [];
  const value = variable.origin?.kind === 'value' && variable.info === info ? variable.origin.value : undefined;
  if (!value) return [variable];
  const made = value.kind === 'CallExpr' ? givenBy(value, info) : [rootVar(value, info) ?? []].flat();
  return [...new Set([variable, ...made])];
}

function isClose({ fun }: CallExpr, variables: readonly Var[], info: DeclInfo): boolean {
  if (fun.kind !== 'SelectorExpr' || fun.sel.name !== 'Close') return false;
  const root = rootVar(fun.x, info);
  return root !== undefined && variables.includes(root);
}

/** Whether a call may run while another one waits: in a clause of a select, or in a literal that somebody else runs. */
function runsBeside(close: Node, waiting: Node, info: DeclInfo): boolean {
  for (let at = info.parent(close); at; at = info.parent(at)) {
    const holdsBoth = at.pos <= waiting.pos && waiting.end <= at.end;
    if (holdsBoth) return false;
    if (at.kind === 'CommClause') return true;
    if (at.kind === 'FuncLit' && ['goroutine', 'callback', 'kept'].includes(literalRole(at, info))) return true;
  }
  return false;
}

/** The loop that accepts the connection, where the handshake runs in the loop itself. */
function acceptLoop(call: CallExpr, info: DeclInfo): Node | undefined {
  const loop = loopAround(call, info);
  const accepts =
    loop && someNode(loop, (node) => node.kind === 'SelectorExpr' && accepting.test(node.sel.name));
  return accepts ? loop : undefined;
}
