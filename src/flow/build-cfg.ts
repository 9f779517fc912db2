import type {
  BlockStmt, BranchStmt, CallExpr, CaseClause, Expr, ForStmt, IfStmt, LabeledStmt, RangeStmt, SelectStmt, Stmt, SwitchStmt,
  TypeSwitchStmt,
} from '../syntax/ast.ts';
import type { Cfg, ExitKind } from './cfg.ts';

/** What the graph must be told, because it takes more than syntax to know. */
export interface CfgQuestions {
  /** Whether control can come back from the call. */
  mayReturn(call: CallExpr): boolean;
  /** Whether the call ends the goroutine, deferred calls included: runtime.Goexit. */
  isGoexit(call: CallExpr): boolean;
  /** Whether a range loop can run out of elements: one over a ticker's channel cannot. */
  mayExhaust(range: RangeStmt): boolean;
}

interface OpenBlock {
  readonly index: number;
  readonly nodes: (Stmt | Expr)[];
  succs: OpenBlock[];
  cond: Expr | undefined;
  exit: ExitKind | undefined;
}

/** Where `break`, `continue` and `fallthrough` lead, from the inside out. */
interface Targets {
  readonly outer: Targets | undefined;
  readonly label: string | undefined;
  readonly breakTo: OpenBlock | undefined;
  readonly continueTo: OpenBlock | undefined;
  readonly fallthroughTo: OpenBlock | undefined;
}

/** State of one construction. `current` is the block that grows; after a jump it is one that nothing leads to. */
interface Builder {
  readonly questions: CfgQuestions;
  readonly blocks: OpenBlock[];
  readonly labels: Map<string, OpenBlock>;
  current: OpenBlock;
}

/** Builds the control flow graph of a function body. */
export function buildCfg(body: BlockStmt, questions: CfgQuestions): Cfg {
  const entry = open(0);
  const builder: Builder = { questions, blocks: [entry], labels: new Map(), current: entry };
  statements(builder, body.list, undefined);
  builder.current.exit = 'end';
  const places = builder.blocks.flatMap((block) => block.nodes.map((node, index) => ({ node, block, index })));
  places.sort((a, b) => a.node.pos - b.node.pos);
  return { entry, blocks: builder.blocks, places, closingBrace: body.end - 1 };
}

function open(index: number): OpenBlock {
  return { index, nodes: [], succs: [], cond: undefined, exit: undefined };
}

function newBlock(builder: Builder): OpenBlock {
  const block = open(builder.blocks.length);
  builder.blocks.push(block);
  return block;
}

function jump(builder: Builder, target: OpenBlock | undefined): void {
  if (target) builder.current.succs.push(target);
  builder.current = newBlock(builder);
}

/** Lets control run on into `target`, which becomes the block that grows. */
function enter(builder: Builder, target: OpenBlock): void {
  builder.current.succs.push(target);
  builder.current = target;
}

function statements(builder: Builder, list: readonly Stmt[], targets: Targets | undefined): void {
  for (const each of list) statement(builder, each, targets);
}

function statement(builder: Builder, stmt: Stmt, targets: Targets | undefined, label?: string): void {
  switch (stmt.kind) {
    case 'BlockStmt':
      return statements(builder, stmt.list, targets);
    case 'LabeledStmt':
      return labeled(builder, stmt, targets);
    case 'IfStmt':
      return ifStatement(builder, stmt, targets);
    case 'ForStmt':
      return forStatement(builder, stmt, targets, label);
    case 'RangeStmt':
      return rangeStatement(builder, stmt, targets, label);
    case 'SwitchStmt':
      return switchStatement(builder, stmt, targets, label);
    case 'TypeSwitchStmt':
      return typeSwitch(builder, stmt, targets, label);
    case 'SelectStmt':
      return selectStatement(builder, stmt, targets, label);
    case 'BranchStmt':
      return branch(builder, stmt, targets);
    case 'ReturnStmt':
      builder.current.nodes.push(stmt);
      builder.current.exit = 'return';
      builder.current = newBlock(builder);
      return;
    case 'ExprStmt':
      return expressionStatement(builder, stmt.x, stmt);
    default:
      builder.current.nodes.push(stmt);
  }
}

function expressionStatement(builder: Builder, x: Expr, stmt: Stmt): void {
  builder.current.nodes.push(stmt);
  if (x.kind !== 'CallExpr') return;
  if (builder.questions.isGoexit(x)) builder.current.exit = 'goexit';
  else if (builder.questions.mayReturn(x)) return;
  builder.current = newBlock(builder);
}

function labelBlock(builder: Builder, name: string): OpenBlock {
  const known = builder.labels.get(name);
  if (known) return known;
  const block = newBlock(builder);
  builder.labels.set(name, block);
  return block;
}

function labeled(builder: Builder, stmt: LabeledStmt, targets: Targets | undefined): void {
  enter(builder, labelBlock(builder, stmt.label.name));
  statement(builder, stmt.stmt, targets, stmt.label.name);
}

function branch(builder: Builder, stmt: BranchStmt, targets: Targets | undefined): void {
  builder.current.nodes.push(stmt);
  jump(builder, branchTarget(builder, stmt, targets));
}

/** Undefined for a jump to nowhere, which does not compile: control then ends there. */
function branchTarget(builder: Builder, stmt: BranchStmt, targets: Targets | undefined): OpenBlock | undefined {
  const name = stmt.label?.name;
  if (stmt.tok === 'goto') return name === undefined ? undefined : labelBlock(builder, name);
  for (let at = targets; at; at = at.outer) {
    const target = targetOf(at, stmt.tok);
    if (target && (name === undefined || at.label === name)) return target;
  }
  return undefined;
}

function targetOf(targets: Targets, tok: 'break' | 'continue' | 'fallthrough'): OpenBlock | undefined {
  if (tok === 'break') return targets.breakTo;
  return tok === 'continue' ? targets.continueTo : targets.fallthroughTo;
}

function ifStatement(builder: Builder, stmt: IfStmt, targets: Targets | undefined): void {
  if (stmt.init) statement(builder, stmt.init, targets);
  const then = newBlock(builder);
  const done = newBlock(builder);
  const otherwise = stmt.else ? newBlock(builder) : done;
  condition(builder, stmt.cond, then, otherwise);
  builder.current = then;
  statements(builder, stmt.body.list, targets);
  builder.current.succs.push(done);
  if (stmt.else) {
    builder.current = otherwise;
    statement(builder, stmt.else, targets);
    builder.current.succs.push(done);
  }
  builder.current = done;
}

/** Branches on a condition, `&&`, `||` and `!` taken apart so that each leaf has a block of its own. */
function condition(builder: Builder, cond: Expr, yes: OpenBlock, no: OpenBlock): void {
  if (cond.kind === 'UnaryExpr' && cond.op === '!') return condition(builder, cond.x, no, yes);
  if (cond.kind === 'BinaryExpr' && (cond.op === '&&' || cond.op === '||')) {
    const second = newBlock(builder);
    if (cond.op === '&&') condition(builder, cond.x, second, no);
    else condition(builder, cond.x, yes, second);
    builder.current = second;
    return condition(builder, cond.y, yes, no);
  }
  builder.current.nodes.push(cond);
  builder.current.cond = cond;
  builder.current.succs = [yes, no];
}

function isTrue(cond: Expr | undefined): boolean {
  return cond === undefined || (cond.kind === 'Ident' && cond.name === 'true');
}

function forStatement(builder: Builder, stmt: ForStmt, targets: Targets | undefined, label: string | undefined): void {
  if (stmt.init) statement(builder, stmt.init, targets);
  const head = newBlock(builder);
  const done = newBlock(builder);
  enter(builder, head);
  if (stmt.cond && !isTrue(stmt.cond)) {
    const body = newBlock(builder);
    condition(builder, stmt.cond, body, done);
    builder.current = body;
  }
  const post = stmt.post ? newBlock(builder) : head;
  statements(builder, stmt.body.list, {
    outer: targets,
    label,
    breakTo: done,
    continueTo: post,
    fallthroughTo: undefined,
  });
  builder.current.succs.push(post);
  if (stmt.post) {
    builder.current = post;
    statement(builder, stmt.post, targets);
    builder.current.succs.push(head);
  }
  builder.current = done;
}

function rangeStatement(builder: Builder, stmt: RangeStmt, targets: Targets | undefined, label: string | undefined): void {
  builder.current.nodes.push(stmt.x);
  const head = newBlock(builder);
  const body = newBlock(builder);
  const done = newBlock(builder);
  enter(builder, head);
  for (const target of [stmt.key, stmt.value]) if (target) head.nodes.push(target);
  head.succs.push(body);
  if (builder.questions.mayExhaust(stmt)) head.succs.push(done);
  builder.current = body;
  statements(builder, stmt.body.list, {
    outer: targets,
    label,
    breakTo: done,
    continueTo: head,
    fallthroughTo: undefined,
  });
  builder.current.succs.push(head);
  builder.current = done;
}

function switchStatement(builder: Builder, stmt: SwitchStmt, targets: Targets | undefined, label: string | undefined): void {
  if (stmt.init) statement(builder, stmt.init, targets);
  if (stmt.tag) builder.current.nodes.push(stmt.tag);
  clauses(builder, stmt.body, targets, label, stmt.tag === undefined);
}

function typeSwitch(builder: Builder, stmt: TypeSwitchStmt, targets: Targets | undefined, label: string | undefined): void {
  if (stmt.init) statement(builder, stmt.init, targets);
  builder.current.nodes.push(stmt.x);
  clauses(builder, stmt.body, targets, label, false);
}

/**
 * The cases are tried in order, `default` when none fits, wherever it stands. A switch without a tag tests conditions.
 */
function clauses(
  builder: Builder, cases: readonly CaseClause[], targets: Targets | undefined, label: string | undefined, conditions: boolean,
): void {
  const done = newBlock(builder);
  const bodies = cases.map(() => newBlock(builder));
  let fallback = done;
  cases.forEach((clause, index) => {
    const body = bodies[index] ?? done;
    if (!clause.list) fallback = body;
    else for (const test of clause.list) tryCase(builder, test, body, conditions);
  });
  builder.current.succs.push(fallback);
  cases.forEach((clause, index) => {
    builder.current = bodies[index] ?? done;
    statements(builder, clause.body, { outer: targets, label, breakTo: done, continueTo: undefined, fallthroughTo: bodies[index + 1] });
    builder.current.succs.push(done);
  });
  builder.current = done;
}

function tryCase(builder: Builder, test: Expr, body: OpenBlock, isCondition: boolean): void {
  const next = newBlock(builder);
  if (isCondition) condition(builder, test, body, next);
  else {
    builder.current.nodes.push(test);
    builder.current.succs.push(body, next);
  }
  builder.current = next;
}

/** A select waits until a clause is ready: there is no way round its clauses, and none out of `select {}`. */
function selectStatement(builder: Builder, stmt: SelectStmt, targets: Targets | undefined, label: string | undefined): void {
  const head = builder.current;
  const done = newBlock(builder);
  for (const clause of stmt.body) {
    builder.current = newBlock(builder);
    head.succs.push(builder.current);
    if (clause.comm) builder.current.nodes.push(clause.comm);
    statements(builder, clause.body, { outer: targets, label, breakTo: done, continueTo: undefined, fallthroughTo: undefined });
    builder.current.succs.push(done);
  }
  builder.current = done;
}
