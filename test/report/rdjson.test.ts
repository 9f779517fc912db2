import { expect, it } from 'vitest';
import { reportRdjson } from '../../src/report/ci/rdjson.ts';
import { makeFinding, makeLocation } from '../findings/make-finding.ts';
import { makeMeta } from './make-meta.ts';

const edit = { pos: 0, end: 0, line: 12, column: 10, endLine: 12, endColumn: 10, text: '\n\tdefer t.Stop()' };

it('counts columns in bytes of UTF-8, as reviewdog does', () => {
  const location = makeLocation({ source: 'é := 𝛂.NewTicker(d)', column: 6, endColumn: 8 });
  const { diagnostics } = JSON.parse(reportRdjson([makeFinding({ location })], makeMeta()));
  expect(diagnostics[0].location.range).toEqual({ start: { line: 12, column: 7 }, end: { line: 12, column: 11 } });
});

it('suggests a proven fix, but only where all of its columns are known', () => {
  const location = makeLocation({ source: 'ö := f(1)', column: 6, endColumn: 10 });
  const suggestions = (edits: readonly (typeof edit)[]): unknown =>
    JSON.parse(reportRdjson([makeFinding({ location, fix: { kind: 'return', edits } })], makeMeta())).diagnostics[0]
      .suggestions;
  expect(suggestions([edit])).toEqual([
    { range: { start: { line: 12, column: 11 }, end: { line: 12, column: 11 } }, text: edit.text },
  ]);
  expect(suggestions([edit, { ...edit, line: 20, endLine: 20, column: 4, endColumn: 4 }])).toBeUndefined();
  expect(suggestions([])).toBeUndefined();
});

it('has the words of reviewdog for levels, and the page of the rule', () => {
  const levels = (['error', 'warning', 'note'] as const).map((level) => makeFinding({ level }));
  const { diagnostics, source } = JSON.parse(reportRdjson(levels, makeMeta()));
  expect(source.name).toBe('golint-leaks');
  expect(diagnostics.map((each: { severity: string }) => each.severity)).toEqual(['ERROR', 'WARNING', 'INFO']);
  expect(diagnostics[0].code).toEqual({ value: 'ticker-not-stopped', url: 'https://example.com/rule.md' });
});
