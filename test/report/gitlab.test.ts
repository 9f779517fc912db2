import { expect, it } from 'vitest';
import { reportGitlab } from '../../src/report/ci/gitlab.ts';
import { makeFinding, makeLocation } from '../findings/make-finding.ts';
import { makeMeta } from './make-meta.ts';

/**
 * What https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format asks for, and GitLab's own parser.
 */
function entries(
  text: string,
): readonly {
  readonly fingerprint: string;
  readonly severity: string;
  readonly location: { readonly path: string };
}[] {
  return JSON.parse(text);
}

it('is a list of entries with all that GitLab asks for', () => {
  const [entry] = entries(reportGitlab([makeFinding()], makeMeta({ cwd: '/src/repo/sub' })));
  expect(entry).toEqual({
    description: expect.stringMatching(
      /^ticker "t" from time\.NewTicker is not stopped .* at line 31\. Write defer t\.Stop\(\) /,
    ),
    check_name: 'ticker-not-stopped',
    fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
    severity: 'major',
    location: { path: 'sub/poll.go', lines: { begin: 12 } },
  });
});

it('has a fingerprint of its own for each, which does not move with the line', () => {
  const twin = makeFinding();
  const moved = makeFinding({ location: makeLocation({ line: 99 }) });
  const elsewhere = makeFinding({ location: makeLocation({ path: 'other.go' }) });
  const prints = entries(reportGitlab([twin, twin, elsewhere], makeMeta())).map(({ fingerprint }) => fingerprint);
  expect(new Set(prints).size).toBe(3);
  expect(entries(reportGitlab([moved], makeMeta())).map(({ fingerprint }) => fingerprint)).toEqual(prints.slice(0, 1));
});

it('knows the severities of GitLab, and is an empty list where nothing was found', () => {
  const all = [makeFinding({ level: 'error' }), makeFinding(), makeFinding({ level: 'note' })];
  expect(entries(reportGitlab(all, makeMeta())).map(({ severity }) => severity)).toEqual(['critical', 'major', 'info']);
  expect(reportGitlab([], makeMeta())).toBe('[]\n');
});
