import type { Finding } from '../../findings/finding.ts';
import { message } from '../../findings/message.ts';
import type { Level } from '../../spec.ts';
import { visible } from '../../visible.ts';
import { findingPlace } from '../text/head-line.ts';
import type { ReportMeta } from '../meta.ts';

/** Findings that are listed one by one; a summary of a step on GitHub may hold 1 MB, and nobody reads so much. */
const LISTED = 50;

/**
 * A summary in GitHub's Markdown: how many findings of each rule, how many are gone from the baseline, then the
 * findings.
 */
export function reportMarkdown(
  findings: readonly Finding[],
  { gone = [], old = [] }: Pick<ReportMeta, 'gone' | 'old'>,
): string {
  const notes = old.length === 0 ? [] : [`Left out: ${old.map(escaped).join('; ')}.`, ''];
  if (findings.length === 0 && gone.length === 0)
    return `${['### golint-leaks: no findings', '', ...notes].join('\n')}\n`;
  const counts = (['error', 'warning', 'note'] as const satisfies readonly Level[])
    .map((level) => [level, findings.filter((finding) => finding.level === level).length] as const)
    .flatMap(([level, count]) => (count === 0 ? [] : [`${count} ${level}${count === 1 ? '' : 's'}`]));
  return [
    `### golint-leaks: ${counts.length === 0 ? 'no new findings' : counts.join(', ')}`,
    '',
    ...ruleTable(findings, gone),
    '',
    ...(findings.length === 0 ? [] : [...findingTable(findings), '']),
    ...notes,
    '',
  ].join('\n');
}

function ruleTable(findings: readonly Finding[], gone: NonNullable<ReportMeta['gone']>): readonly string[] {
  const rules = [...new Set([...findings.map(({ rule }) => rule), ...gone.map(({ rule }) => rule)])].sort();
  const rows = rules.map((id) => {
    const fresh = findings.filter(({ rule }) => rule === id).length;
    const mended = gone.filter(({ rule }) => rule === id).reduce((sum, { count }) => sum + count, 0);
    return `| ${escaped(id)} | ${fresh} | ${mended} |`;
  });
  return ['| rule | new | gone |', '|---|--:|--:|', ...rows];
}

function findingTable(findings: readonly Finding[]): readonly string[] {
  const rows = findings.slice(0, LISTED).map((finding) =>
    `| ${escaped(findingPlace(finding))} | ${finding.level} | ${escaped(message(finding))} (${escaped(finding.rule)}) |`);
  const more = findings.length > LISTED ? ['', `${findings.length - LISTED} more are in the log.`] : [];
  return ['| place | level | finding |', '|---|---|---|', ...rows, ...more];
}

/** What could be markup is none: names of files and words of the source come from others. */
function escaped(text: string): string {
  return visible(text).replace(/[\\`*_[\]<>|~#&!@]/g, (char) => `\\${char}`);
}
