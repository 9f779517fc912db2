import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { assetPath } from '../../src/assets.ts';
import type { Finding } from '../../src/findings/finding.ts';
import { message } from '../../src/findings/message.ts';
import type { PackageText } from '../../src/package-text.ts';
import { fixtures, ruleFolders } from './fixtures.ts';
import { mended, tools } from './mended.ts';

const examples = ruleFolders().flatMap((rule) => fixtures(rule, 'fix'));
const leaky = ruleFolders().flatMap((rule) => fixtures(rule, 'leaky'));

function counts(findings: readonly Finding[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const {
    rule,
    location: { path },
  } of findings)
    found.set(`${path} ${rule}`, (found.get(`${path} ${rule}`) ?? 0) + 1);
  return found;
}

describe.each(examples)('$rule/$name', ({ rule, text }) => {
  const result = mended(text);

  test.each(text.files)('$path becomes what stands beside it', (file) => {
    const golden = assetPath(`rules/${rule}/${file.path}.fixed`);
    const expected = existsSync(golden) ? readFileSync(golden, 'utf8') : file.text;
    expect(result.text.files.find(({ path }) => path === file.path)?.text).toBe(expected);
  });

  test('is mended, or left alone, function by function', () => {
    const isLeft = text.files.every(({ path }) => path.endsWith('left-alone.go'));
    expect(functionsWithout(text, isLeft ? result.analysis.findings : tools.analyze(text).findings, rule)).toEqual([]);
    if (!isLeft) expect(result.analysis.findings.filter((finding) => finding.rule === rule).map(message)).toEqual([]);
  });
});

/** The functions in which a rule finds nothing, those apart whose name says that they only help, or are suppressed. */
function functionsWithout(text: PackageText, findings: readonly Finding[], rule: string): readonly string[] {
  return text.files.flatMap((file) => {
    const lines = file.text.split('\n');
    const starts = lines.flatMap((line, index) => (line.startsWith('func ') ? [index + 1] : []));
    return starts.flatMap((start, index) => {
      const end = starts[index + 1] ?? lines.length + 1;
      const found = findings.some(
        ({ rule: id, location: { path, line } }) => id === rule && path === file.path && line >= start && line < end,
      );
      return found || /^func (?:\([^)]*\) )?(?:start|suppressed|newTicker)\b/.test(lines[start - 1] ?? '')
        ? []
        : [lines[start - 1] ?? ''];
    });
  });
}

test('every golden file has its fixture', () => {
  const goldens = ruleFolders().flatMap((rule) =>
    readdirSync(assetPath(`rules/${rule}`), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.fixed'))
      .map((name) => `rules/${rule}/${name}`),
  );
  expect(goldens.length).toBeGreaterThan(4);
  expect(goldens.filter((golden) => !existsSync(assetPath(golden.slice(0, -'.fixed'.length))))).toEqual([]);
});

describe.each([...examples, ...leaky])('$rule/$name, mended', ({ text }) => {
  const before = tools.analyze(text);
  const result = mended(text);

  test('has no finding that was not there, and can be read', () => {
    const known = counts(before.findings);
    const now = tools.analyze(result.text);
    expect([...counts(now.findings)].filter(([key, count]) => count > (known.get(key) ?? 0))).toEqual([]);
    expect(now.unread).toEqual([]);
    expect(now).toEqual(result.analysis);
    expect(now.findings.length).toBe(before.findings.length - result.files.reduce((sum, { fixes }) => sum + fixes, 0));
  });

  test('is not changed again', () => {
    expect(mended(result.text).files).toEqual([]);
  });
});

test('the properties above are tried on many fixes', () => {
  const fixes = leaky.flatMap(({ text }) => mended(text).files.map((file) => file.fixes));
  expect(fixes.reduce((sum, each) => sum + each, 0)).toBeGreaterThan(50);
});
