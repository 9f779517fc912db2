import { expect, it } from 'vitest';
import { reportMarkdown } from '../../src/report/ci/markdown.ts';
import { makeFinding, makeLocation } from '../findings/make-finding.ts';

it('counts what is new and what is gone by rule', () => {
  const text = reportMarkdown([makeFinding(), makeFinding({ level: 'error' })], {
    gone: [
      { rule: 'defer-in-loop', count: 2 },
      { rule: 'defer-in-loop', count: 1 },
    ],
  });
  expect(text).toMatch(/^### golint-leaks: 1 error, 1 warning\n/);
  expect(text).toContain(
    '| rule | new | gone |\n|---|--:|--:|\n| defer-in-loop | 0 | 3 |\n| ticker-not-stopped | 2 | 0 |\n',
  );
  expect(reportMarkdown([], {})).toBe('### golint-leaks: no findings\n\n');
});

it('takes no name for markup', () => {
  const location = makeLocation({ path: 'a|b`<script>\n@x[y](z)_w_.go' });
  const row = reportMarkdown([makeFinding({ location })], {}).split('\n').find((line) => line.includes('script')) ?? '';
  expect(row).toContain('a\\|b\\`\\<script\\>\\\\u000a\\@x\\[y\\](z)\\_w\\_.go:12:1 |');
  expect(row.replace(/\\./g, '').split('|')).toHaveLength(5);
});

it('lists so many, and counts the rest', () => {
  const text = reportMarkdown(Array.from({ length: 60 }, () => makeFinding()), {});
  expect(text.match(/ \| warning \| /g)).toHaveLength(50);
  expect(text).toContain('\n\n10 more are in the log.\n');
});
