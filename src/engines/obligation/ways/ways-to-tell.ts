import type { Evidence } from '../../../findings/evidence.ts';
import { isErrorWay, saysError } from '../../../flow/error-way.ts';
import type { Path } from '../../../flow/paths.ts';
import { assignmentsOf } from '../../../model/code/assignment.ts';
import type { DeclInfo, Var } from '../../../model/info.ts';
import { useOf } from '../../../model/code/use.ts';
import type { CallExpr, Expr, Stmt } from '../../../syntax/ast.ts';
import { someNode } from '../../../syntax/walk.ts';
import type { Duty } from './duty.ts';
import { calledName } from '../../../syntax/last-word.ts';

/** The ways to speak of: those that lead through an error that is rare only where there are no others. */
export function waysToTell(
  paths: readonly Path[],
  { acquisition: { info }, variable, context: { rule } }: Duty,
): ToldWays {
  if (!rule.withError) return { paths, ways: 'some' };
  const plain = paths.filter(
    (path) => !isErrorWay(path) || isCommonError(path, (call) => reads(call, variable, rule.part, info), info),
  );
  return plain.length > 0 ? { paths: plain, ways: 'some' } : { paths, ways: 'error' };
}

/** Ways out, and what they are of all. */
export interface ToldWays {
  readonly paths: readonly Path[];
  readonly ways: Evidence['ways'];
}

/**
 * What refuses somebody by whatever it is called on, and what finds fault with data that came from elsewhere: nothing
 * is rare about their errors.
 */
const refuses = /^(?:Log[Ii]n|Bind|Auth(?:enticate)?|Handshake|StartTLS|Hello)(?![a-z])/;
const findsFault = /^(?:Parse|Unmarshal|Validate|Verify|Check)(?![a-z])|From(?:JSON|Json|String|Bytes|Text)$/;

/**
 * Whether the last error on a way is one that input or credentials bring about, and no failure of the resource itself.
 */
function isCommonError({ blocks }: Path, readsIt: (call: CallExpr) => boolean, info: DeclInfo): boolean {
  const nodes: (Stmt | Expr)[] = [];
  let common = false;
  for (const [index, block] of blocks.entries()) {
    nodes.push(...block.nodes);
    const next = blocks[index + 1];
    if (!block.cond || !next || !saysError(block.cond, next === block.succs[0])) continue;
    const call = callBehind(block.cond, nodes, info);
    const word = call ? calledName(call) : '';
    common = refuses.test(word) || (findsFault.test(word) && call !== undefined && !readsIt(call));
  }
  return common;
}

/** The call that gave the error of a condition: the last one on the way that assigns its variable. */
function callBehind(cond: Expr, nodes: readonly (Stmt | Expr)[], info: DeclInfo): CallExpr | undefined {
  const error = cond.kind === 'BinaryExpr' && cond.x.kind === 'Ident' ? info.objectOf(cond.x) : undefined;
  const isGiven = (target: Expr): boolean =>
    target.kind === 'Ident' && error !== undefined && info.objectOf(target) === error;
  for (const node of nodes.toReversed()) {
    const given = assignmentsOf(node).find(({ targets }) => targets.some(isGiven));
    const [value] = given?.values ?? [];
    if (given) return value?.kind === 'CallExpr' ? value : undefined;
  }
  return undefined;
}

/** Whether a call is given what is held, or its part; other fields, such as the header of a response, are data. */
function reads(call: CallExpr, variable: Var, part: string | undefined, info: DeclInfo): boolean {
  return someNode(call, (node) => {
    if (node.kind !== 'Ident' || info.objectOf(node) !== variable) return false;
    const use = useOf(node, info);
    return part === undefined || use.kind !== 'selected' || use.name === part;
  });
}
