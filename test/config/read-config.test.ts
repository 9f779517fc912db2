import { Ajv } from 'ajv';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { assetPath } from '../../src/assets.ts';
import { ConfigError } from '../../src/config/read/config-error.ts';
import type { ConfigFile } from '../../src/config/read/read-config.ts';
import { readConfig } from '../../src/config/read/read-config.ts';

const known = ['ticker-not-stopped', 'blocked-send'];
const read = (text: string): ConfigFile => readConfig(text, 'x.yaml', known);

const schema: object = JSON.parse(readFileSync(assetPath('docs/golint-leaks.schema.json'), 'utf8'));
const isValid = new Ajv({ allErrors: true, unicodeRegExp: true }).compile(schema);

/** The complaint about a text, without the name of the error. */
function complaintOf(text: string): string {
  try {
    read(text);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  return '';
}

const resource = (changes = ''): string => `resources:
  - id: conn-not-returned
    acquire: [example.com/pool.Open, (*example.com/pool.Pool).Get]
    type: "*example.com/pool.Conn"
    release: Release
${changes}`;

describe('what makes sense to the reader makes sense to the schema', () => {
  test.each([
    '', '# nothing\n', '{}', 'rules: {}', 'rules: {ticker-not-stopped: off, blocked-send: error}', 'exclude: []',
    'exclude: [third_party, "**/*_mock.go", internal/gen/]', 'go-version: 1.22', 'go-version: "1.20"', 'go-version: 1.23.4',
    'go-version: 1.21rc2', 'strict: true', 'strict: false', 'tests: on', 'tests: "off"',
    'strict: yes', 'strict: "true"', 'strict: Off', 'tests: true', 'tests: no', 'fail-on: never', 'format: sarif',
    'overrides: [{files: ["cmd/**", gen.go], rules: {ticker-not-stopped: off}}]', 'overrides: []',
    resource(),
    resource('    noun: connection\n    released: given back\n    summary: A thing.\n'),
    resource('    uses: [Exec, Query]\n    lookalikes: NewConn\n'),
  ])('%s', (text) => {
    expect(complaintOf(text)).toBe('');
    expect(isValid(parse(text)), JSON.stringify(isValid.errors)).toBe(true);
  });
});

describe('what is refused is refused in one sentence with its place, and by the schema', () => {
  test.each([
    ['rule: {}', 'x.yaml:1:1: the key "rule" is not known; did you mean "rules"?'],
    [
      'strict: true\nfoo: 1',
      'x.yaml:2:1: the key "foo" is not known; write one of rules, overrides, exclude, go-version, strict, notes, tests, fail-on, format, resources.',
    ],
    ['- rules', 'x.yaml:1:1: the file must be a table, not a list; write "key: value" on each line.'],
    ['text', 'x.yaml:1:1: the file must be a table, not "text"; write "key: value" on each line.'],
    ['rules: off', 'x.yaml:1:8: "rules" must be a table, not "off"; write "key: value" on each line.'],
    ['rules:', 'x.yaml:1:7: "rules" must be a table, not nothing; write "key: value" on each line.'],
    [
      'rules: {ticker-not-stopped: warn}',
      'x.yaml:1:29: the level of "ticker-not-stopped" cannot be "warn"; write one of off, note, warning, error.',
    ],
    [
      'rules: {ticker-not-stopped: warnin}',
      'x.yaml:1:29: the level of "ticker-not-stopped" cannot be "warnin"; did you mean "warning"?',
    ],
    [
      'rules: {ticker-not-stopped: false}',
      'x.yaml:1:29: the level of "ticker-not-stopped" cannot be "false"; write one of off, note, warning, error.',
    ],
    [
      'rules: {__proto__: off}',
      'x.yaml:1:9: there is no rule "__proto__"; write one of ticker-not-stopped, blocked-send, unused-suppression.',
    ],
    [
      '__proto__: {}',
      'x.yaml:1:1: the key "__proto__" is not known; write one of rules, overrides, exclude, go-version, strict, notes, tests, fail-on, format, resources.',
    ],
    [
      'constructor: 1',
      'x.yaml:1:1: the key "constructor" is not known; write one of rules, overrides, exclude, go-version, strict, notes, tests, fail-on, format, resources.',
    ],
    [
      'exclude: third_party',
      'x.yaml:1:10: "exclude" must be a list, not "third_party"; write each item on a line of its own behind "- ".',
    ],
    ['exclude: [1]', 'x.yaml:1:11: a glob of "exclude" must be a text, not "1"; put it in quotes.'],
    ['exclude: [""]', 'x.yaml:1:11: a glob of "exclude" is empty; write something or remove it.'],
    [
      'exclude: ["*.{go,mod}"]',
      'x.yaml:1:11: the glob "*.{go,mod}" has one of [ ] { } ! \\, which mean nothing here; write it with *, ? and **.',
    ],
    [
      'exclude: ["a/../../b"]',
      'x.yaml:1:11: the glob "a/../../b" leads out of the folder of this file; put it into a file further up.',
    ],
    [`exclude: ["${'*a'.repeat(600)}"]`, 'x.yaml:1:11: this glob is longer than 1000 characters; write a shorter one.'],
    ['go-version: 2', 'x.yaml:1:13: "go-version" cannot be "2"; write it as in go.mod, such as 1.22 or 1.23.4.'],
    [
      'go-version: [1.22]',
      'x.yaml:1:13: "go-version" cannot be a list; write it as in go.mod, such as 1.22 or 1.23.4.',
    ],
    [
      'go-version: go1.22',
      'x.yaml:1:13: "go-version" cannot be "go1.22"; write it as in go.mod, such as 1.22 or 1.23.4.',
    ],
    ['strict: maybe', 'x.yaml:1:9: "strict" cannot be "maybe"; write true or false.'],
    ['strict: 1', 'x.yaml:1:9: "strict" cannot be "1"; write true or false.'],
    ['tests:', 'x.yaml:1:7: "tests" cannot be nothing; write true or false.'],
    ['fail-on: warn', 'x.yaml:1:10: "fail-on" cannot be "warn"; write one of error, warning, note, never.'],
    ['format: jsn', 'x.yaml:1:9: "format" cannot be "jsn"; did you mean "json"?'],
    [
      'overrides: [{files: [a]}]',
      'x.yaml:1:13: this override has no "rules"; it needs files, a list of globs, and rules, their levels there.',
    ],
    [
      'overrides: [{file: [a], rules: {}}]',
      'x.yaml:1:14: the key "file" of an override is not known; did you mean "files"?',
    ],
    [
      'overrides: [{files: ["../x"], rules: {}}]',
      'x.yaml:1:22: the glob "../x" leads out of the folder of this file; put it into a file further up.',
    ],
    [
      'resources: {}',
      'x.yaml:1:12: "resources" must be a list, not a table; write each item on a line of its own behind "- ".',
    ],
    ['resources: [x]', 'x.yaml:1:13: a resource must be a table, not "x"; write "key: value" on each line.'],
    [
      'resources: [{id: a-b, acquire: a.B, type: a.C}]',
      'x.yaml:1:13: this resource has no "release"; it needs id, acquire, type, release.',
    ],
    [resource('    use: [Exec]\n'), 'x.yaml:6:5: the key "use" of a resource is not known; did you mean "uses"?'],
    [resource('    uses: []\n'), 'x.yaml:6:5: "uses" is an empty list; name at least one or remove it.'],
    [
      resource('    uses: [Exec()]\n'),
      'x.yaml:6:12: "Exec()" cannot stand in "uses"; write the name of a method or field, such as Exec.',
    ],
    [
      resource('    noun: "a\\nb"\n'),
      'x.yaml:6:11: "a\\nb" cannot stand in "noun"; write a word or two, such as connection.',
    ],
    [
      resource().replace('Release', '$(rm)'),
      'x.yaml:5:14: "$(rm)" cannot stand in "release"; write the name of a method, such as Release.',
    ],
    [
      resource().replace('conn-not-returned', 'Conn'),
      'x.yaml:2:9: the id "Conn" is no name of a rule; write small letters and digits with "-" between the words, such as conn-not-returned.',
    ],
    [
      resource().replace('example.com/pool.Open', 'Open'),
      'x.yaml:3:15: "Open" cannot stand in "acquire"; write a function as Go prints it, such as example.com/pool.Get or (*example.com/pool.Pool).Get.',
    ],
  ])('%s', (text, sentence) => {
    expect(complaintOf(text)).toBe(sentence);
    // The schema does not know which rules there are.
    expect(isValid(parse(text)) && !sentence.includes('there is no rule'), sentence).toBe(false);
  });
});

describe('what only the reader can refuse', () => {
  test.each([
    [
      'rules: {ticker-not-stoped: off}',
      'x.yaml:1:9: there is no rule "ticker-not-stoped"; did you mean "ticker-not-stopped"?',
    ],
    ['strict: true\nstrict: true', 'x.yaml:2:1: the key "strict" is already at line 1; remove one of them.'],
    [
      'rules:\n  blocked-send: off\n  blocked-send: error',
      'x.yaml:3:3: the key "blocked-send" is already at line 2; remove one of them.',
    ],
    [
      'a: &x [1]\nb: *x',
      'x.yaml:2:4: the alias "*x" is not followed; write the value itself, and a text that begins with * in quotes.',
    ],
    [
      'exclude: [*_mock.go]',
      'x.yaml:1:11: the alias "*_mock.go" is not followed; write the value itself, and a text that begins with * in quotes.',
    ],
    ['exclude: !!set {a, b}', 'x.yaml:1:16: the tag "tag:yaml.org,2002:set" has no meaning here; remove it.'],
    [
      'strict: !!js/function "f"',
      'x.yaml:1:9: not valid YAML (Unresolved tag: tag:yaml.org,2002:js/function); mend it.',
    ],
    [
      '<<: {strict: true}',
      'x.yaml:1:1: the key "<<" is not known; write one of rules, overrides, exclude, go-version, strict, notes, tests, fail-on, format, resources.',
    ],
    [
      'strict: true\n---\nstrict: false',
      'x.yaml:2:1: not valid YAML (Source contains multiple documents; please use YAML.parseAllDocuments()); mend it.',
    ],
    ['? [a]\n: b', 'x.yaml:1:3: a key must be a word; write it as text.'],
    ['strict: [', /^x\.yaml:\d+:\d+: not valid YAML \(.*\); mend it\.$/],
    ['\tstrict: true', 'x.yaml:1:1: not valid YAML (Tabs are not allowed as indentation); mend it.'],
    ['a: [[[[[[[1]]]]]]]', 'x.yaml:1:10: nested too deeply; the file needs only a few levels.'],
    [
      '['.repeat(60_000),
      'x.yaml:1:1: more than 1000 brackets, or nested too deeply, to be read; the file needs only a few levels.',
    ],
    [
      '- '.repeat(30_000),
      'x.yaml:1:1: more than 1000 brackets, or nested too deeply, to be read; the file needs only a few levels.',
    ],
    [
      resource().replace('conn-not-returned', 'blocked-send'),
      'x.yaml:2:9: the id "blocked-send" is taken; choose another one.',
    ],
    [
      resource().replace('conn-not-returned', 'golint-leaks'),
      'x.yaml:2:9: the id "golint-leaks" is taken; choose another one.',
    ],
  ])('%s', (text, sentence) => {
    expect(complaintOf(text)).toMatch(sentence);
  });
});

test('a byte order mark and line ends of Windows are no part of it', () => {
  expect(read('\ufeffstrict: true\r\ntests: on\r\n')).toMatchObject({
    strict: { value: true, at: { line: 1 } },
    tests: { value: 'on', at: { line: 2, column: 1 } },
  });
});

test('a whole file', () => {
  const file = read(
    `rules: {blocked-send: off, conn-not-returned: error}\nexclude: [gen]\ngo-version: 1.20\nstrict: true\ntests: on\n${resource('    uses: Exec\n')}`,
  );
  expect(file.levels.get('blocked-send')).toEqual({ value: 'off', at: { path: 'x.yaml', line: 1, column: 9 } });
  expect(file).toMatchObject({
    exclude: [{ value: 'gen', at: { line: 2, column: 11 } }],
    goVersion: { value: '1.20' },
    strict: { value: true, at: { line: 4, column: 1 } },
    tests: { value: 'on' },
  });
  expect(file.resources[0]?.value).toEqual({
    engine: 'obligation',
    id: 'conn-not-returned',
    noun: 'resource',
    released: 'released',
    tags: ['leak', 'resource', 'custom'],
    summary: 'A resource that is not released on every way out of the function that acquired it',
    acquire: ['example.com/pool.Open', '(*example.com/pool.Pool).Get'],
    type: ['*example.com/pool.Conn'],
    release: ['Release'],
    uses: ['Exec'],
    lookalikes: [],
  });
  expect(Object.isFrozen(file) && Object.isFrozen(file.resources[0]?.value)).toBe(true);
});
