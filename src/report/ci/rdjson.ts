import type { Edit, Finding } from '../../findings/finding.ts';
import { fix, message } from '../../findings/message.ts';
import type { Level } from '../../spec.ts';
import type { ReportMeta } from '../meta.ts';
import { safeJson } from '../safe-json.ts';
import { tool } from '../tool.ts';

/** The words of reviewdog's Severity. */
const severity = { error: 'ERROR', warning: 'WARNING', note: 'INFO' } as const satisfies Record<Level, string>;

/**
 * For reviewdog: its Diagnostic Format as one object
 * (https://github.com/reviewdog/reviewdog/tree/master/proto/rdf). Paths are relative to the working directory, which
 * reviewdog maps to the repository; columns count bytes of UTF-8.
 */
export function reportRdjson(findings: readonly Finding[], meta: ReportMeta): string {
  const pages = new Map(meta.rules.map(({ id, helpUri }) => [id, helpUri]));
  return safeJson({
    source: { name: tool.name, url: tool.informationUri },
    diagnostics: findings.map((finding) => diagnostic(finding, pages.get(finding.rule))),
  });
}

function diagnostic(finding: Finding, page: string | undefined): object {
  const { rule, level, location: { path, line, column, endColumn, source } } = finding;
  return {
    message: `${message(finding)}. ${fix(finding)}`,
    location: {
      path,
      range: {
        start: { line, column: byteColumn(source, column) },
        end: { line, column: byteColumn(source, endColumn) },
      },
    },
    severity: severity[level],
    code: { value: rule, ...(page === undefined ? {} : { url: page }) },
    ...suggestionsOf(finding),
  };
}

/** The column in bytes, from 1, of a column in UTF-16 code units, from 1. */
function byteColumn(line: string, column: number): number {
  return Buffer.byteLength(line.slice(0, column - 1)) + 1;
}

/**
 * A change is suggested only whole, and only where its columns are known in bytes: on the line of the finding, or at
 * the start of another.
 */
function suggestionsOf({ location: { line, source }, fix: proven }: Finding): object {
  const edits = proven?.edits ?? [];
  const position = (at: number, column: number): object | undefined =>
    (at === line ? { line: at, column: byteColumn(source, column) } : column === 1 ? { line: at, column } : undefined);
  const suggestions = edits.flatMap((edit: Edit) => {
    const [start, end] = [position(edit.line, edit.column), position(edit.endLine, edit.endColumn)];
    return start && end ? [{ range: { start, end }, text: edit.text }] : [];
  });
  return suggestions.length > 0 && suggestions.length === edits.length ? { suggestions } : {};
}
