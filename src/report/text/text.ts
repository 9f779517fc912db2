import type { Finding, Step } from '../../findings/finding.ts';
import { fix, message, stepText } from '../../findings/message.ts';
import type { Level } from '../../spec.ts';
import { excerpt } from './excerpt.ts';
import type { EvidenceRemarks, ReportMeta } from '../meta.ts';
import { inert, visible } from '../../visible.ts';
import { shortNoteLines } from './short-notes.ts';

type Style = Level | 'strong' | 'faint';

/** Select Graphic Rendition codes of ECMA-48. */
const styles = { error: '1;31', warning: '1;33', note: '1;36', strong: '1', faint: '2' } satisfies Record<
  Style,
  string
>;

type Paint = (style: Style, text: string) => string;

/** The id of a rule in parentheses, as a link to its page where there can be one. */
type Link = (id: string) => string;

/** OSC 8: https://gist.github.com/egmontkob/eb114294efbcd5adb1944c9f3cb5feda */
function linked(words: string, uri: string | undefined): string {
  return uri === undefined ? words : `\x1b]8;;${uri}\x1b\\${words}\x1b]8;;\x1b\\`;
}

/**
 * For people: each finding with its source line, the way to it and the way to mend it, a blank line between two.
 * Nothing at all when there is no finding. The first line of a finding is the one that editors and CI systems match:
 * `path:line:column: level: message (rule)`.
 */
export function reportText(findings: readonly Finding[], meta: ReportMeta): string {
  const paint: Paint = meta.color ? (style, text) => `\x1b[${styles[style]}m${text}\x1b[0m` : (_style, text) => text;
  const link: Link = (id) =>
    linked(`(${visible(id)})`, meta.links ? meta.rules.find((rule) => rule.id === id)?.helpUri : undefined);
  const { shortNotes = [], evidence } = meta;
  const texts = findings.map((finding) =>
    findingLines(finding, evidence?.ofFinding.get(finding)?.lines ?? [], paint, link)
      .map((line) => `${line}\n`)
      .join(''),
  );
  if (shortNotes.length > 0) texts.push(shortNoteLines(shortNotes, (note) => headLine(note, paint, link)));
  texts.push(...(evidence?.sections ?? []).map(sectionText));
  return inert(texts.join('\n'));
}

function sectionText({ title, entries }: EvidenceRemarks['sections'][number]): string {
  const lines = entries.flatMap(({ head, lines: more }) => [`  ${head}`, ...more.map((line) => `    ${line}`)]);
  return [`${title}:`, ...lines].map((line) => `${visible(line)}\n`).join('');
}

function headLine(finding: Finding, paint: Paint, link: Link): string {
  const { location, level, rule } = finding;
  const place = `${visible(location.path)}:${location.line}:${location.column}`;
  return `${paint('strong', place)}: ${paint(level, level)}: ${visible(message(finding))} ${paint('faint', link(rule))}`;
}

function findingLines(finding: Finding, seen: readonly string[], paint: Paint, link: Link): readonly string[] {
  return [
    headLine(finding, paint, link),
    ...seen.map((line) => `  ${paint('strong', 'seen')}: ${visible(line)}`),
    ...sourceLines(finding, paint),
    // The acquisition is the source line above.
    ...finding.steps.filter(({ kind }) => kind !== 'acquired').map((step) => stepLine(step, finding)),
    `  fix: ${visible(fix(finding))}`,
  ];
}

function sourceLines({ location, level }: Finding, paint: Paint): readonly string[] {
  const { source, marks } = excerpt(location);
  const number = String(location.line);
  return [
    `  ${paint('faint', `${number} |`)} ${source}`,
    `  ${paint('faint', `${' '.repeat(number.length)} |`)} ${paint(level, marks)}`,
  ];
}

function stepLine(step: Step, finding: Finding): string {
  const { path, line } = step.location;
  const place = path === finding.location.path ? `line ${line}` : `${visible(path)}:${line}`;
  return `  ${place}: ${visible(stepText(step))}`;
}
