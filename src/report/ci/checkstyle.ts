import type { Finding } from '../../findings/finding.ts';
import { fix, message } from '../../findings/message.ts';
import type { Level } from '../../spec.ts';
import type { ReportMeta } from '../meta.ts';
import { repositoryPath } from '../repository-path.ts';
import { element, xmlDocument } from './xml.ts';

/** The words of Checkstyle's SeverityLevel. */
const severity = { error: 'error', warning: 'warning', note: 'info' } as const satisfies Record<Level, string>;

/** For Jenkins, reviewdog and others that read the XML of Checkstyle, as its XMLLogger writes it. */
export function reportCheckstyle(findings: readonly Finding[], meta: ReportMeta): string {
  const byPath = new Map<string, Finding[]>();
  for (const finding of findings) {
    const path = repositoryPath(finding.location.path, meta);
    const own = byPath.get(path) ?? [];
    own.push(finding);
    byPath.set(path, own);
  }
  const files = [...byPath].map(([name, own]) => `  ${element('file', { name }, ['\n', ...own.map(error), '  '])}\n`);
  return xmlDocument(element('checkstyle', { version: '10.0' }, ['\n', ...files]));
}

function error(finding: Finding): string {
  const { location: { line, column }, level, rule } = finding;
  const text = `${message(finding)}. ${fix(finding)}`;
  return `    ${element('error', { line, column, severity: severity[level], message: text, source: `golint-leaks.${rule}` })}\n`;
}
