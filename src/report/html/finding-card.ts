import type { Finding } from '../../findings/finding.ts';
import { fix, message } from '../../findings/message.ts';
import type { ReportMeta } from '../meta.ts';
import { escaped } from './escape.ts';
import { sourceViews } from './source-view.ts';

/** One finding: what it says, what profiles show of it, the source with its way, and how to mend it. */
export function findingCard(finding: Finding, meta: ReportMeta, linesOf: (path: string) => readonly string[] | undefined): string {
  const { rule, level, location: { path, line, column } } = finding;
  const seen = meta.evidence?.ofFinding.get(finding);
  const page = meta.rules.find(({ id }) => id === rule)?.helpUri;
  const name = page === undefined ? escaped(rule) : `<a href="${escaped(page)}" rel="noreferrer">${escaped(rule)}</a>`;
  return `<article class="finding ${level}" data-level="${level}" data-rule="${escaped(rule)}" data-package="${escaped(packageOf(path))}"`
    + ` data-seen="${seen ? 'yes' : 'no'}" id="${anchor(path, line)}">`
    + `<header><span class="level">${level}</span> <code>${escaped(path)}:${line}:${column}</code> <span class="rule">${name}</span></header>`
    + (seen?.lines ?? []).map((each) => `<p class="seen">${escaped(each)}</p>`).join('')
    + `<p class="message">${escaped(message(finding))}.</p>${sourceViews(finding, linesOf)}<p class="fix">${escaped(fix(finding))}</p></article>`;
}

/** The folder of a file, which is its package. */
export function packageOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash === -1 ? '.' : path.slice(0, slash);
}

/** The id of the card at a place: what links of the page lead to. */
export function anchor(path: string, line: number): string {
  return `at-${encodeURIComponent(path).replace(/[^\w-]/g, '_')}-${line}`;
}
