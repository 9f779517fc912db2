import type { ReportMeta, RuleInfo } from '../../src/report/meta.ts';

/** The rule of the findings that `makeFinding` makes. */
export const tickerRule: RuleInfo = {
  id: 'ticker-not-stopped',
  summary: 'a ticker that is not stopped on every way out',
  tags: ['time', 'leak'],
  help: () =>
    '# ticker-not-stopped\n\n## What\n\nA ticker is made\nand not stopped.\n\n```go\nt := time.NewTicker(d)\n```\n',
  helpUri: 'https://example.com/rule.md',
  level: 'warning',
  precision: 'high',
  cwe: [401],
};

/** A run in the root of the repository `/src/repo`, of one rule, with nothing to say beside the findings. */
export function makeMeta(changes: Partial<ReportMeta> = {}): ReportMeta {
  return {
    version: '1.2.3', rules: [tickerRule], root: '/src/repo', isRootNamed: true, cwd: '/src/repo',
    unread: [], notices: [], suppressed: [], color: false, links: false, executionSuccessful: true,
    ...changes,
  };
}
