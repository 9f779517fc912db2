import { sourceOf } from '../src/syntax/source-file.ts';
import { expect, test } from 'vitest';
import { rules } from '../rules/index.ts';
import { analyze } from '../src/analyze.ts';
import type { Evidence } from '../src/findings/evidence.ts';
import { plainEvidence } from '../src/findings/evidence.ts';
import type { Finding } from '../src/findings/finding.ts';
import { fix, message, stepText } from '../src/findings/message.ts';
import { grade, seeks } from '../src/grade.ts';
import { candidateRules } from '../src/prefilter/candidate-rules.ts';
import type { PackageText } from '../src/package-text.ts';
import type { Confidence } from '../src/spec.ts';
import { parser } from './parse-go.ts';
import { fixtures, ruleFolders } from './rules/fixtures.ts';

const levelOf = (evidence: Partial<Evidence>): string => {
  const { level, confidence } = grade({ ...plainEvidence, ...evidence });
  return `${level} ${confidence}`;
};

test('an error is certain, released on no way, and made again without bound', () => {
  expect(levelOf({ often: 'per-request', ways: 'all' })).toBe('error high');
  expect(levelOf({ often: 'per-pass', ways: 'all' })).toBe('error high');
  expect(levelOf({ often: 'unknown', ways: 'all' })).toBe('warning high');
  expect(levelOf({ often: 'per-request', ways: 'some' })).toBe('warning high');
  expect(levelOf({ often: 'per-request', ways: 'all', beliefs: ['declared-type'] })).toBe('warning high');
});

test('what is bounded, relieved, or lost only behind an error is a note', () => {
  for (const often of ['once', 'start-up', 'few', 'test-only'] as const)
    expect(levelOf({ often, ways: 'all' })).toBe('note high');
  expect(levelOf({ often: 'per-request', ways: 'all', relief: 'deadline' })).toBe('note high');
  expect(levelOf({ often: 'per-request', ways: 'error' })).toBe('note high');
});

test('a belief that is not trusted makes it medium, whatever else is known', () => {
  expect(levelOf({ beliefs: ['declared-type', 'lookalike'] })).toBe('warning medium');
  expect(levelOf({ often: 'once', beliefs: ['lookalike'] })).toBe('note medium');
});

test('with findings of high confidence wanted, only what can have it is sought', () => {
  expect([seeks('high')('lookalike'), seeks('high')('declared-type'), seeks('medium')('lookalike')]).toEqual([
    false,
    true,
    true,
  ]);
});

/** All that is said of a package, a line for each finding. */
function said(text: PackageText, wanted: Confidence): readonly string[] {
  const candidates = candidateRules(
    text.files.map((file) => ({ source: sourceOf(file), report: file.report })),
    rules,
    seeks(wanted),
  );
  const words = (finding: Finding): string => [
    `${finding.location.path}:${finding.location.line}:${finding.location.column}: ${finding.level}: ${message(finding)}`,
    fix(finding),
    ...finding.steps.map((step) => `${step.location.line} ${stepText(step)}`),
  ].join('\n');
  return analyze(parser, text, { rules, all: true, candidates, wanted })
    .findings.filter(({ confidence }) => confidence === 'high')
    .map(words);
}

const packages = ruleFolders().flatMap((rule) => (['leaky', 'clean', 'missed', 'fix'] as const).flatMap((kind) =>
  fixtures(rule, kind).map((fixture) => [`${rule}/${fixture.name}`, fixture.text] as const)));

test.each(packages)('%s: what is shown by default is shown by strict runs, word for word', (_name, text) => {
  expect(said(text, 'high')).toEqual(said(text, 'medium'));
});
