import {
  accepting, closedResults, collecting, drawnResults, fewOfRequest, filling, freshFills, freshResults, peerAddress, receiving,
} from '../knowledge/value-sources.ts';
import type { DeclInfo, Func, Var } from '../model/info.ts';
import { useOf } from '../model/code/use.ts';
import { dereferenced, typeString, underlying } from '../model/types/type.ts';
import { calleeOf, funcOf, typeOf, typeOfVar } from '../model/types/type-of.ts';
import type { CallExpr, CompositeLit, Expr, Ident, Node, ReturnStmt, SelectorExpr } from '../syntax/ast.ts';
import { someNode, walk } from '../syntax/walk.ts';
import { connectionTypes } from '../knowledge/request-types.ts';
import { broughtBy } from './brought.ts';
import { nearCalls } from './callers.ts';
import { isChecked } from './checked.ts';
import { isCounted } from './counted.ts';
import { funcAt } from './functions/func-at.ts';
import { calledName } from '../syntax/last-word.ts';

/** What makes a value another one each time. */
export type Source =
  /** The address of who sends a request or has connected. */
  | 'peer'
  /** Something else that a request brings, or a connection that is accepted. */
  | 'request'
  /** The same of a connection that nobody is seen to accept. */
  | 'connection'
  /** Random, or counted: never twice the same. */
  | 'fresh'
  /** A value of its own in memory: `&T{}`, `new(T)`. */
  | 'made'
  /** A connection that the program itself has asked for. */
  | 'dialed';

const clientSources = ['peer', 'request', 'connection'] as const;

/** How many callers up a parameter is followed. */
const mostCallers = 3;
/** Expressions looked at for one answer: a bound for hostile code, out of reach for real values. */
const budget = 400;

/** A parameter or receiver, or a field of one, that only the callers know. */
interface Open {
  readonly variable: Var;
  readonly field: string | undefined;
}

/** One question, which is answered by others. */
interface Query {
  readonly left: { steps: number };
  /** What is being asked for on the way to what is asked now: what goes round adds nothing. */
  readonly asked: Set<Node>;
  readonly found: Set<Source>;
  readonly open: Open[];
  /** Where the value is wanted, in a declaration: what it was checked for before it comes there counts. */
  readonly at: Node;
  readonly where: DeclInfo;
}

/**
 * Where a value comes from, by way of variables, fields, functions of the workspace and, `callers` up, those who call the
 * function around; all of what it may be made of counts. Empty for constants, where nothing is known, and for what a request
 * brings and the program has found among what it knows before it comes here.
 */
export function sourcesOf(expr: Expr, info: DeclInfo, callers = mostCallers): ReadonlySet<Source> {
  const query: Query = { left: { steps: budget }, asked: new Set(), found: new Set(), open: [], at: expr, where: info };
  ask(expr, info, undefined, query);
  for (let hop = 0; hop < callers && query.open.length > 0; hop++) {
    for (const open of query.open.splice(0)) askCallers(open, query);
  }
  // What a program has connected to is what somebody configured.
  return query.found.has('dialed') ? new Set([...query.found].filter((each) => each === 'fresh' || each === 'made')) : query.found;
}

function askCallers({ variable: { func, info, ident }, field }: Open, query: Query): void {
  const object = func?.kind === 'FuncDecl' ? funcAt(info) : undefined;
  if (func?.kind !== 'FuncDecl' || !object) return;
  const index = func.type.params.flatMap(({ names }) => names).indexOf(ident);
  if (index === -1) return;
  for (const { call, info: where } of nearCalls(object)) {
    const given = where === info ? undefined : call.args[index];
    if (given) ask(given, where, field, { ...query, at: call, where });
  }
}

/** Adds what a value, or one field of it, comes from to what was found. */
function ask(expr: Expr, info: DeclInfo, field: string | undefined, query: Query): void {
  if (--query.left.steps < 0) return;
  switch (expr.kind) {
    case 'Ident':
      return askChecked(expr, info, query, (part) => askName(expr, info, field, part));
    case 'SelectorExpr':
      return askChecked(expr, info, query, (part) => askSelector(expr, info, part));
    case 'CallExpr':
      return askCall(expr, 0, info, field, query);
    case 'CompositeLit':
      return askLiteral(expr, info, field, query);
    case 'UnaryExpr':
      if (expr.op === '&' && field === undefined) query.found.add('made');
      return expr.op === '<-' ? undefined : ask(expr.x, info, field, query);
    case 'BinaryExpr':
      ask(expr.x, info, undefined, query);
      return ask(expr.y, info, undefined, query);
    case 'StarExpr':
    case 'SliceExpr':
    case 'IndexExpr':
    case 'TypeAssertExpr':
      return ask(expr.x, info, field, query);
    default:
  }
}

/** Of what was found among known things before it comes to where it is wanted there are as many as of these, whoever sends it. */
function askChecked(expr: Expr, info: DeclInfo, query: Query, into: (part: Query) => void): void {
  const part: Query = { ...query, found: new Set() };
  into(part);
  const isSent = clientSources.some((each) => part.found.has(each));
  const isOfFew = isSent && info === query.where && isChecked(expr, query.at, info);
  for (const each of part.found) if (!isOfFew || each === 'fresh' || each === 'made') query.found.add(each);
}

/** The elements of a literal, or the one that a field is given. */
function askLiteral(literal: CompositeLit, info: DeclInfo, field: string | undefined, query: Query): void {
  for (const element of literal.elts) {
    const value = element.kind === 'KeyValueExpr' ? element.value : element;
    const use = field === undefined ? undefined : useOf(value, info);
    if (field === undefined || (use?.kind === 'element' && use.field === field)) ask(value, info, undefined, query);
  }
}

function askSelector(selector: SelectorExpr, info: DeclInfo, query: Query): void {
  const { x, sel: { name } } = selector;
  const qualifier = x.kind === 'Ident' ? info.objectOf(x) : undefined;
  if (qualifier?.kind === 'PkgName') {
    if (qualifier.path === 'crypto/rand' && name === 'Reader') query.found.add('fresh');
    return;
  }
  if (isCounted(selector, info)) query.found.add('fresh');
  askMember(x, name, name, info, query);
}

/** A field, or what a method of another package gives: an address where the whole is of a peer. */
function askMember(x: Expr, name: string, field: string | undefined, info: DeclInfo, query: Query): void {
  if (fewOfRequest.test(name)) return;
  const part: Query = { ...query, found: new Set() };
  ask(x, info, field, part);
  if (peerAddress.test(name) && clientSources.some((each) => part.found.has(each))) part.found.add('peer');
  part.found.delete('made');
  for (const each of part.found) query.found.add(each);
}

function askName(ident: Ident, info: DeclInfo, field: string | undefined, query: Query): void {
  const object = info.objectOf(ident);
  if (object?.kind !== 'Var') return;
  if (object.role === 'package') {
    if (isCounted(ident, info)) query.found.add('fresh');
    return;
  }
  if (object.role === 'param') askParameter(object, query);
  if (object.role === 'param' || object.role === 'recv') query.open.push({ variable: object, field });
  if (object.role !== 'local' && object.role !== 'result') return;
  if (query.asked.has(object.ident)) return;
  query.asked.add(object.ident);
  askOrigin(object, field, query);
  for (const use of object.info.usesOf(object)) askUse(use, object.info, field, query);
  query.asked.delete(object.ident);
}

function askParameter(parameter: Var, { found }: Query): void {
  const { info: { file } } = parameter;
  if (broughtBy(parameter, file.package) !== 'request') return;
  found.add(connectionTypes.test(typeString(dereferenced(typeOfVar(parameter, file.package)))) ? 'connection' : 'request');
}

function askOrigin({ origin, info }: Var, field: string | undefined, query: Query): void {
  if (origin?.kind === 'range') {
    const isMap = origin.index === 0 && underlying(typeOf(origin.range.x, info, info.file.package))?.kind === 'Map';
    if (origin.index === 1 || isMap) ask(origin.range.x, info, field, query);
  } else if (origin) askResult(origin.value, origin.index, info, field, query);
}

/** One of the values that an expression gives. */
function askResult(value: Expr, index: number, info: DeclInfo, field: string | undefined, query: Query): void {
  if (value.kind === 'CallExpr') askCall(value, index, info, field, query);
  else if (index === 0) ask(value, info, field, query);
}

/** What a use of a variable puts into it: another value, one for an element or a field, or what a call fills it with. */
function askUse(ident: Ident, info: DeclInfo, field: string | undefined, query: Query): void {
  const parent = info.parent(ident);
  if (field !== undefined && parent?.kind === 'SelectorExpr' && parent.sel.name !== field) return;
  const { part, isWhole } = partAround(ident, info);
  const use = useOf(part, info);
  if (use.kind === 'method-call' && collecting.test(use.name)) use.call.args.forEach((arg) => askDrawn(arg, info, query));
  else if (use.kind === 'argument' && isFilled(use.call, use.index)) askFill(use.call, use.index, info, query);
  else if (use.kind === 'assigned' && use.stmt.kind === 'AssignStmt') {
    const { lhs, rhs } = use.stmt;
    const index = lhs.indexOf(part);
    const value = rhs.length === lhs.length ? rhs[index] : rhs[0];
    if (value && isWhole) askResult(value, rhs.length === lhs.length ? 0 : index, info, field, query);
    else if (value) askDrawn(value, info, query);
  }
}

/** The part of a variable that a use of it means, `v.f`, `v[i]`, `&v.f`, `v[:]`; whether that is all of it. */
function partAround(ident: Ident, info: DeclInfo): { readonly part: Expr; readonly isWhole: boolean } {
  let part: Expr = ident;
  let isWhole = true;
  for (let at = info.parent(part); at; at = info.parent(part)) {
    if (at.kind === 'SelectorExpr' || (at.kind === 'IndexExpr' && at.x === part)) isWhole = false;
    else if (at.kind !== 'StarExpr' && at.kind !== 'SliceExpr' && !(at.kind === 'UnaryExpr' && at.op === '&')) break;
    if (at.kind === 'SelectorExpr' && useOf(at, info).kind === 'called') break;
    part = at;
  }
  return { part, isWhole };
}

/** One of many draws, `letters[rand.Intn(n)]`, of which a text is put together. */
function askDrawn(value: Expr, info: DeclInfo, query: Query): void {
  const isDrawn = someNode(value, (node) => {
    const callee = node.kind === 'CallExpr' ? calleeOf(node, info, info.file.package) : undefined;
    return callee?.kind === 'Foreign' && (drawnResults.test(callee.name) || freshResults.test(callee.name));
  });
  if (isDrawn) query.found.add('fresh');
  else ask(value, info, undefined, query);
}

function isFilled(call: CallExpr, index: number): boolean {
  const name = calledName(call);
  const isFirst = /^(?:Encode|copy|Put|Append)/.test(name);
  return filling.test(name) && (isFirst ? index === 0 : index > 0 || call.args.length === 1);
}

function askFill(call: CallExpr, index: number, info: DeclInfo, query: Query): void {
  const callee = calleeOf(call, info, info.file.package);
  if (callee?.kind === 'Foreign' && freshFills.test(callee.name)) query.found.add('fresh');
  if (call.fun.kind === 'SelectorExpr') ask(call.fun.x, info, undefined, query);
  call.args.forEach((arg, at) => (at === index ? undefined : ask(arg, info, undefined, query)));
}

/** A result of a call: of a function of the workspace what it returns, of all others what they are given. */
function askCall(call: CallExpr, index: number, info: DeclInfo, field: string | undefined, query: Query): void {
  const callee = calleeOf(call, info, info.file.package);
  const func = funcOf(callee);
  if (func) return askFunction(func, call, index, info, field, query);
  const name = callee?.kind === 'Foreign' ? callee.name : '';
  if (closedResults.test(name) || name === 'len' || name === 'make') return;
  if (freshResults.test(name)) return void query.found.add('fresh');
  if (/\.Dial\w*$/.test(name)) query.found.add('dialed');
  if (name === 'new') return void query.found.add('made');
  if (call.fun.kind === 'SelectorExpr') askMethod(call, call.fun, index, info, query);
  for (const arg of call.args) ask(arg, info, undefined, query);
}

function askMethod({ args }: CallExpr, { x, sel: { name } }: SelectorExpr, index: number, info: DeclInfo, query: Query): void {
  // Whoever listens accepts what others send; a packet comes with the address of who sent it.
  if (accepting.test(name)) query.found.add('request');
  if (receiving.test(name) && index > 0) query.found.add('request').add('peer');
  if (/^Unix(?:Nano|Micro)$/.test(name) && args.length === 0) query.found.add('fresh');
  const object = x.kind === 'Ident' ? info.objectOf(x) : undefined;
  if (object?.kind !== 'PkgName') askMember(x, name, undefined, info, query);
}

/** What a function of the workspace returns: its parameters stand for the arguments, its receiver for what it is called on. */
function askFunction(func: Func, call: CallExpr, index: number, info: DeclInfo, field: string | undefined, query: Query): void {
  const where = func.file.package.infoOf(func);
  if (where.decl.kind !== 'FuncDecl' || !where.decl.body || query.asked.has(where.decl)) return;
  query.asked.add(where.decl);
  const inside: Query = { ...query, open: [] };
  for (const value of returned(where)) {
    if (value.results.length === 1 && index > 0) askResult(value.results[0] ?? call, index, where, field, inside);
    else if (value.results[index]) ask(value.results[index], where, field, inside);
  }
  for (const ident of resultAt(where, index)) ask(ident, where, field, inside);
  query.asked.delete(where.decl);
  for (const { variable, field: part } of inside.open) {
    if (variable.info !== where) continue;
    const at = where.decl.type.params.flatMap(({ names }) => names).indexOf(variable.ident);
    const receiver = variable.role === 'recv' && call.fun.kind === 'SelectorExpr' ? call.fun.x : undefined;
    const given = receiver ?? call.args[at];
    if (given) ask(given, info, part, query);
  }
}

function returned(where: DeclInfo): readonly ReturnStmt[] {
  const found: ReturnStmt[] = [];
  walk(where.decl, (node) => {
    if (node.kind === 'ReturnStmt') found.push(node);
    return node.kind !== 'FuncLit';
  });
  return found;
}

/** The name of a result of a function, where it has one. */
function resultAt({ decl }: DeclInfo, index: number): readonly Ident[] {
  const name = decl.kind === 'FuncDecl' ? decl.type.results.flatMap(({ names }) => names)[index] : undefined;
  return name ? [name] : [];
}
