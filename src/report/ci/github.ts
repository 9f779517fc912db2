import type { Finding } from '../../findings/finding.ts';
import { fix, message } from '../../findings/message.ts';
import type { Level } from '../../spec.ts';
import { inert, visible } from '../../visible.ts';
import { headLine } from '../text/head-line.ts';
import type { ReportMeta } from '../meta.ts';
import { repositoryPath } from '../repository-path.ts';

const commands = { error: 'error', warning: 'warning', note: 'notice' } as const satisfies Record<Level, string>;

/** Annotations of a kind that GitHub shows for one step; it drops the others without a word. */
const SHOWN = 10;

/**
 * For GitHub Actions: a workflow command for each finding, which becomes an annotation of the line
 * (https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands). Escaped as @actions/core
 * does. The log shows only the message of a command, so that has place and rule, too. What GitHub would drop is a line
 * of the log instead.
 */
export function reportGithub(findings: readonly Finding[], meta: ReportMeta): string {
  const shown = new Set(
    levels.flatMap((level) => findings.filter((finding) => finding.level === level).slice(0, SHOWN)),
  );
  const rest = findings.filter((finding) => !shown.has(finding));
  const commands = findings
    .filter((finding) => shown.has(finding))
    .map((finding) => `${command(finding, meta)}\n`)
    .join('');
  if (rest.length === 0) return commands;
  const many =
    rest.length === 1 ? '1 more finding has no annotation' : `${rest.length} more findings have no annotations`;
  const lines = rest.map((finding) => `${headLine(finding)}\n`).join('');
  return `${commands}${inert(`golint-leaks: ${many}, since GitHub shows ${SHOWN} of a level for each step:\n${lines}`)}`;
}

const levels = ['error', 'warning', 'note'] as const satisfies readonly Level[];

function command(finding: Finding, meta: ReportMeta): string {
  const { location: { path, line, column, endColumn }, rule, level } = finding;
  const file = repositoryPath(path, meta);
  const properties = {
    title: rule,
    file,
    line: String(line),
    endLine: String(line),
    col: String(column),
    endColumn: String(endColumn),
  };
  const list = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(value)}`).join(',');
  const text = `${visible(file)}:${line}:${column}: ${message(finding)} (${rule})\n${fix(finding)}`;
  return `::${inert(`${commands[level]} ${list}::${escapeData(text)}`)}`;
}

/** The line ends stay, as escapes that the runner takes back; nothing else invisible may act on a terminal. */
function escapeData(text: string): string {
  const lines = text.replace(/%/g, '%25').split(/(\r|\n)/);
  return lines.map((part) => lineEnds[part] ?? visible(part)).join('');
}

const lineEnds: Readonly<Record<string, string>> = { '\r': '%0D', '\n': '%0A' };

function escapeProperty(text: string): string {
  return escapeData(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}
