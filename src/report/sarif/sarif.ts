import type { Finding } from '../../findings/finding.ts';
import type { ReportMeta } from '../meta.ts';
import { safeJson } from '../safe-json.ts';
import { limitFindings } from './sarif-limits.ts';
import { notifications } from './sarif-notification.ts';
import { sarifResult } from './sarif-result.ts';
import { sarifRule, unusedSuppression } from './sarif-rule.ts';
import { tool } from '../tool.ts';
import { folderUri } from '../uri.ts';

/** The address under which GitHub's own documentation names the schema. */
const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';

/**
 * For GitHub code scanning and other readers of SARIF 2.1.0
 * (https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/sarif-v2.1.0-errata01-os-complete.html; what GitHub reads
 * of it:
 * https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning).
 * One run. `automationDetails` is there only when a category was asked for: the one of the upload action counts only
 * where the log has none, and what is in front of its slash is the category. Suppressed findings are left out: GitHub
 * does not read `suppressions` and opens an alert for such a result
 * (https://github.com/github/codeql-action/issues/1230); the JSON report has them.
 */
export function reportSarif(findings: readonly Finding[], meta: ReportMeta): string {
  return safeJson({ $schema: SCHEMA, version: '2.1.0', runs: [run(findings, meta)] });
}

function run(findings: readonly Finding[], meta: ReportMeta): object {
  const limited = limitFindings(findings);
  // A finding that loses its steps to the limits is another value, at the same place.
  const seen = new Map([...(meta.evidence?.ofFinding ?? [])].map(([finding, each]) => [finding.location, each]));
  const rules = [...meta.rules, unusedSuppression];
  const ruleIds = rules.map(({ id }) => id);
  return {
    tool: { driver: { ...driver(meta.version), rules: rules.map(sarifRule) } },
    invocations: [
      {
        executionSuccessful: meta.executionSuccessful,
        toolExecutionNotifications: notifications(meta, limited.notices),
      },
    ],
    ...(meta.category !== undefined && { automationDetails: { id: `${meta.category}/` } }),
    originalUriBaseIds: { '%SRCROOT%': meta.isRootNamed ? { uri: folderUri(meta.root) } : {} },
    columnKind: 'utf16CodeUnits',
    results: limited.findings.map((finding) => sarifResult(finding, meta, ruleIds, seen.get(finding.location))),
  };
}

function driver(version: string): object {
  return { name: tool.name, semanticVersion: version, informationUri: tool.informationUri };
}
