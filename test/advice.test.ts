import { describe, expect, test } from 'vitest';
import { rules } from '../rules/index.ts';
import { analyze } from '../src/analyze.ts';
import type { Finding } from '../src/findings/finding.ts';
import { fix, message } from '../src/findings/message.ts';
import type { PackageText } from '../src/spec.ts';
import { applyAdvice } from './findings/apply-advice.ts';
import { goEnv } from './go-toolchain.ts';
import { parser } from './parse-go.ts';
import { fixtures, ruleFolders } from './rules/fixtures.ts';
import { complaints, minorVersion, moduleOf } from './rules/go-module.ts';

const BUILD_TIMEOUT = 300_000;
const installed = minorVersion(goEnv('GOVERSION') ?? '');
const findingsIn = (text: PackageText): readonly Finding[] => analyze(parser, text, { rules, all: true }).findings;

/** One finding of a fixture, and the fixture as it is when somebody does what its advice says. */
interface Mended {
  readonly name: string;
  readonly finding: Finding;
  readonly before: readonly Finding[];
  readonly text: PackageText;
}

const mended = ruleFolders().flatMap((rule) => [...fixtures(rule, 'leaky'), ...fixtures(rule, 'fix')]).flatMap(({ rule, name, text }): readonly Mended[] => {
  const before = findingsIn(text);
  return before.flatMap((finding) => {
    const file = text.files.find(({ path }) => path === finding.location.path);
    const lines = file && applyAdvice(finding, file.text.split('\n'));
    if (!lines) return [];
    const files = text.files.map((each) => (each === file ? { ...each, text: lines.join('\n') } : each));
    return [{ name: `${rule}/${name}:${finding.location.line}`, finding, before, text: { ...text, files } }];
  });
});

/** What is said in a package, without lines, which move. */
const said = (findings: readonly Finding[]): readonly string[] =>
  findings.map((finding) => `${finding.rule}: ${finding.location.source.trim()}: ${message(finding).replace(/ at line \d+.*$/, '')}`);

describe('advice, taken by its word', () => {
  test('is there to take in many fixtures', () => expect(mended.length).toBeGreaterThan(150));

  test.each(mended.map((each) => [each.name, each] as const))('%s: the finding is gone, and there is no other', (_name, { finding, before, text }) => {
    const rest = [...said(before)];
    rest.splice(before.indexOf(finding), 1);
    const surplus = said(findingsIn(text)).filter((each) => {
      const known = rest.indexOf(each);
      if (known !== -1) rest.splice(known, 1);
      return known === -1;
    });
    expect(surplus, fix(finding)).toEqual([]);
  });

  test.skipIf(installed === 0)('compiles', { timeout: BUILD_TIMEOUT }, () => {
    const packages = mended.map(({ text }) => text).filter(({ go: { version } }) => version === '1.22');
    expect(complaints('go', ['build', './...'], moduleOf(packages, '1.22'))).toBe('');
  });
});
