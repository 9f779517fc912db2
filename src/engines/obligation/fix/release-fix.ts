import { deferCall } from '../../../edits/defer-call.ts';
import { lineBefore } from '../../../edits/insert-line.ts';
import { removedLine } from '../../../edits/remove-line.ts';
import type { ResultAssignment } from '../../../edits/result-assignment.ts';
import { resultAssignment } from '../../../edits/result-assignment.ts';
import type { Fact } from '../../../findings/fact.ts';
import type { Edit, Fix } from '../../../findings/finding.ts';
import { lineOf } from '../../../model/line-of.ts';
import { textOf } from '../../../model/text-of.ts';
import type { DeferStmt, Ident, ReturnStmt } from '../../../syntax/ast.ts';
import type { Acquisition } from '../find/acquisition.ts';
import type { Duty } from '../ways/duty.ts';
import { dutyOf } from '../ways/duty.ts';
import type { Context } from '../context.ts';
import { identOf } from '../hold/ident-of.ts';
import type { Holding } from '../meaning/meaning.ts';
import { holdingsOf } from '../meaning/meaning.ts';
import { isNeededBy, isReachedOtherwise } from '../remedy/way-out.ts';
import { waysOut } from '../ways/ways-out.ts';

/**
 * How what comes with an error, and may be used by any method, is released on the ways out that miss it:
 * - by a defer behind the test of its error, where nobody else has it;
 * - by moving a defer there that comes too late;
 * - by a call before each return that is left, where others are given it, or a loop comes round again.
 */
export function releaseFix(acquisition: Acquisition, fact: Fact, context: Context): Fix | undefined {
  if (fact.kind !== 'missed-exit') return undefined;
  const { call, info, result } = acquisition;
  const assignment = call.kind === 'CallExpr' ? resultAssignment(call, result, info) : undefined;
  const variable = assignment && identOf(assignment.target, info);
  const subject = variable?.role === 'local' ? dutyOf(acquisition, variable, context, acquisition.hold) : undefined;
  if (!subject || !assignment?.declares || subject.effects.effects.some(({ kind }) => kind === 'overwritten'))
    return undefined;
  const code = releaseCode(subject);
  switch (fact.remedy.kind) {
    case 'defer':
      return deferring(assignment, subject, code);
    case 'move-defer':
      return moving(assignment, fact.remedy.line, subject, code);
    case 'ways-out':
    case 'in-pass':
      return calling(assignment, subject, code);
    default:
      return undefined;
  }
}

/** `f.Close()`, `resp.Body.Close()` */
function releaseCode({ variable, hold, context: { rule: { part, release } } }: Duty): string {
  return [variable.name, ...(part === undefined || hold === 'part' ? [] : [part]), release[0] ?? ''].join('.').concat('()');
}

function deferring({ ready, target }: ResultAssignment, subject: Duty, code: string): Fix | undefined {
  const places = ownPlaces(target, subject);
  const edit = places && deferCall(ready, places, code, subject.acquisition.info);
  return edit && { kind: 'defer', call: code, edits: [edit] };
}

function moving(assignment: ResultAssignment, line: number, subject: Duty, code: string): Fix | undefined {
  const { acquisition: { info }, effects: { effects } } = subject;
  const late = effects.map(({ node }) => node).find((node): node is DeferStmt =>
    node.kind === 'DeferStmt' && lineOf(node.pos, info) === line && textOf(node.call, info) === code);
  const added = deferring(assignment, subject, code)?.edits ?? [];
  const removed = late && removedLine(late, info);
  return removed && added.length > 0 ? { kind: 'move-defer', call: code, edits: [...added, removed] } : undefined;
}

/** The places that need what is held, where each of them only uses or releases it. */
function ownPlaces(target: Ident, { variable, acquisition: { info }, context }: Duty): readonly Ident[] | undefined {
  const uses = holdingsOf(variable, info, context)
    .flatMap((holding: Holding) => holding.uses)
    .filter(({ ident }) => ident !== target);
  const isPlain = uses.every(({ meaning: { kind } }) => ['use', 'alias', 'release', 'deferred-release'].includes(kind));
  return isPlain ? uses.map(({ ident }) => ident) : undefined;
}

/**
 * A call before each return that misses it: behind the test of the error, where no other way to that return has
 * released it or handed it on.
 */
function calling({ ready }: ResultAssignment, subject: Duty, code: string): Fix | undefined {
  const { acquisition: { info } } = subject;
  const missed = waysOut(subject, new Set());
  const returns = missed.flatMap((path) => {
    const last = path.end.nodes[path.end.nodes.length - 1];
    const isPlain = last?.kind === 'ReturnStmt' && last.pos > ready.end && isLeftAlone(last, subject);
    return isPlain && !isReachedOtherwise(path, subject) ? [last] : [];
  });
  if (returns.length === 0 || returns.length < missed.length) return undefined;
  const edits = returns.map((each) => lineBefore(each, code, info));
  const made = edits.filter((each): each is Edit => each !== undefined).toSorted((a, b) => a.pos - b.pos);
  const lines = returns.map((each) => lineOf(each.pos, info)).sort((a, b) => a - b);
  return made.length < edits.length
    ? undefined
    : { kind: 'call-before', call: code, before: linesText(lines), edits: made };
}

function linesText(lines: readonly number[]): string {
  const [only, ...more] = lines;
  return more.length === 0 ? `the return at line ${only}` : `the returns at lines ${lines.join(', ')}`;
}

/** Whether a return can see the variable, and does not need what it holds. */
function isLeftAlone(statement: ReturnStmt, subject: Duty): boolean {
  const { variable, acquisition: { info } } = subject;
  let scope = info.parent(variable.ident);
  while (scope && scope.kind !== 'BlockStmt' && scope.kind !== 'CaseClause' && scope.kind !== 'CommClause')
    scope = info.parent(scope);
  const isInScope = scope !== undefined && scope.pos <= statement.pos && statement.end <= scope.end;
  return isInScope && !isNeededBy(statement, subject);
}
