import { describe, expect, it } from 'vitest';
import { reportText } from '../../src/report/text/text.ts';
import { makeFinding, makeLocation, makeStep, ticker } from '../findings/make-finding.ts';
import { makeMeta } from './make-meta.ts';

const FIX =
  '  fix: Write defer t.Stop() directly after time.NewTicker, in the function or literal that uses the ticker,'
  + ' not in the one that starts it.';

describe('reportText', () => {
  it('shows the finding, its source line, the way to it and the fix', () => {
    const steps = [
      makeStep('acquired', { line: 12 }),
      makeStep('overwritten', { path: 'other.go', line: 4 }),
      makeStep('exit', { line: 31 }),
    ];
    expect(reportText([makeFinding({ steps })], makeMeta())).toBe([
      'poll.go:12:7: warning: ticker "t" from time.NewTicker is not stopped when the function returns at line 31 (ticker-not-stopped)',
      '  12 | \tt := time.NewTicker(d)',
      '     | \t     ^~~~~~~~~~~~~~~~~',
      '  other.go:4: the variable is given another value here',
      '  line 31: the function is left here',
      FIX,
      '',
    ].join('\n'));
  });

  it('says nothing where nothing was found', () => {
    expect(
      reportText([], makeMeta({ notices: ['Something.'], unread: [{ path: 'a.go', declarations: 1, places: [] }] })),
    ).toBe('');
  });

  it('parts two findings by an empty line', () => {
    const report = reportText([makeFinding(), makeFinding({ location: makeLocation({ path: 'z.go' }) })], makeMeta());
    expect(report.split(`${FIX}\n\n`).map((part) => part.slice(0, part.indexOf(':')))).toEqual(['poll.go', 'z.go']);
  });

  it('colours only when asked to', () => {
    expect(reportText([makeFinding()], makeMeta())).not.toContain('\x1b');
    expect(reportText([makeFinding()], makeMeta({ color: true }))).toMatch(
      /^\x1b\[1mpoll\.go:12:7\x1b\[0m: \x1b\[1;33mwarning\x1b\[0m: /,
    );
  });

  it('shows what files and names contain, and lets none of it act', () => {
    const hostile = makeFinding({
      location: makeLocation({ path: 'a\n\x1b[2J.go', source: '\x1b]0;x\x07f()', column: 7, endColumn: 10 }),
      fact: {
        kind: 'missed-exit',
        resource: { ...ticker, holder: 't\u202e\r' },
        exit: 'end',
        line: 3,
        remedy: { kind: 'defer' },
      },
      steps: [makeStep('exit', { path: 'b\x9b.go' })],
    });
    const report = reportText([hostile], makeMeta());
    expect(report.split('\n').slice(0, 4)).toEqual([
      'a\\u000a\\u001b[2J.go:12:7: warning: ticker "t\\u202e\\u000d" from time.NewTicker is not stopped when the function'
        + ' ends at line 3 (ticker-not-stopped)',
      '  12 | \\u001b]0;x\\u0007f()',
      '     |                 ^~~',
      '  b\\u009b.go:12: the function is left here',
    ]);
    expect(report).not.toMatch(/[^\P{C}\n]/u);
  });

  it('writes no line that GitHub Actions takes for a command', () => {
    const location = makeLocation({ path: '::error::x.go', source: '::warning::*/ f()' });
    expect(reportText([makeFinding({ location })], makeMeta())).not.toMatch(/^\s*::/m);
  });

  it('writes nothing that a runner takes for a command inside of a line, however it is put together', () => {
    const location = makeLocation({ path: '##[error]/##vso[a]x.go', source: 'f##[group]g', column: 4, endColumn: 5 });
    expect(reportText([makeFinding({ location })], makeMeta())).not.toMatch(/##\w*\[/);
  });
});
