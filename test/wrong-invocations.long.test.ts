import { expect, test } from 'vitest';
import { assetPath } from '../src/assets.ts';
import { program, repository, run, start } from './built-program.ts';

const dir = repository({
  'go.mod': 'module m\n\ngo 1.22\n',
  'a.go': 'package p\n',
  'readme.md': 'x',
  'bad.yaml': 'rules: [',
  'bad2.yaml': 'strict: maybe\n',
  'b.json': '{}',
  'sub/b.go': 'package sub\n',
  'empty/x.txt': '',
});

/** What is written, and what the sentence about it must name: the value, and in most cases the remedy. */
const wrong: readonly (readonly [line: string, named: RegExp])[] = [
  ['--nonsense', /"--nonsense".*--help/],
  ['-x', /"-x".*--help/],
  ['-format json', /"-format".*--format/],
  ['--fromat json', /--format/],
  ['--format', /--format FORMAT/],
  ['--format=', /--format FORMAT/],
  ['--format xml', /"xml".*text, /],
  ['--format jsno', /"jsno".*"json"/],
  ['--format json --format sarif', /sarif=FILE/],
  ['--format json=a.json --format sarif=a.json', /"a\.json" twice/],
  ['--format json=', /"json=".*file name/],
  ['--format json=no/such/x.json', /no\/such\/x\.json.*no such folder.*name a file/],
  ['--output', /--output FILE/],
  ['--output no/such/x.txt', /no\/such\/x\.txt/],
  ['-o x.sarif', /--format sarif/],
  ['-o x.json --format text --format json', /"x\.json"/],
  ['-o a -o b', /2 times.*once/],
  ['--rule', /--rule ID/],
  ['--rule nope', /"nope".*ticker-not-stopped/],
  ['--rule ticker-not-stoped', /did you mean ticker-not-stopped\?/],
  ['--select nope', /"nope"/],
  ['--select zzz*', /"zzz\*"/],
  ['--select=', /--select RULES/],
  ['--ignore all', /no rule to run/],
  ['--ignore ticker-not-stoped', /ticker-not-stopped/],
  ['--fail-on', /error\|warning/],
  ['--fail-on warn', /"warn".*warning/],
  ['--fail-on note --no-notes', /one of them/],
  ['--fail-on Error', /"error"/],
  ['--go-version 2', /"2".*1\.22/],
  ['--go-version go1', /"go1".*1\.22/],
  ['--color', /auto\|always/],
  ['--color blue', /"blue".*auto/],
  ['--new-from-rev', /--new-from-rev REV/],
  ['--new-from-rev nope', /nope.*git fetch/],
  ['--new-from-rev origin/main', /git fetch origin main:/],
  ['--new-from-rev=-x', /"-x".*origin\/main/],
  ['--baseline', /--baseline FILE/],
  ['--baseline nope.json', /nope\.json.*--write-baseline/],
  ['--baseline a.go', /a\.go.*anew/],
  ['--baseline sub', /sub.*folder.*name a file/],
  ['--baseline b.json', /b\.json.*--write-baseline/],
  ['--write-baseline', /--baseline FILE/],
  ['--grow-baseline', /--baseline FILE/],
  ['--baseline no/such/b.json --write-baseline', /no such folder.*name a file/],
  ['--fix --diff', /one of them/],
  ['--fix=maybe', /"--fix=maybe".*--no-fix/],
  ['--strict=x', /"--strict=x".*--no-strict/],
  ['--category', /--category NAME/],
  ['--category /', /"\/".*golint-leaks/],
  ['--cache', /--cache FOLDER/],
  ['--threads 0', /"0".*1 to 64/],
  ['--threads x', /"x"/],
  ['--threads 1000', /"1000"/],
  ['--threads', /--threads N/],
  ['--config', /--config FILE/],
  ['--config nope.yaml', /"nope\.yaml".*no such file.*spelling/],
  ['--config bad.yaml', /bad\.yaml:1:\d+: not valid YAML.*mend it/],
  ['--config bad2.yaml', /bad2\.yaml:1:9: .*true or false/],
  ['--config sub', /sub.*folder/],
  ['--config a --no-config', /"a".*one of them/],
  ['--stdin-filename', /--stdin-filename FILE/],
  ['--stdin-filename x.txt', /"x\.txt".*x\.go/],
  ['--stdin-filename x.go a.go', /"a\.go"/],
  ['--stdin-filename x.go --staged', /one of them/],
  ['--stdin-filename x.go --fix', /leave one/],
  ['--staged --fix', /leave one/],
  ['--staged *.go', /"\*\.go".*\.\/\.\.\./],
  ['--watch --fix', /one of them/],
  ['--watch --staged', /one of them/],
  ['--statistics --format json', /json=FILE/],
  ['--list-files nope', /nope.*spelling/],
  ['nope', /nope.*spelling/],
  ['nope.go', /nope\.go.*spelling/],
  ['nope/...', /nope\/\.\.\./],
  ['nope*.go', /nope\*\.go.*spelling/],
  ['empty', /empty.*empty\/\.\.\./],
  ['empty/...', /empty\/\.\.\./],
  ['readme.md', /readme\.md.*\.go/],
  ['a.go/...', /a\.go.*without \/\.\.\./],
  ['-', /--stdin-filename x\.go/],
  ['github.com/x/y', /github\.com\/x\/y.*\.\/\.\.\./],
  ['std', /std.*\.\/\.\.\./],
  ['rulse', /"rulse".*rules/],
  ['run ./...', /"run".*golint-leaks \.\/\.\.\./],
  ['check', /"check".*\.\/\.\.\./],
  ['lint a.go', /"lint".*golint-leaks a\.go/],
  ['explain', /explain <rule>/],
  ['explain nope', /"nope"/],
  ['explain ticker', /"ticker".*did you mean ticker-not-stopped\?/],
  ['explain ticker-not-stopped extra', /"extra".*explain <rule>/],
  ['rules extra', /"extra"/],
  ['rules --format xml', /"xml".*text, json/],
  ['rules --strict', /"--strict".*golint-leaks rules --help/],
  ['config nope', /"nope".*spelling/],
  ['config a b', /"b".*config \[path\]/],
  ['init extra', /"extra"/],
  ['completion tcsh', /"tcsh".*bash, zsh, fish/],
  ['completion bash zsh', /"zsh"/],
  ['help nope', /"nope".*explain/],
  ['version x', /"x"/],
  ['a'.repeat(300), /a{50}.*too long/],
];

test.each(wrong)('%s', (line, named) => {
  const { code, err, out } = run(dir, ...line.split(' ').filter((word) => word !== ''));
  const [first = '', ...more] = err.trimEnd().split('\n');
  expect(first).toMatch(named);
  // One sentence, and where the run went on, its closing line.
  expect(more.filter((each) => !/^golint-leaks: 0 packages, 0 files/.test(each))).toEqual([]);
  expect(first.startsWith('golint-leaks: ')).toBe(true);
  expect(first.length).toBeLessThan(700);
  // A warning where nothing is wrong but that nothing matches; else 2, and nothing on standard output.
  expect(code).toBe(first.startsWith('golint-leaks: warning: ') ? 0 : 2);
  expect(out).toBe('');
  // Neither a stack nor a place in this installation.
  expect(err).not.toContain(assetPath('.'));
  expect(err).not.toMatch(/^\s+at |node:internal/m);
});

test('there are a hundred of them', () => expect(wrong.length).toBeGreaterThanOrEqual(99));

test('odd locales and small terminals change nothing', () => {
  const usual = run(dir, '--fromat');
  for (const env of [
    { LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
    { LANG: 'C', LC_ALL: 'C' },
    { COLUMNS: '10', TERM: 'dumb' },
  ])
    expect(start(dir, process.execPath, [program, '--fromat'], env)).toEqual(usual);
});
