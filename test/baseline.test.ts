import { readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Result } from './run-in-thread.ts';
import { commit, folder, git, goMod, leakyFile, places, run, write } from './built-program.ts';

const FILE = 'known.json';
const use = (dir: string, ...more: readonly string[]): Result => run(dir, '--baseline', FILE, ...more);
const read = (dir: string): string => readFileSync(join(dir, FILE), 'utf8');

/** A folder with a baseline of what these files hold. */
function known(files: Readonly<Record<string, string>>, ...more: readonly string[]): string {
  const dir = folder({ 'go.mod': goMod, ...files });
  expect(use(dir, '--write-baseline', ...more).code).toBe(0);
  return dir;
}

describe('--baseline', () => {
  test('is written once, and then leaves out what it lists', () => {
    const dir = folder({ 'go.mod': goMod, 'a.go': leakyFile('f', 'g'), 'sub/b.go': leakyFile('h') });
    expect(use(dir)).toMatchObject({
      code: 2,
      out: '',
      err: 'golint-leaks: --baseline known.json: there is no such file; --write-baseline makes it\n',
    });
    expect(use(dir, '--write-baseline')).toEqual({
      code: 0, out: '',
      err: 'golint-leaks: known.json: 3 findings (3 new, 0 taken out)\ngolint-leaks: 2 packages, 2 files, no findings; 3 in the baseline\n',
    });
    expect(read(dir)).toBe(`{
  "version": 1,
  "findings": [
    {"path":"a.go","rule":"ticker-not-stopped","confidence":"high","source":"t := time.NewTicker(time.Second)","count":2},
    {"path":"sub/b.go","rule":"ticker-not-stopped","confidence":"high","source":"t := time.NewTicker(time.Second)","count":1}
  ]
}
`);
    expect(use(dir)).toEqual({
      code: 0,
      out: '',
      err: 'golint-leaks: 2 packages, 2 files, no findings; 3 in the baseline\n',
    });
    expect(JSON.parse(use(dir, '--format', 'sarif').out)).toMatchObject({ runs: [{ results: [] }] });
  });

  test('survives that lines move, are indented, get CRLF, and that the file is renamed', () => {
    const dir = known({ 'a.go': leakyFile('f') });
    const moved = leakyFile('f')
      .replace('func', '// One.\n// Two.\n\nfunc')
      .replace('\tt :=', '\t{\n\t}\n\t\tt :=')
      .replaceAll('\n', '\r\n');
    write(dir, { 'a.go': moved });
    expect(places(run(dir))).toEqual(['a.go:11:8']);
    expect(use(dir).err).toBe('golint-leaks: 1 package, 1 file, no findings; 1 in the baseline\n');
    renameSync(join(dir, 'a.go'), join(dir, 'b.go'));
    expect(use(dir).err).toBe('golint-leaks: 1 package, 1 file, no findings; 1 in the baseline\n');
    expect(use(dir, '--write-baseline').code).toBe(0);
    expect(read(dir)).toContain('"path":"b.go"');
  });

  test('a second finding that reads the same is new, and a copy of the file is too', () => {
    const dir = known({ 'a.go': leakyFile('f') });
    write(dir, { 'a.go': leakyFile('f', 'g') });
    expect(use(dir)).toMatchObject({ code: 1 });
    expect(places(use(dir))).toEqual(['a.go:17:7']);
    write(dir, { 'a.go': leakyFile('f'), 'b.go': leakyFile('g') });
    expect(places(use(dir))).toEqual(['b.go:6:7']);
  });

  test('names what no longer exists, and only --write-baseline takes it out', () => {
    const dir = known({ 'a.go': leakyFile('f', 'g'), 'b.go': leakyFile('h') });
    const before = read(dir);
    write(dir, { 'a.go': leakyFile('f'), 'b.go': 'package p\n' });
    expect(use(dir)).toEqual({
      code: 0,
      out: '',
      err:
        'golint-leaks: known.json lists findings that no longer exist: a.go (ticker-not-stopped), b.go (ticker-not-stopped); --write-baseline takes them out\n'
        + 'golint-leaks: 1 package, 2 files, no findings; 1 in the baseline\n',
    });
    expect(read(dir)).toBe(before);
    expect(use(dir, '--write-baseline').err).toContain('known.json: 1 finding (0 new, 2 taken out)\n');
    expect(read(dir)).not.toContain('b.go');
    // Once gone it is gone: the same leak is new again.
    write(dir, { 'b.go': leakyFile('h') });
    expect(places(use(dir))).toEqual(['b.go:6:7']);
  });

  test('only ever shrinks, unless --grow-baseline asks for more', () => {
    const dir = known({ 'a.go': leakyFile('f') });
    const before = read(dir);
    write(dir, { 'b.go': leakyFile('g') });
    expect(use(dir, '--write-baseline').code).toBe(1);
    expect(read(dir)).toBe(before);
    expect(use(dir, '--grow-baseline')).toMatchObject({
      code: 0,
      out: '',
      err: expect.stringContaining('known.json: 2 findings (1 new, 0 taken out)\n'),
    });
    expect(use(dir).code).toBe(0);
  });

  test('what a run does not look at is neither gone nor taken out', () => {
    const helper =
      leakyFile('f').replace('time.NewTicker(time.Second)', 'newTicker()')
      + '\nfunc newTicker() *time.Ticker { return time.NewTicker(1) }\n';
    const dir = known({ 'a.go': leakyFile('f'), 'medium/m.go': helper, 'sub/c.go': leakyFile('h') }, '--strict');
    const before = read(dir);
    expect(before).toContain('"confidence":"medium"');
    for (const narrower of [['a.go'], ['./sub'], ['--rule', 'blocked-send'], ['./...'], ['--strict', 'sub/c.go']]) {
      expect(use(dir, '--write-baseline', ...narrower).err, narrower.join(' ')).not.toContain('no longer');
      expect(read(dir), narrower.join(' ')).toBe(before);
    }
    write(dir, {
      'sub/c.go': `${leakyFile('h')}\nfunc broken() {\n\tt := time.NewTicker(1\n}\n`.replace('func h', 'func h h'),
    });
    use(dir, '--write-baseline');
    expect(read(dir)).toBe(before);
    // A file that is gone is gone, whatever is looked at.
    rmSync(join(dir, 'sub'), { recursive: true });
    expect(use(dir, 'a.go').err).toContain('no longer exist: sub/c.go');
  });

  test('means the same from every folder and through symbolic links', () => {
    const dir = known({ 'a.go': leakyFile('f'), 'sub/b.go': leakyFile('g') });
    expect(run(join(dir, 'sub'), '--baseline', '../known.json', '..', '.').err).toContain(
      'no findings; 2 in the baseline',
    );
    const link = join(folder(), 'link');
    symlinkSync(dir, link);
    expect(run('/', '--baseline', join(link, FILE), `${link}/...`).err).toContain('no findings; 2 in the baseline');
  });

  test('goes with --new-from-rev: what is left is in neither', () => {
    const dir = known({ 'a.go': leakyFile('f') });
    git(dir, 'init', '-q');
    write(dir, { 'b.go': leakyFile('g') });
    commit(dir);
    write(dir, { 'a.go': leakyFile('f').replace('time.Second', 'time.Minute'), 'c.go': leakyFile('h') });
    const both = use(dir, '--new-from-rev', 'HEAD');
    expect(places(both)).toEqual(['a.go:6:7', 'c.go:6:7']);
    expect(both.err).toContain('2 findings (2 warnings); 0 in the baseline; 1 not new since HEAD\n');
  });

  test.each([
    ['{', /not JSON/],
    ['<<<<<<< HEAD\n{"version":1}', /merge conflict/],
    ['[]', /not JSON as/],
    ['{"version":2,"findings":[]}', /version is 2/],
    ['{"version":1}', /no list "findings"/],
    [
      '{"version":1,"findings":[{"path":"a.go","rule":"r","confidence":"high","source":"x","count":0}]}',
      /number 1 of its findings/,
    ],
    ['{"version":1,"findings":[null]}', /number 1 of its findings/],
  ])('a file that is none is refused in one sentence and left as it is: %s', (text, sentence) => {
    const dir = folder({ 'a.go': leakyFile('f'), [FILE]: text });
    for (const flag of [[], ['--write-baseline'], ['--grow-baseline']]) {
      const { code, out, err } = use(dir, ...flag);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toMatch(sentence);
      expect(err.trimEnd().split('\n')).toHaveLength(1);
      expect(read(dir)).toBe(text);
    }
  });

  test('writing needs the name of the file, and a place for it', () => {
    const dir = folder({ 'a.go': leakyFile('f') });
    expect(run(dir, '--write-baseline')).toMatchObject({
      code: 2,
      err: expect.stringContaining('--write-baseline needs the name of the file: --baseline FILE'),
    });
    expect(run(dir, '--baseline', 'no/such/known.json', '--write-baseline')).toMatchObject({
      code: 2,
      err: expect.stringContaining('cannot be written'),
    });
    expect(run(dir, '--baseline', '.')).toMatchObject({ code: 2, err: expect.stringContaining('cannot be read') });
  });
});

test('a container is the same one in a renamed file, whichever of its lines is named then', () => {
  const cache = (name: string, insertion: string): string => `package p

import "net/http"

func ${name}(w http.ResponseWriter, r *http.Request) {
	${insertion}
}
`;
  const first = cache('first', 'seen[r.URL.Query().Get("id")] = 1');
  const dir = folder({
    'go.mod': goMod,
    'a.go': first,
    'b.go': cache('second', 'seen[r.FormValue("id")] = 2'),
    'c.go': 'package p\n\nvar seen = map[string]int{}\n',
  });
  expect(run(dir, '--baseline', 'b.json', '--write-baseline').err).toContain('1 in the baseline');
  expect(run(dir, '--baseline', 'b.json')).toMatchObject({ code: 0, out: '' });
  renameSync(join(dir, 'a.go'), join(dir, 'z.go'));
  expect(run(dir, '--baseline', 'b.json')).toMatchObject({
    code: 0,
    out: '',
    err: expect.not.stringContaining('no longer exist'),
  });
  // Another container of the same name elsewhere is another one.
  write(dir, { 'sub/a.go': `${first.replace('package p', 'package sub')}\nvar seen = map[string]int{}\n` });
  expect(run(dir, '--baseline', 'b.json').out).toMatch(/^sub\/a\.go:/);
});
