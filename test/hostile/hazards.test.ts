import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { assetPath } from '../../src/assets.ts';
import { analyze } from '../../src/analyze.ts';
import { rules } from '../../rules/index.ts';
import { reportSarif } from '../../src/report/sarif/sarif.ts';
import { makeMeta } from '../report/make-meta.ts';
import { parser } from '../parse-go.ts';

/** The lines of the findings in one file. */
function linesOf(text: string): readonly number[] {
  const go = { version: '1.22', toolchain: undefined, godebug: {} };
  return analyze(
    parser,
    { name: 'p', files: [{ path: 'p.go', text, report: true }], go },
    { rules, all: true },
  ).findings.map(({ location }) => location.line);
}

const leak = (name: string): string => `func ${name}() {\n\tt := time.NewTicker(time.Second)\n\t<-t.C\n}\n`;
const head = 'package p\n\nimport "time"\n\n';

/** What is known to go wrong with parsers, files and hooks: the file and the title of the test that covers it. */
const covered: readonly (readonly [hazard: string, file: string, title: string])[] = [
  [
    'a cancelled parse goes on in the next one',
    'test/syntax/parser.test.ts',
    'refuses what takes too much work, and does not mix it into the next text',
  ],
  [
    'the wasm module aborts, and every later file fails',
    'test/syntax/parser.test.ts',
    'refuses everything from then on',
  ],
  [
    'the same: another thread takes over',
    'test/parallel/breakdowns.test.ts',
    'where this thread breaks, a helper does the rest',
  ],
  [
    'a finalizer crashes after an abort',
    'test/hostile/hazards.test.ts',
    'after an abort no finalizer of the runtime is left to run',
  ],
  [
    'a tree is used after it is deleted',
    'test/hostile/hazards.test.ts',
    'no tree, node or cursor of the runtime leaves the two files that use it',
  ],
  [
    'queries are cut off or quadratic',
    'test/hostile/hazards.test.ts',
    'no query of tree-sitter is asked, and no parent of one of its nodes',
  ],
  ['visitors overflow the stack', 'test/syntax/walk.test.ts', 'does not recurse'],
  ['the same for reading trees', 'test/syntax/parser.test.ts', 'of %s is read up to a limit and refused beyond it'],
  ['new(expr)', 'test/hostile/hazards.test.ts', 'a leak beside new(expr) is found'],
  ['generic methods', 'test/syntax/read-declaration.test.ts', 'reads the type parameters of a method, in place'],
  [
    'calls that look like conversions',
    'test/syntax/lower-expr.test.ts',
    'calls that the grammar takes for conversions',
  ],
  [
    'a truncated function spills its statements',
    'test/syntax/outline.test.ts',
    'cuts a function off where the next one begins',
  ],
  [
    'statements at the top level are no error',
    'test/syntax/outline.test.ts',
    'counts statements at the top level and keeps their variables out',
  ],
  ['columns in UTF-16', 'test/hostile/hazards.test.ts', 'columns count UTF-16 units, and the log says so'],
  ['lone CR, BOM, NUL, Latin-1', 'test/hostile/hazards.test.ts', 'a leak is found in text with %s'],
  ['a huge generated file', 'test/discover/packages.test.ts', 'huge files'],
  [
    'links in a circle, FIFOs',
    'test/hostile/files.cli.test.ts',
    'links in a circle, FIFOs and devices are said, nobody waits for them, and the rest is analysed',
  ],
  [
    'odd names',
    'test/hostile/files.cli.test.ts',
    'names with line ends, quotes and escapes act on no terminal and no runner, and are percent-encoded in URIs',
  ],
  [
    'names that are not UTF-8',
    'test/hostile/files.cli.test.ts',
    'a name that is not UTF-8 is said, and the rest is analysed',
  ],
  ['Windows drive letters', 'test/report/uri.test.ts', 'knows Windows drives'],
  [
    'one file in two spellings',
    'test/discover/packages.test.ts',
    'have a file once that is named in other letters than the folder lists, as may be where case does not count',
  ],
  ['standard input', 'test/discover/patterns.test.ts', 'standard input has to be named'],
  [
    'files that vanish',
    'test/hostile/files.long.test.ts',
    'files that vanish while they are read are said or gone, and nothing breaks',
  ],
  [
    'empty files and files without a package clause',
    'test/discover/packages.test.ts',
    'binary, empty, without a package clause',
  ],
  ['templates of Go', 'test/syntax/outline.test.ts', 'finds no functions in the directives of a template'],
  ['an upgrade changes the ABI or the grammar', 'test/syntax/grammar.test.ts', 'has the ABI it names'],
  ['broken text is read in two ways', 'test/hostile/hazards.test.ts', 'broken text is read in the same way each time'],
  ['EPIPE', 'test/by-hand.cli.test.ts', 'of %s is no error: the exit code stays'],
  [
    'the debug build of the runtime',
    'test/syntax/grammar.test.ts',
    'runs in the release build of the runtime: the debug build is forty times slower',
  ],
];

describe('each hazard has a test', () => {
  test.each(covered)('%s: %s, %s', (_, file, title) => {
    expect(readFileSync(assetPath(file), 'utf8').split(`'${title}'`).length).toBeGreaterThan(
      file.endsWith('hazards.test.ts') ? 2 : 1,
    );
  });
});

const runtimeUsers = ['src/syntax/parse/parser.ts', 'src/syntax/parse/tree.ts']
  .map((path) => readFileSync(assetPath(path), 'utf8'))
  .join('\n');

test('after an abort no finalizer of the runtime is left to run', () => {
  // Its delete() takes it off the registry before it calls into the module, which then throws.
  const runtime = readFileSync(assetPath('node_modules/web-tree-sitter/web-tree-sitter.js'), 'utf8');
  const [, body = ''] =
    /\n  delete\(\) \{\n((?:(?!\n  \})[\s\S])*?_ts_parser_delete[\s\S]*?)\n  \}/.exec(runtime) ?? [];
  expect(body.indexOf('unregister')).toBeGreaterThan(-1);
  expect(body.indexOf('unregister')).toBeLessThan(body.indexOf('_ts_parser_delete'));
});

test('no tree, node or cursor of the runtime leaves the two files that use it', () => {
  // The parser deletes each tree in a finally, and gives away plain objects.
  expect(runtimeUsers.match(/\.parse\(/g)).toHaveLength(1);
  expect(runtimeUsers).toMatch(/finally \{\n\s*tree\.delete\(\);/);
  expect(runtimeUsers).toMatch(/finally \{\n\s*cursor\.delete\(\);/);
});

test('no query of tree-sitter is asked, and no parent of one of its nodes', () => {
  expect(runtimeUsers).not.toMatch(/\bQuery\b|\.query\(|\.parent\b/);
});

test('a leak beside new(expr) is found', () => {
  expect(linesOf(`${head}func f() {\n\tx := new(g(1))\n\tt := time.NewTicker(*x)\n\t<-t.C\n}\n`)).toEqual([7]);
});

test('columns count UTF-16 units, and the log says so', () => {
  const text = `${head}func f() { s := "\u{1F600}é"; t := time.NewTicker(1); <-t.C; _ = s }\n`;
  const go = { version: '1.22', toolchain: undefined, godebug: {} };
  const { findings } = analyze(
    parser,
    { name: 'p', files: [{ path: 'p.go', text, report: true }], go },
    { rules, all: true },
  );
  expect(findings[0]?.location.column).toBe((text.split('\n')[4] ?? '').indexOf('time.NewTicker') + 1);
  expect(JSON.parse(reportSarif(findings, makeMeta()))).toMatchObject({ runs: [{ columnKind: 'utf16CodeUnits' }] });
});

test.each([
  ['a byte order mark', `\ufeff${head}${leak('f')}`, 6],
  ['a NUL in another function', `${head}func g() { a\0b }\n${leak('f')}`, 7],
  ['Latin-1 in a comment', `${head}// gr\ufffd\ufffd\n${leak('f')}`, 7],
  ['a lone carriage return in a comment', `${head}/* a\rb */\n${leak('f')}`, 7],
])('a leak is found in text with %s', (_, text, line) => {
  expect(linesOf(text)).toContain(line);
});

test('broken text is read in the same way each time', () => {
  const broken = `${head}${leak('f')}func g() {\n\tif x {\n\t\tt := time.NewTicker(1\n${leak('h')}<<<<<<< HEAD\n=======\n>>>>>>> b\n${leak('k')}`;
  const first = linesOf(broken);
  expect(first.length).toBeGreaterThan(0);
  for (let round = 0; round < 5; round++) expect(linesOf(broken)).toEqual(first);
});

test('what is staged and what is in the working tree may differ: the guide says so', () => {
  expect(readFileSync(assetPath('docs/workflows.md'), 'utf8')).toMatch(/reads the working tree, not the index/);
});
