import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { assetPath } from '../src/assets.ts';
import { folder, start } from './built-program.ts';

/** A fenced block that names a file: what the file is to hold, or how it is to change. */
interface Block {
  readonly path: string;
  readonly text: string;
  readonly isChange: boolean;
}

const page = readFileSync(assetPath('CONTRIBUTING.md'), 'utf8');

/**
 * The sections with worked examples, and the one behind them. Pages of rules that stand in blocks have headings, too.
 */
const sections = [
  'An acquire/release pair',
  'A rule of a new kind',
  'An output format',
  'A false alarm',
  'Before you send it',
] as const;

/** The blocks of one section of the page. */
function blocksOf(section: (typeof sections)[number]): readonly Block[] {
  const [from, next] = [section, sections[sections.indexOf(section) + 1] ?? section].map((each) =>
    page.indexOf(`\n## ${each}\n`),
  );
  return [...page.slice(from, next).matchAll(/^(`{3,})(\w+) (\S+)\n([\s\S]*?)^\1$/gm)].map(
    ([, , language, path = '', text = '']) => ({ path, text, isChange: language === 'diff' }),
  );
}

/** The text with each hunk of a change made: its lines without `+` are looked for, and must be there once. */
function changed(text: string, change: string): string {
  const hunks = change.split(/^@@\n/m).slice(1);
  return hunks.reduce((before, hunk) => {
    const lines = hunk.split('\n').slice(0, -1);
    const side = (sign: string): string =>
      lines
        .filter((line) => !line.startsWith(sign))
        .map((line) => line.slice(1))
        .join('\n');
    const [old, now] = [side('+'), side('-')];
    expect(before.split(old).length, `once in the file: ${old}`).toBe(2);
    return before.replace(old, () => now);
  }, text);
}

/** A copy of the repository with the blocks of a section in it. */
function copyWith(section: (typeof sections)[number]): string {
  const dir = folder();
  const parts = [
    'src', 'rules', 'test', 'scripts', 'grammars', 'docs', 'examples', 'README.md', 'CHANGELOG.md', 'package.json', 'tsconfig.json',
    'tsconfig.build.json', 'tsconfig.tools.json', 'vitest.config.ts', 'LICENSE',
  ];
  for (const part of parts) cpSync(assetPath(part), join(dir, part), { recursive: true });
  symlinkSync(assetPath('node_modules'), join(dir, 'node_modules'));
  for (const { path, text, isChange } of blocksOf(section)) {
    const target = join(dir, path);
    expect(existsSync(target), path).toBe(isChange);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, isChange ? changed(readFileSync(target, 'utf8'), text) : text);
  }
  return dir;
}

/** What a command of the copy prints; it must succeed. */
function runs(dir: string, command: string, ...args: readonly string[]): string {
  const { code, out, err } = start(dir, command, args);
  expect(code, `${out}${err}`).toBe(0);
  return out;
}

const vitest = (dir: string, ...files: readonly string[]): string => runs(dir, 'npx', 'vitest', 'run', ...files);

describe('the worked examples of CONTRIBUTING.md', () => {
  test('an acquire/release pair', () => {
    vitest(copyWith('An acquire/release pair'), 'test/rules/fixtures.test.ts', '-t', 'resource-not-closed');
  });

  test('a rule of a new kind', () => {
    const dir = copyWith('A rule of a new kind');
    runs(dir, 'npx', 'tsc', '-p', 'tsconfig.json');
    vitest(dir, 'test/architecture.test.ts', 'test/rules/fixtures.test.ts', 'test/findings', 'test/grade.test.ts');
  });

  test('an output format', () => {
    const dir = copyWith('An output format');
    runs(dir, 'npx', 'tsc', '-p', 'tsconfig.json');
    vitest(dir, 'test/report');
    runs(dir, 'npm', 'run', 'build');
    const { out } = start(dir, process.execPath, ['dist/src/cli.cjs', '--format', 'tsv', 'examples/...']);
    expect(out.split('\n')[0]).toMatch(/^examples\/\S+\.go\t\d+\t(?:error|warning)\t[a-z-]+\t.+$/);
  });

  test('a false alarm', () => {
    vitest(copyWith('A false alarm'), 'test/rules/fixtures.test.ts', '-t', 'resource-not-closed');
  });

  test('without the change the false alarm of the last example is there', () => {
    const dir = copyWith('A false alarm');
    cpSync(assetPath('rules/resource-not-closed/rule.ts'), join(dir, 'rules/resource-not-closed/rule.ts'));
    const { code, out, err } = start(dir, 'npx', [
      'vitest',
      'run',
      'test/rules/fixtures.test.ts',
      '-t',
      'resource-not-closed',
    ]);
    expect(code).not.toBe(0);
    expect(out + err).toMatch(/surplus clean\/records\.go:10/);
  });
});
