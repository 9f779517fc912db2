import type { Level } from '../../src/spec.ts';
import type { Found, Stands, Verdict } from './verdict.ts';
import { verdicts } from './verdict.ts';

/** A finding for a table: one that nobody has read has no verdict. */
export type Counted = Pick<Found, 'level' | 'rule' | 'stands'> & { readonly verdict?: Verdict };

const titles = {
  default: 'warnings and errors of the default set', note: 'notes of the default set', strict: 'only with --strict',
  silent: 'silent',
} as const satisfies Record<Stands, string>;
const shownStands = ['default', 'strict', 'note'] as const satisfies readonly Stands[];
const levels = ['error', 'warning', 'note'] as const satisfies readonly Level[];

/** The shares in Markdown: for each place where findings stand, and there for each rule and level. */
export function table(findings: readonly Counted[]): string {
  const lines = ['| | findings | worth a fix | harmless | wrong | unread |', '|---|--:|--:|--:|--:|--:|'];
  for (const where of shownStands) {
    const here = findings.filter(({ stands }) => stands === where);
    if (here.length === 0) continue;
    lines.push(row(`**${titles[where]}**`, here));
    for (const level of levels) {
      const ofLevel = here.filter((each) => each.level === level);
      for (const rule of [...new Set(ofLevel.map((each) => each.rule))].sort()) {
        lines.push(row(`${rule}, ${level}`, ofLevel.filter((each) => each.rule === rule)));
      }
    }
  }
  return lines.join('\n');
}

function row(title: string, findings: readonly Counted[]): string {
  const percent = (count: number): number => Math.round((100 * count) / findings.length);
  const share = (count: number): string => (count === 0 ? '' : `${count} (${percent(count)} %)`);
  const counts = verdicts.map((verdict) => findings.filter((each) => each.verdict === verdict).length);
  const unread = findings.filter((each) => each.verdict === undefined).length;
  return `| ${[title, findings.length, ...counts.map(share), share(unread)].join(' | ')} |`;
}
