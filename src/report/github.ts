import type { Finding } from '../findings/finding.ts';
import { fix, message } from '../findings/message.ts';
import type { Level } from '../spec.ts';
import { inert, visible } from '../visible.ts';
import type { ReportMeta } from './meta.ts';
import { repositoryPath } from './repository-path.ts';

const commands = { error: 'error', warning: 'warning', note: 'notice' } as const satisfies Record<Level, string>;

/**
 * For GitHub Actions: a workflow command for each finding, which becomes an annotation of the line
 * (https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands). Escaped as @actions/core does.
 */
export function reportGithub(findings: readonly Finding[], meta: ReportMeta): string {
  return findings.map((finding) => `${command(finding, meta)}\n`).join('');
}

function command(finding: Finding, meta: ReportMeta): string {
  const { location: { path, line, column, endColumn }, rule, level } = finding;
  const properties = {
    title: rule,
    file: repositoryPath(path, meta),
    line: String(line),
    endLine: String(line),
    col: String(column),
    endColumn: String(endColumn),
  };
  const list = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(value)}`).join(',');
  return `::${inert(`${commands[level]} ${list}::${escapeData(`${message(finding)}\n${fix(finding)}`)}`)}`;
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
