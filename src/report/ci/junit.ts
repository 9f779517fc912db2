import type { Finding } from '../../findings/finding.ts';
import { fix, message } from '../../findings/message.ts';
import type { ReportMeta } from '../meta.ts';
import { repositoryPath } from '../repository-path.ts';
import { element, escapeXml, xmlDocument } from './xml.ts';

/**
 * For CI systems that show test results: JUnit XML as Jenkins reads it
 * (https://github.com/jenkinsci/xunit-plugin, types/model/xsd/junit-10.xsd). Each finding is a test that failed, a note
 * one that passed and says something, and each rule without findings a test that passed: a report without tests is an
 * error to many readers.
 */
export function reportJunit(findings: readonly Finding[], meta: ReportMeta): string {
  const quiet = meta.rules.filter(({ id }) => !findings.some(({ rule }) => rule === id));
  const passed = quiet.map(({ id }) => element('testcase', { name: id, classname: id }));
  const cases = [...findings.map((finding) => findingCase(finding, meta)), ...passed];
  const counts = { tests: cases.length, failures: findings.filter(fails).length, errors: 0 };
  const suite = element('testsuite', { name: 'golint-leaks', ...counts }, [
    '\n',
    ...cases.map((each) => `    ${each}\n`),
    '  ',
  ]);
  return xmlDocument(element('testsuites', { name: 'golint-leaks', ...counts }, [`\n  ${suite}\n`]));
}

function fails({ level }: Finding): boolean {
  return level !== 'note';
}

function findingCase(finding: Finding, meta: ReportMeta): string {
  const { location: { path, line, column }, rule, level } = finding;
  const place = `${repositoryPath(path, meta)}:${line}:${column}`;
  const text = escapeXml(`${place}: ${level}: ${message(finding)}\n${fix(finding)}`);
  const failure = { type: rule, message: message(finding) };
  const outcome = fails(finding) ? element('failure', failure, [text]) : element('system-out', {}, [text]);
  return element('testcase', { name: place, classname: rule }, [outcome]);
}
