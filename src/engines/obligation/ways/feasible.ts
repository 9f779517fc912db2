import type { Expr, Ident, Node } from '../../../syntax/ast.ts';
import { someNode } from '../../../syntax/walk.ts';
import type { Block } from '../../../flow/cfg.ts';
import { constantCondition } from '../../../facts/constant.ts';
import { contradict } from '../../../flow/comparison.ts';
import type { Known } from '../../../flow/guards.ts';
import { guards } from '../../../flow/guards.ts';
import { resultTargets } from '../../../model/code/assignment.ts';
import { textOf } from '../../../model/text-of.ts';
import type { DeclInfo, Var } from '../../../model/info.ts';
import { calleeOf, funcOf } from '../../../model/types/type-of.ts';
import type { Beginning } from './companion-error.ts';
import { companionErrors } from './companion-error.ts';
import { identOf } from '../hold/ident-of.ts';
import { isNilTest, isNotEqual } from './nil-test.ts';
import { calledName } from '../../../syntax/last-word.ts';
import { sameObjects } from '../../../model/same-expr.ts';

/**
 * Which branches are open on the ways from an acquisition. The variable is not nil while it holds the resource (nor are
 * the others that hold it, nor is a part of it), and a condition that guards the acquisition is taken to keep its
 * value: `if d > 0 { t = … }` and later `if d > 0 { t.Stop() }` belong together. Where that assumption is wrong we stay
 * silent, never the other way round. An error that came with the resource is nil, or there is no resource. What all
 * callers of the module pass is what a parameter is.
 */
export function feasibleFrom(
  call: Expr, holder: Var | undefined, info: DeclInfo, begin: Beginning = {},
): (cond: Expr, value: boolean) => boolean {
  const guarding = guards(call, info).map((guard) =>
    isFlipped(guard, call, info) ? { ...guard, value: !guard.value } : guard,
  );
  const known = [...guarding, ...flagsBeside(call, info), ...receivedFlag(call, info), ...givenFlag(call, info)];
  const errors = companionErrors(call, info, begin);
  const { aliases = [] } = begin;
  const holders = holder ? [holder, ...aliases] : aliases;
  return (cond, value) => {
    if (holders.some((each) => isNilTest(cond, each, info))) return value === isNotEqual(cond);
    for (const error of errors) {
      if (!error.holdsAt(cond)) continue;
      if (isNilTest(cond, error.variable, info)) return value !== isNotEqual(cond);
      if (tellsKindOf(cond, error.variable, info)) return !value;
      const failing = failureOf(cond, error.variable, info);
      if (failing !== undefined) return value !== failing;
    }
    const text = textOf(cond, info);
    const isAgainst = (guard: Known): boolean =>
      guard.text === text
        ? guard.value !== value && sameObjects(guard.cond, cond, info)
        : contradict(guard.cond, guard.value, cond, value, info) && sameObjects(left(guard.cond), left(cond), info);
    if (known.some(isAgainst)) return false;
    return constantCondition(cond, info) !== !value;
  };
}

/** What a comparison compares with something else. */
function left(cond: Expr): Expr {
  return cond.kind === 'BinaryExpr' ? cond.x : cond;
}

/** `if !running { …; running = true }`: what guarded the acquisition no longer holds once its block is done. */
function isFlipped({ text, value }: Known, call: Expr, info: DeclInfo): boolean {
  const opposite = String(!value);
  for (let at = info.parent(call); at && at.kind !== 'FuncLit' && at.kind !== 'FuncDecl'; at = info.parent(at)) {
    if (at.kind !== 'IfStmt') continue;
    const flips = at.body.list.some(
      (stmt) =>
        stmt.kind === 'AssignStmt'
        && stmt.tok === '='
        && stmt.lhs.some(
          (target, index) =>
            textOf(target, info) === text
            && stmt.rhs[index] !== undefined
            && textOf(stmt.rhs[index], info) === opposite,
        ),
    );
    if (flips) return true;
  }
  return false;
}

/**
 * Flags that are set in the statements behind the acquisition, in its block: `didOpen = true` tells later that this
 * happened.
 */
function flagsBeside(call: Expr, info: DeclInfo): readonly Known[] {
  let child: Node = call;
  let at = info.parent(call);
  while (at && at.kind !== 'BlockStmt' && at.kind !== 'FuncLit' && at.kind !== 'FuncDecl')
    [child, at] = [at, info.parent(at)];
  if (at?.kind !== 'BlockStmt') return [];
  info.spend(at.list.length);
  return at.list.filter((each) => each.pos > child.pos).flatMap((each): Known[] => {
    const [target] = each.kind === 'AssignStmt' && each.tok === '=' ? each.lhs : [];
    const [value] = each.kind === 'AssignStmt' ? each.rhs : [];
    const isFlag =
      target?.kind === 'Ident' && value?.kind === 'Ident' && (value.name === 'true' || value.name === 'false');
    return isFlag ? [{ cond: target, text: target.name, value: value.name === 'true' }] : [];
  });
}

/** `conn, ok := <-conns`: there is one where `ok` is true. */
function receivedFlag(call: Expr, info: DeclInfo): readonly Known[] {
  const [, ok] = call.kind === 'UnaryExpr' && call.op === '<-' ? resultTargets(call, info) : [];
  return ok?.kind === 'Ident' ? [{ cond: ok, text: ok.name, value: true }] : [];
}

/**
 * `file, ok := open()`, `file, ok, err := open()`: where `ok` is false there is none, if the function gives nil wherever
 * it may not give true, and says what it gives in its returns; a bare one gives false where `ok` is a result that is
 * never set.
 */
function givenFlag(call: Expr, info: DeclInfo): readonly Known[] {
  const targets = resultTargets(call, info);
  const func =
    call.kind === 'CallExpr' && targets.length > 1 ? funcOf(calleeOf(call, info, info.file.package)) : undefined;
  const where = func && func.file.package.infoOf(func);
  if (where?.decl.kind !== 'FuncDecl' || !where.decl.body) return [];
  const results = where.decl.type.results.flatMap((field) =>
    (field.names.length > 0 ? field.names : [undefined]).map((name) => ({ name, type: field.type })));
  const place = results.findLastIndex(({ type }) => type.kind === 'Ident' && type.name === 'bool');
  const ok = targets[place];
  if (ok?.kind !== 'Ident' || ok.name === '_') return [];
  const isUnset = isNeverSet(results[place]?.name, where.decl.body);
  let without = 0;
  const isMixed = someNode(where.decl.body, (node) => {
    if (node.kind !== 'ReturnStmt' || where.enclosingFunc(node) !== where.decl) return false;
    if (isUnset && node.results.length === 0 && ++without > 0) return false;
    const flag = node.results[place];
    if (node.results.length !== targets.length) return true;
    if (flag?.kind === 'Ident' && flag.name === 'true') return false;
    without++;
    // An error may come with it.
    return !node.results.every(
      (value, index) =>
        index === place
        || (index > place && index === targets.length - 1)
        || (value.kind === 'Ident' && value.name === 'nil'),
    );
  });
  return isMixed || without === 0 ? [] : [{ cond: ok, text: ok.name, value: true }];
}

/** Whether a named result is only set by returns. */
function isNeverSet(result: Ident | undefined, body: Node): boolean {
  if (!result) return false;
  const isResult = (expr: Expr): boolean => expr.kind === 'Ident' && expr.name === result.name;
  return !someNode(
    body,
    (node) =>
      (node.kind === 'AssignStmt' && node.lhs.some(isResult))
      || (node.kind === 'UnaryExpr' && node.op === '&' && isResult(node.x)),
  );
}

/** Which way leads on from a case of `switch err { case nil: … }`, where err came with the resource: that of nil. */
export function followsFrom(call: Expr, info: DeclInfo, begin: Beginning): (from: Block, to: Block) => boolean {
  const errors = companionErrors(call, info, begin);
  return (from, to) => {
    const test = from.nodes[from.nodes.length - 1];
    const clause = test && info.parent(test);
    const around = clause?.kind === 'CaseClause' ? info.parent(clause) : undefined;
    if (around?.kind !== 'SwitchStmt' || !around.tag || from.cond !== undefined) return true;
    const tag = identOf(around.tag, info);
    if (!errors.some((error) => error.variable === tag && error.holdsAt(around))) return true;
    return (test?.kind === 'Ident' && test.name === 'nil') === (to === from.succs[0]);
  };
}

/** The `ok` of `e, ok := err.(*os.PathError)`: where it is true there is an error. */
function tellsKindOf(cond: Expr, error: Var, info: DeclInfo): boolean {
  const object = cond.kind === 'Ident' ? info.objectOf(cond) : undefined;
  const origin = object?.kind === 'Var' ? object.origin : undefined;
  return (
    origin?.kind === 'value'
    && origin.index === 1
    && origin.value.kind === 'TypeAssertExpr'
    && identOf(origin.value.x, info) === error
  );
}

/**
 * The value of a condition that speaks of an error by a call, where the error is one: true for `errors.Is(err, …)`,
 * `os.IsNotExist(err)` and `failed(w, err)`, false for `isOK(err)`. Undefined for conditions on anything else.
 */
function failureOf(cond: Expr, error: Var, info: DeclInfo): boolean | undefined {
  if (cond.kind === 'BinaryExpr')
    return (cond.op === '==' || cond.op === '!=') && mentions(cond, error, info) ? cond.op === '==' : undefined;
  if (cond.kind !== 'CallExpr' || !mentions(cond, error, info)) return undefined;
  return !/(?:ok|nil|success|ignore|no_?err)\w*$/i.test(calledName(cond));
}

function mentions(expr: Expr, variable: Var, info: DeclInfo): boolean {
  return someNode(expr, (node) => node.kind === 'Ident' && info.objectOf(node) === variable);
}
