import { rules } from '../../../../rules/index.ts';
import { reportJson } from '../../../report/json.ts';
import type { ReportMeta } from '../../../report/meta.ts';
import { ruleInfo } from '../../../report/rule-info.ts';
import { reportSarif } from '../../../report/sarif/sarif.ts';
import type { Project } from '../project.ts';
import { root } from './analysed.ts';
import type { Analysed } from './analysed.ts';

/** The reports for programs that the page shows. */
export type ReportFormat = 'sarif' | 'json';

/** What a report says of the tool itself: its version, and the pages of its rules as Markdown. */
export interface About {
  readonly version: string;
  readonly page: (rule: string) => string;
}

/** The text of a report, as the command would write it. */
export function reportText(
  format: ReportFormat,
  { findings, analyses }: Analysed,
  project: Project,
  { version, page }: About,
): string {
  const meta: ReportMeta = {
    version,
    rules: rules
      .filter(({ id }) => !project.options.off.includes(id))
      .map((rule) => ruleInfo(rule, () => page(rule.id), true)),
    root,
    isRootNamed: true,
    cwd: root,
    unread: analyses.flatMap(({ unread }) => unread),
    suppressed: analyses.flatMap(({ suppressed }) => suppressed),
    notices: [],
    color: false,
    links: false,
    executionSuccessful: analyses.every(({ failures }) => failures.length === 0),
  };
  return (format === 'sarif' ? reportSarif : reportJson)(findings, meta);
}
