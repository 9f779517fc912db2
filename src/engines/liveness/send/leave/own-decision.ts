import type { DeclInfo, Var } from '../../../../model/info.ts';
import { loopAround } from '../../../../model/code/loop-around.ts';
import { textOf } from '../../../../model/text-of.ts';
import type { BinaryExpr, Expr, ForStmt, Node, RangeStmt } from '../../../../syntax/ast.ts';
import { someNode } from '../../../../syntax/walk.ts';
import { countOf } from '../count/loop-count.ts';
import type { OwnedChannel, Start } from '../owned-channel.ts';

/** The loop, which receives, that a way out leaves, and the conditions on which it does. */
export interface WayOut {
  readonly loop: ForStmt | RangeStmt;
  readonly tests: readonly Expr[];
}

/**
 * Whether who receives leaves for a reason of its own, and not because the senders have said or shown that nothing more
 * comes:
 * - one goroutine sends without an end, and no value received is looked at;
 * - many goroutines send on a channel that is closed once all have sent, and nothing is counted;
 * - many send, and of some kind of values there were enough.
 */
export function isOwnDecision(way: WayOut, start: Start, owned: OwnedChannel): boolean {
  const { channel: { info, uses, owner } } = owned;
  if (start.endless) return way.tests.every((test) => !speaksOfReceived(test, owned));
  const starting = loopAround(start.node, start.info);
  if (!starting || start.owner !== owner) return false;
  const isClosed = uses.uses.some((use) => use.kind === 'closed' && use.info.enclosingFunc(use.call) !== owner);
  if (isClosed && way.tests.every((test) => !isFlag(test, owned) && !countsAll(test, way.loop, starting, info)))
    return true;
  return way.tests.some((test) => isEnough(test, way.loop, starting, info));
}

/** `ok` of `v, ok := <-c`, also negated: the channel was closed. */
function isFlag(test: Expr, { channel: { info }, receiving }: OwnedChannel): boolean {
  return someNode(test, (node) => {
    const variable = variableAt(node, info);
    return (
      variable?.origin?.kind === 'value'
      && variable.origin.index === 1
      && isWithin(variable.origin.value, receiving.nodes)
    );
  });
}

/** Whether a condition looks at what was received, or at what was made of it. */
function speaksOfReceived(test: Node, owned: OwnedChannel, steps = 3): boolean {
  const { channel: { info }, receiving } = owned;
  return someNode(test, (node) => {
    const variable = variableAt(node, info);
    if (!variable || steps === 0) return false;
    return valuesOf(variable, info).some((value) =>
      isWithin(value, receiving.nodes) || isWithin(value, receiving.operands)
      || speaksOfReceived(value, owned, steps - 1));
  });
}

/** What a variable is declared with or assigned later, with a plain `=`. */
function valuesOf(variable: Var, info: DeclInfo): readonly Node[] {
  const { origin } = variable;
  const first: readonly Node[] = origin?.kind === 'value' ? [origin.value] : origin ? [origin.range.x] : [];
  return [...first, ...info.usesOf(variable).flatMap((ident): readonly Node[] => {
    const stmt = info.parent(ident);
    if (stmt?.kind === 'RangeStmt') return stmt.key === ident || stmt.value === ident ? [stmt.x] : [];
    return stmt?.kind === 'AssignStmt' && stmt.tok === '=' && stmt.lhs.includes(ident) && !isCounting(stmt, ident)
      ? stmt.rhs
      : [];
  })];
}

/** Whether a condition asks for something that the loop counts, and that may be the number of goroutines. */
function countsAll(test: Expr, loop: Node, starting: ForStmt | RangeStmt, info: DeclInfo): boolean {
  const counts = someNode(test, (node) => {
    const variable = variableAt(node, info);
    return variable !== undefined && countings(variable, loop, info).length > 0;
  });
  return counts && !(test.kind === 'BinaryExpr' && isGiven(test.y, info) && !isNumberOfSenders(test, starting, info));
}

/**
 * `yes >= needed`, where `yes` is counted for some of the values only, and what is needed does not come from how many
 * goroutines were started: they are not all heard then, unless by chance.
 */
function isEnough(test: Expr, loop: ForStmt | RangeStmt, starting: ForStmt | RangeStmt, info: DeclInfo): boolean {
  if (test.kind !== 'BinaryExpr' || !['==', '>', '>='].includes(test.op)) return false;
  const counter = variableAt(test.x, info);
  const places = counter ? countings(counter, loop, info) : [];
  const isPartial =
    places.length > 0 && places.every((place) => info.parent(info.parent(place) ?? place)?.kind === 'IfStmt');
  return isPartial && !isNumberOfSenders(test, starting, info) && isGiven(test.y, info);
}

function isNumberOfSenders({ y }: BinaryExpr, starting: ForStmt | RangeStmt, info: DeclInfo): boolean {
  const count = countOf(starting, info);
  return count === undefined || [count, `len(${count})`].includes(textOf(y, info));
}

/** Whether a bound is made of numbers, parameters, fields and lengths: not of what the function has counted itself. */
function isGiven(bound: Expr, info: DeclInfo): boolean {
  return !someNode(bound, (node) => {
    const variable = variableAt(node, info);
    return (
      variable !== undefined
      && variable.role === 'local'
      && info.usesOf(variable).some((ident) => isCounting(info.parent(ident), ident))
    );
  });
}

/** The statements of a loop that count a variable. */
function countings(variable: Var, loop: Node, info: DeclInfo): readonly Node[] {
  return info.usesOf(variable).flatMap((ident): readonly Node[] => {
    const stmt = info.parent(ident);
    return stmt && loop.pos <= ident.pos && ident.end <= loop.end && isCounting(stmt, ident) ? [stmt] : [];
  });
}

/** `n++`, `n += 2`, `all = append(all, v)` */
function isCounting(stmt: Node | undefined, ident: Node): boolean {
  if (stmt?.kind === 'IncDecStmt') return stmt.x === ident;
  if (stmt?.kind !== 'AssignStmt' || stmt.lhs[0] !== ident || stmt.tok === ':=') return false;
  const [value] = stmt.rhs;
  return stmt.tok !== '=' || (value?.kind === 'CallExpr' && value.fun.kind === 'Ident' && value.fun.name === 'append');
}

function variableAt(node: Node, info: DeclInfo): Var | undefined {
  const object = node.kind === 'Ident' ? info.objectOf(node) : undefined;
  return object?.kind === 'Var' ? object : undefined;
}

function isWithin(node: Node, outer: ReadonlySet<Node>): boolean {
  return [...outer].some((each) => each.pos <= node.pos && node.end <= each.end);
}
