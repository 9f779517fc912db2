import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { assetPath } from '../../src/assets.ts';
import { folder, leakyFile, run, write } from '../built-program.ts';
import type { Outputs } from './build-system.ts';
import { build, shop } from './build-system.ts';

function edit(dir: string, name: string, from: string, to: string): void {
  const text = readFileSync(join(dir, name), 'utf8');
  expect(text).toContain(from);
  writeFileSync(join(dir, name), text.replace(from, to));
}

const places = (log: string): readonly string[] =>
  JSON.parse(log).runs[0].results.map(
    (result: {
      readonly ruleId: string;
      readonly level: string;
      readonly locations: readonly [
        {
          readonly physicalLocation: {
            readonly artifactLocation: { readonly uri: string };
            readonly region: { readonly startLine: number };
          };
        },
      ];
    }) => {
      const {
        artifactLocation: { uri },
        region: { startLine },
      } = result.locations[0].physicalLocation;
      return `${uri}:${startLine} ${result.level} ${result.ruleId}`;
    },
  );

describe('a build of four targets', () => {
  test('finds in each what hangs on functions of another', () => {
    const { outputs } = build(shop(), new Map());
    expect(places(outputs.get('web')?.log ?? '')).toEqual(['web/web.go:11 warning resource-not-closed']);
    expect(places(outputs.get('httpx')?.log ?? '')).toEqual([]);
    expect([...outputs.values()].map(({ exitCode }) => exitCode)).toEqual(['0\n', '1\n', '1\n', '0\n']);
  });

  test('finds what one run finds, but for what callers in other targets decide', () => {
    const dir = shop();
    const { outputs } = build(dir, new Map());
    for (const [index, { log }] of [...outputs.values()].entries()) write(dir, { [`${index}.sarif`]: log });
    const merged = run(dir, 'merge', '0.sarif', '1.sarif', '2.sarif', '3.sarif').out;
    const whole = run(dir, '--no-cache', '--format', 'sarif', './...').out;
    // main is the only one that calls poll.Watch, and does so once: no build of poll can know.
    expect(places(merged)).toEqual(['poll/poll.go:9 warning range-over-unclosed-channel', ...places(whole)].toSorted());
  });

  test('runs again what has changed, and what imports it where its facts have changed, and nothing else', () => {
    const [dir, cache] = [shop(), new Map<string, Outputs>()];
    const again = (): readonly string[] => build(dir, cache).ran;
    expect(again()).toEqual(['httpx', 'web', 'poll', 'cmd/shop']);
    expect(again()).toEqual([]);
    edit(dir, 'httpx/httpx.go', '// Drain reads to the end, and closes.', '// Drain reads all.\n//\n// And closes.');
    expect(again(), 'a comment, and with it each line below').toEqual(['httpx']);
    edit(dir, 'httpx/httpx.go', '\tdefer body.Close()\n', '');
    const { ran, outputs } = build(dir, cache);
    expect(ran, 'what a function does that others come to').toEqual(['httpx', 'web']);
    expect(places(outputs.get('web')?.log ?? '')).toHaveLength(2);
  });

  test('gives equal bytes wherever it runs, and says nowhere where that was', () => {
    const [one, other] = [build(shop(), new Map()).outputs, build(shop(), new Map()).outputs];
    expect([...one]).toEqual([...other]);
    for (const { facts, log } of one.values()) {
      expect(facts + log).not.toMatch(/file:\/\/|case-/);
      expect(facts).not.toContain('//');
    }
  });
});

describe('unit', () => {
  test('reads no file but those that it is given, and no configuration that is not named', () => {
    const dir = folder({
      'a/a.go': leakyFile('f'),
      'a/b.go': 'package a\n\nfunc unseen() {}\n',
      '.golint-leaks.yaml': 'rules: {ticker-not-stopped: off}\n',
    });
    const words = ['unit', '--import-path', 'm/a', 'a/a.go', '--facts-out', 'facts'];
    expect(run(dir, ...words)).toMatchObject({ code: 1, out: expect.stringContaining('a/a.go:6:7: ') });
    expect(readFileSync(join(dir, 'facts'), 'utf8')).not.toContain('unseen');
    expect(run(dir, ...words, '--config', '.golint-leaks.yaml')).toMatchObject({ code: 0, out: '' });
  });

  test('writes what can be mended as a patch, and mends nothing', () => {
    const dir = folder({ 'a/a.go': leakyFile('f') });
    expect(
      run(
        dir,
        'unit',
        '--quiet',
        '--import-path',
        'm/a',
        '--patch',
        'p',
        '--exit-code',
        'c',
        '--format',
        'json=j',
        'a/a.go',
      ),
    ).toEqual({ code: 0, out: '', err: '' });
    expect(readFileSync(join(dir, 'p'), 'utf8')).toMatch(/^--- a\/a\/a\.go\n\+\+\+ b\/a\/a\.go\n@@[^]*\n\+\tdefer /);
    expect(readFileSync(join(dir, 'a/a.go'), 'utf8')).toBe(leakyFile('f'));
    expect(readFileSync(join(dir, 'c'), 'utf8')).toBe('1\n');
  });

  test('takes generated files from elsewhere as a part of the package, and reports nothing there', () => {
    const dir = folder({ 'a/a.go': leakyFile('f'), 'a/b.go': 'package a\n', 'out/a.go': leakyFile('g') });
    const { out } = run(dir, 'unit', '--import-path', 'm/a', '--facts-out', 'facts', 'a/a.go', 'a/b.go', 'out/a.go');
    expect(out).toContain('a/a.go:6:7: ');
    expect(out).not.toContain('out/');
  });

  test.each([
    [['a/a.go'], /: unit needs what the package is imported as: --import-path example\.com\/app\/store\.\n$/],
    [['--import-path', '../x', 'a/a.go'], /: --import-path "\.\.\/x" is no import path; write one such as/],
    [['--import-path', 'm/a'], /: unit needs the files behind it: golint-leaks unit <files\.\.>\.\n$/],
    [['--import-path', 'm/a', 'a'], /: "a" is no Go file; name the Go files of one package\.\n$/],
    [
      ['--import-path', 'm/a', 'none.go'],
      /: the Go file "none\.go" cannot be read \(.*\); name one that is an input of the action\.\n$/,
    ],
    [['--import-path', 'm/a', '/dev/x.go'], /: the Go file "\/dev\/x\.go" cannot be read/],
    [['--import-path', 'm/a', '--facts-in', 'none', 'a/a.go'], /: the file of facts "none" cannot be read/],
    [
      ['--import-path', 'm/a', '--facts-in', 'a/a.go', 'a/a.go'],
      /: "a\/a\.go" holds no facts of golint-leaks; make it anew with --facts-out\.\n$/,
    ],
    [
      ['--import-path', 'm/a', '--facts-in', 'newer', 'a/a.go'],
      /: "newer" holds facts of version 2, and this program reads version 1; make it anew/,
    ],
    [
      ['--import-path', 'm/a', '--facts-in', 'climbs', 'a/a.go'],
      /: "climbs" holds facts that are damaged; make it anew/,
    ],
    [
      ['--import-path', 'm/a', '--facts-in', 'leaves', 'a/a.go'],
      /: "leaves" holds facts that are damaged; make it anew/,
    ],
    [['@none'], /: the file of parameters "none" cannot be read; name a file with a word on each line\.\n$/],
    [
      ['--import-path', 'm/a', '--facts-out', 'no/such', 'a/a.go'],
      /: no\/such: the report cannot be written \(no such folder\)/,
    ],
  ])('%s is refused in one sentence', (words, sentence) => {
    const files = [{ name: '../../a.go', text: '' }];
    const dir = folder({
      'a/a.go': leakyFile('f'),
      newer: '{"facts":2}',
      climbs: JSON.stringify({ facts: 1, importPath: 'm/b', files }),
      leaves: JSON.stringify({ facts: 1, importPath: 'm/../../b', files: [] }),
    });
    const { code, out, err } = run(dir, 'unit', ...words);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(sentence);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
  });

  test('a folder outside of the working directory is refused', () => {
    const dir = folder({ 'a/a.go': leakyFile('f'), 'b/c': '' });
    expect(run(join(dir, 'b'), 'unit', '--import-path', 'm/a', '../a/a.go').err).toMatch(
      /is outside of the working directory; run unit in a folder around the package\.\n$/,
    );
  });

  test('what it knows of packages does not depend on the order of files, and holds what is built elsewhere only', () => {
    const dir = folder({
      'a_linux.go': '//go:build amd64\n\npackage a\n\nfunc F() { f() }\n',
      'b.go': 'package a\n\n/* g is not reached */\nfunc g() {}\n\nfunc f() {\n\tprintln(`a\nb`)\n}\n',
      'b_test.go': 'package a\n\nfunc Helper() {}\n',
    });
    const facts = (...names: readonly string[]): string => {
      run(dir, 'unit', '--import-path', 'm/a', '--facts-out', 'facts', ...names);
      return readFileSync(join(dir, 'facts'), 'utf8');
    };
    const one = facts('a_linux.go', 'b.go', 'b_test.go');
    expect(facts('b_test.go', 'b.go', 'a_linux.go')).toBe(one);
    expect(JSON.parse(one)).toEqual({
      facts: 1,
      importPath: 'm/a',
      files: [
        { name: 'a_linux.go', text: '//go:build amd64\n\npackage a\nfunc F(){f()}\n' },
        { name: 'b.go', text: 'package a\nfunc f(){println(`a\nb`)\n}\n' },
      ],
    });
  });
});

test('the aspect and its folder are what docs/bazel.md says', () => {
  const docs = readFileSync(assetPath('docs/bazel.md'), 'utf8');
  const aspect = readFileSync(assetPath('bazel/defs.bzl'), 'utf8');
  for (const [, group = ''] of aspect.matchAll(/"(rules_lint_\w+)":/g)) expect(docs).toContain(group);
  for (const [, argument = ''] of aspect.matchAll(/^ {8}(\w+): /gm)) expect(docs).toContain(`\`${argument}\``);
});
