import type { Edit, Finding, Step } from '../findings/finding.ts';
import { fix, message, stepText } from '../findings/message.ts';
import type { ReportMeta } from './meta.ts';
import { safeJson } from './safe-json.ts';

/**
 * For programs: one object. Its keys, all of them always there, are a promise; others may be added.
 *
 *     version     the version of golint-leaks
 *     findings    each with
 *       rule, level (error, warning, note), confidence (high, medium)
 *       path        relative to the working directory, or absolute outside of it; with /
 *       line, column, endColumn   from 1, columns in UTF-16 code units, endColumn exclusive
 *       message, fix
 *       edits       the change that --fix makes, in order; empty where none is certain: line, column, endLine,
 *       endColumn, text steps       the way to the leak: kind, path, line, column, endColumn, text fingerprint
 *       primaryLocationLineHash as CodeQL computes it evidence    only with profiles: what they show of it, see
 *       docs/evidence.md
 *     suppressed  findings taken out by the source: as above, and justification (a text or null)
 *     unread      files with declarations that could not be read: path, declarations (how many), places (line and why,
 *     of those that have a place) notices     sentences
 */
export function reportJson(
  findings: readonly Finding[],
  { version, suppressed, unread, notices, failures = [], evidence }: ReportMeta,
): string {
  return safeJson({
    version,
    findings: findings.map((finding) => ({
      ...findingJson(finding),
      ...(evidence && { evidence: evidence.ofFinding.get(finding)?.properties ?? [] }),
    })),
    suppressed: suppressed.map(({ finding, justification = null }) => ({ ...findingJson(finding), justification })),
    unread: unread.map(({ path, declarations, places }) => ({
      path,
      declarations,
      places: places.map(({ line, why }) => ({ line, why })),
    })),
    notices: [...notices, ...failures],
    ...evidence?.json,
  });
}

function findingJson(finding: Finding): object {
  const { rule, level, confidence, location: { path, line, column, endColumn }, fingerprint } = finding;
  return {
    rule, level, confidence, path, line, column, endColumn,
    message: message(finding),
    fix: fix(finding),
    edits: (finding.fix?.edits ?? []).map(editJson),
    steps: finding.steps.map(stepJson),
    fingerprint,
  };
}

function editJson({ line, column, endLine, endColumn, text }: Edit): object {
  return { line, column, endLine, endColumn, text };
}

function stepJson(step: Step): object {
  const { kind, location: { path, line, column, endColumn } } = step;
  return { kind, path, line, column, endColumn, text: stepText(step) };
}
