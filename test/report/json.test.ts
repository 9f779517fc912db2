import { describe, expect, it } from 'vitest';
import { reportJson } from '../../src/report/json.ts';
import { makeFinding, makeLocation, makeStep } from '../findings/make-finding.ts';
import { makeMeta } from './make-meta.ts';

const finding = {
  rule: 'ticker-not-stopped',
  level: 'warning',
  confidence: 'high',
  path: 'poll.go',
  line: 12,
  column: 7,
  endColumn: 24,
  message: 'ticker "t" from time.NewTicker is not stopped when the function returns at line 31',
  fix: 'Write defer t.Stop() directly after time.NewTicker, in the function or literal that uses the ticker, not in the one that starts it.',
  edits: [],
  steps: [],
  fingerprint: '1a2b:1',
};

describe('reportJson', () => {
  it('holds all of a run', () => {
    const report = reportJson(
      [makeFinding({ steps: [makeStep('exit', { line: 31 })] })],
      makeMeta({
        suppressed: [
          { finding: makeFinding(), justification: 'by design' },
          { finding: makeFinding(), justification: undefined },
        ],
        unread: [{ path: 'bad.go', declarations: 2, places: [] }],
        notices: ['No Go files in x.'],
      }),
    );
    expect(JSON.parse(report)).toEqual({
      version: '1.2.3',
      findings: [
        {
          ...finding,
          steps: [
            { kind: 'exit', path: 'poll.go', line: 31, column: 1, endColumn: 2, text: 'the function is left here' },
          ],
        },
      ],
      suppressed: [
        { ...finding, justification: 'by design' },
        { ...finding, justification: null },
      ],
      unread: [{ path: 'bad.go', declarations: 2, places: [] }],
      notices: ['No Go files in x.'],
    });
  });

  it('has the edits of a fix', () => {
    const edits = [
      { pos: 200, end: 200, text: '\n\tdefer t.Stop()', line: 12, column: 24, endLine: 12, endColumn: 24 },
    ];
    const report: unknown = JSON.parse(
      reportJson([makeFinding({ fix: { kind: 'defer', call: 't.Stop()', edits } })], makeMeta()),
    );
    expect(report).toMatchObject({
      findings: [{ edits: [{ line: 12, column: 24, endLine: 12, endColumn: 24, text: '\n\tdefer t.Stop()' }] }],
    });
  });

  it('has all its keys when there is nothing to say, and ends its last line', () => {
    const report = reportJson([], makeMeta());
    expect(JSON.parse(report)).toEqual({ version: '1.2.3', findings: [], suppressed: [], unread: [], notices: [] });
    expect(report).toMatch(/[^\n]\n$/);
  });

  it('escapes what a terminal would act on, without changing it', () => {
    const path = 'a\x9b\u202e\x7f\x1b\u{e0001}\ud800.go';
    const report = reportJson([makeFinding({ location: makeLocation({ path }) })], makeMeta());
    expect(report).not.toMatch(/[^\P{C}\n]/u);
    expect(JSON.parse(report)).toMatchObject({ findings: [{ path }] });
  });
});
