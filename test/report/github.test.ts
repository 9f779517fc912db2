import { expect, it } from 'vitest';
import { reportGithub } from '../../src/report/ci/github.ts';
import { makeFinding, makeLocation, ticker } from '../findings/make-finding.ts';
import { makeMeta } from './make-meta.ts';

const fix =
  'Write defer t.Stop() directly after time.NewTicker, in the function or literal that uses the ticker, not in the one that starts it.';

it('is a command for each finding, with the path from the root of the repository', () => {
  const meta = makeMeta({ cwd: '/src/repo/sub' });
  expect(
    reportGithub(
      [makeFinding(), makeFinding({ level: 'note', location: makeLocation({ path: '../a b.go', line: 1 }) })],
      meta,
    ).split('\n'),
  ).toEqual([
    `::warning title=ticker-not-stopped,file=sub/poll.go,line=12,endLine=12,col=7,endColumn=24::sub/poll.go:12:7: ticker "t" from time.NewTicker is not stopped when the function returns at line 31 (ticker-not-stopped)%0A${fix}`,
    expect.stringMatching(/^::notice title=ticker-not-stopped,file=a b\.go,line=1,endLine=1,/),
    '',
  ]);
});

it('escapes as @actions/core does, and lets nothing act on a terminal', () => {
  const hostile = makeFinding({
    location: makeLocation({ path: 'a,b:c%0A::error::\n\r\x1b[2J.go' }),
    fact: {
      kind: 'missed-exit',
      resource: { ...ticker, holder: '%0A\n::error::x\r\x1b' },
      exit: 'end',
      line: 3,
      remedy: { kind: 'defer' },
    },
  });
  const report = reportGithub([hostile], makeMeta());
  expect(report.split('\n')).toHaveLength(2);
  expect(report).toContain('file=a%2Cb%3Ac%250A%3A%3Aerror%3A%3A%0A%0D\\u001b[2J.go,');
  expect(report).toContain(': ticker "%250A%0A::error::x%0D\\u001b" from');
  expect(report).not.toMatch(/[^\P{C}\n]/u);
});

it('is nothing where nothing was found', () => {
  expect(reportGithub([], makeMeta())).toBe('');
});

it('annotates ten of a level, as many as GitHub shows, and puts the rest into the log', () => {
  const at = (line: number, level: 'warning' | 'note' = 'warning') =>
    makeFinding({ level, location: makeLocation({ line }) });
  const findings = [...Array.from({ length: 12 }, (_, i) => at(i + 1)), at(20, 'note')];
  const lines = reportGithub(findings, makeMeta()).trimEnd().split('\n');
  expect(lines.filter((line) => line.startsWith('::warning '))).toHaveLength(10);
  expect(lines.filter((line) => line.startsWith('::notice '))).toHaveLength(1);
  expect(lines.slice(11)).toEqual([
    'golint-leaks: 2 more findings have no annotations, since GitHub shows 10 of a level for each step:',
    expect.stringMatching(/^poll\.go:11:1: warning: .* \(ticker-not-stopped\)$/),
    expect.stringMatching(/^poll\.go:12:1: warning: .* \(ticker-not-stopped\)$/),
  ]);
});
