import { plainEvidence } from '../../findings/evidence.ts';
import type { Draft } from '../../findings/finding.ts';
import { locate } from '../../findings/locate.ts';
import { rootVar } from '../../model/entity-name.ts';
import { lineOf } from '../../model/line-of.ts';
import { loopAround } from '../../model/loop-around.ts';
import type { DeclInfo, Var } from '../../model/info.ts';
import type { PackageModel } from '../../model/package-model.ts';
import { literalRole } from '../../model/use.ts';
import { shownText } from '../../model/text-of.ts';
import type { UnboundedWait } from '../../spec.ts';
import type { CallExpr, Expr, Node } from '../../syntax/ast.ts';
import { someNode } from '../../syntax/walk.ts';
import { setsDeadline } from './deadline-text.ts';
import type { ForeignCall } from './reported-calls.ts';
import { foreignCalls } from './reported-calls.ts';

/** Handshakes on a connection that got no deadline in the function, and that nothing closes while they wait. */
export function unboundedHandshakes(rule: UnboundedWait, model: PackageModel): readonly Draft[] {
  const elsewhere = model.files.some(({ source }) => setsDeadline(source.text));
  return foreignCalls(Object.keys(rule.handshakes), model).flatMap((each): Draft[] => {
    const connection = connectionOf(each, rule);
    if (!connection || isBounded(each, connection, model)) return [];
    const { call, info } = each;
    const root = rootVar(connection, info);
    const isOwn = root !== undefined && root.role === 'local';
    const loop = acceptLoop(call, info);
    return [{
      rule: rule.id,
      evidence: {
        ...plainEvidence,
        relief: model.name === 'main' && loop === undefined ? 'program-ends' : undefined,
        // A deadline that is set somewhere else in the package may be for this connection, if it comes from there.
        beliefs: isOwn || !elsewhere ? [] : ['deadline-elsewhere'],
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

function isBounded({ call, info }: ForeignCall, connection: Expr, model: PackageModel): boolean {
  if (mentionsDeadline(info) || isBoundedByCaller(connection, info, model)) return true;
  const variables = holders(rootVar(connection, info), info);
  return someNode(info.decl, (node) => node.kind === 'CallExpr' && isClose(node, variables, info)
    && (runsBeside(node, call, info) || runsBeside(call, node, info)));
}

function mentionsDeadline({ decl, file: { source } }: DeclInfo): boolean {
  return setsDeadline(source.text.slice(decl.pos, decl.end));
}

/** Whether the connection is a parameter, and some function of the package that names this one sets a deadline. */
function isBoundedByCaller(connection: Expr, info: DeclInfo, model: PackageModel): boolean {
  const root = rootVar(connection, info);
  if (root?.role !== 'param' || info.decl.kind !== 'FuncDecl') return false;
  return model.mentioning(info.decl.name.name, info.file).some(mentionsDeadline);
}

/** The variable of a connection, and those it was made of: `t := tls.Server(c, config)` shakes hands on `c`. */
function holders(variable: Var | undefined, info: DeclInfo): readonly Var[] {
  if (!variable) return [];
  const value = variable.origin?.kind === 'value' && variable.info === info ? variable.origin.value : undefined;
  const inner = value && (rootVar(value, info) ?? (value.kind === 'CallExpr' && value.args[0] ? rootVar(value.args[0], info) : undefined));
  return inner && inner !== variable ? [variable, inner] : [variable];
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
  const accepts = loop && someNode(loop, (node) => node.kind === 'SelectorExpr' && /^Accept(?:TCP|Unix)?$/.test(node.sel.name));
  return accepts ? loop : undefined;
}
