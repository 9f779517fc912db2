import { createHash } from 'node:crypto';
import type { Finding } from '../../findings/finding.ts';
import { fix, message } from '../../findings/message.ts';
import type { Level } from '../../spec.ts';
import type { ReportMeta } from '../meta.ts';
import { repositoryPath } from '../repository-path.ts';
import { safeJson } from '../safe-json.ts';

const severity = { error: 'critical', warning: 'major', note: 'info' } as const satisfies Record<Level, string>;

/** For GitLab: a Code Quality report (https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format). */
export function reportGitlab(findings: readonly Finding[], meta: ReportMeta): string {
  const seen = new Map<string, number>();
  return safeJson(findings.map((finding) => {
    const path = repositoryPath(finding.location.path, meta);
    return {
      description: `${message(finding)}. ${fix(finding)}`,
      check_name: finding.rule,
      fingerprint: fingerprint([finding.rule, path, finding.fingerprint], seen),
      severity: severity[finding.level],
      location: { path, lines: { begin: finding.location.line } },
    };
  }));
}

/** GitLab takes two entries with one fingerprint for the same: the second of two on a line is counted. */
function fingerprint(parts: readonly string[], seen: Map<string, number>): string {
  const key = parts.join('\0');
  const before = seen.get(key) ?? 0;
  seen.set(key, before + 1);
  return createHash('sha256').update(before === 0 ? key : `${key}\0${before}`).digest('hex');
}
