import { rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folder, git, goMod, leakyFile, places, program, repository, run, runWith, start, write } from './built-program.ts';

/** Runs the program with a text on standard input. */
function withInput(cwd: string, text: string, ...args: readonly string[]) {
  return runWith({ input: text }, cwd, ...args);
}

const owner = 'package p\n\nimport "time"\n\ntype s struct{ tick *time.Ticker }\n\nfunc (x *s) run() {\n\tx.tick = time.NewTicker(1)\n\t<-x.tick.C\n}\n';
const closer = 'package p\n\nfunc (x *s) Close() { x.tick.Stop() }\n';

describe('--stdin-filename', () => {
  test('finds what is in the buffer, not what is on the disk', () => {
    const dir = folder({ 'go.mod': goMod, 'a.go': 'package p\n', 'b.go': leakyFile('other') });
    expect(places(withInput(dir, leakyFile('wait'), '--stdin-filename', 'a.go'))).toEqual(['a.go:6:7']);
    write(dir, { 'a.go': leakyFile('wait') });
    expect(withInput(dir, 'package p\n', '--stdin-filename', 'a.go')).toMatchObject({ code: 0, out: '' });
  });

  test('the file need not be there, nor its folder', () => {
    const dir = folder({ 'go.mod': goMod });
    expect(places(withInput(dir, leakyFile('wait'), '--stdin-filename', 'new.go'))).toEqual(['new.go:6:7']);
    expect(places(withInput(dir, leakyFile('wait'), '--stdin-filename', 'no/such/new.go'))).toEqual([
      'no/such/new.go:6:7',
    ]);
  });

  test('siblings are those on the disk', () => {
    const dir = folder({ 'go.mod': goMod, 'b.go': closer });
    expect(withInput(dir, owner, '--strict', '--stdin-filename', 'a.go')).toMatchObject({ code: 0, out: '' });
    rmSync(join(dir, 'b.go'));
    expect(places(withInput(dir, owner, '--strict', '--stdin-filename', 'a.go'))).toEqual(['a.go:8:11']);
  });

  test('shows as a patch what would mend it, and what goes with it is said', () => {
    const dir = folder({ 'go.mod': goMod });
    expect(withInput(dir, leakyFile('wait'), '--stdin-filename', 'a.go', '--diff').out).toContain(
      '+\tdefer t.Stop()\n',
    );
    expect(withInput(dir, '', '--stdin-filename', 'a.go', '--fix')).toMatchObject({
      code: 2,
      err: expect.stringContaining('--fix writes files'),
    });
    expect(withInput(dir, '', '--stdin-filename', 'a.txt').err).toContain('"a.txt" is no Go file');
    expect(withInput(dir, '', '--stdin-filename', 'a.go', 'b.go').err).toContain('"b.go"');
    expect(withInput(dir, '', '-').err).toContain('--stdin-filename');
  });
});

describe('--staged', () => {
  const base = { 'go.mod': goMod, 'a.go': 'package p\n', 'b.go': 'package p\n' };

  test('looks at the index, not at the working tree', () => {
    const dir = repository(base);
    write(dir, { 'a.go': leakyFile('wait') });
    expect(run(dir, '--staged')).toMatchObject({ code: 0, out: '' });
    git(dir, 'add', 'a.go');
    write(dir, { 'a.go': 'package p\n' });
    expect(run(dir, 'a.go')).toMatchObject({ code: 0 });
    expect(places(run(dir, '--staged'))).toEqual(['a.go:6:7']);
    rmSync(join(dir, 'a.go'));
    expect(places(run(dir, '--staged'))).toEqual(['a.go:6:7']);
  });

  test('only files that a commit would change, and of these the named ones', () => {
    const dir = repository({ ...base, 'old.go': leakyFile('old'), 'sub/c.go': 'package sub\n' });
    write(dir, { 'a.go': leakyFile('wait'), 'sub/c.go': leakyFile('wait').replace('package p', 'package sub') });
    git(dir, 'add', '-A');
    expect(places(run(dir, '--staged'))).toEqual(['a.go:6:7', 'sub/c.go:6:7']);
    expect(places(run(dir, '--staged', 'sub'))).toEqual(['sub/c.go:6:7']);
    expect(places(run(dir, '--staged', './...'))).toHaveLength(2);
    expect(places(run(dir, '--staged', '.'))).toEqual(['a.go:6:7']);
    expect(places(run(dir, '--staged', 'a.go'))).toEqual(['a.go:6:7']);
    expect(places(run(join(dir, 'sub'), '--staged'))).toEqual(['c.go:6:7']);
    expect(run(dir, '--staged', '*.go')).toMatchObject({ code: 2, err: expect.stringContaining('"*.go"') });
    expect(run(dir, '--staged', '--list-files').out).toBe('a.go\nsub/c.go\n');
  });

  test('siblings are those of the index: neither edits nor files that git does not have count', () => {
    const dir = repository({ 'go.mod': goMod, 'b.go': closer, 'a.go': 'package p\n' });
    write(dir, { 'a.go': owner });
    git(dir, 'add', 'a.go');
    rmSync(join(dir, 'b.go'));
    expect(run(dir, '--staged', '--strict')).toMatchObject({ code: 0, out: '' });
    git(dir, 'rm', '-q', '--cached', 'b.go');
    write(dir, { 'b.go': closer });
    expect(places(run(dir, '--staged', '--strict'))).toEqual(['a.go:8:11']);
  });

  test('the go.mod of the index decides', () => {
    const dir = repository(base);
    write(dir, { 'go.mod': 'module m\n\ngo 1.24\n', 'a.go': leakyFile('wait') });
    git(dir, 'add', 'a.go');
    expect(run(dir, '--staged').code).toBe(1);
    git(dir, 'add', 'go.mod');
    expect(run(dir, '--staged').code).toBe(0);
  });

  test('works before the first commit, through a link, in a hook with an index of its own, and where nothing is staged', () => {
    const dir = folder({ 'go.mod': goMod, 'a.go': leakyFile('wait') });
    git(dir, 'init', '-q');
    expect(run(dir, '--staged')).toMatchObject({ code: 0, out: '' });
    git(dir, 'add', '-A');
    expect(places(run(dir, '--staged'))).toEqual(['a.go:6:7']);
    const link = join(folder(), 'link');
    symlinkSync(dir, link);
    expect(places(run(link, '--staged'))).toEqual(['a.go:6:7']);
    write(dir, { '.git/hooks/pre-commit': `#!/bin/sh\n"${process.execPath}" "${program}" --staged -q\n` });
    start(dir, 'chmod', ['+x', '.git/hooks/pre-commit']);
    git(dir, 'reset', '-q');
    const commit = start(dir, 'git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', 'commit', '-q', '-m', 'x', '--', 'go.mod']);
    expect(commit.code).not.toBe(0); // go.mod is not known to git
    git(dir, 'add', 'go.mod');
    git(dir, 'add', '-N', 'a.go');
    const partial = start(dir, 'git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', 'commit', '-q', '-m', 'x', '--', 'a.go']);
    expect(partial).toMatchObject({ code: 1 });
    expect(`${partial.out}${partial.err}`).toContain('a.go:6:7: warning: ');
  });

  test('outside of a repository it says so', () => {
    expect(run(folder({ 'a.go': 'package p\n' }), '--staged')).toMatchObject({
      code: 2,
      err: expect.stringContaining('in no git repository'),
    });
  });

  test('goes with --new-from-rev, whose new texts are those of the index', () => {
    const dir = repository({ 'go.mod': goMod, 'a.go': leakyFile('old') });
    write(dir, { 'a.go': leakyFile('old', 'fresh') });
    git(dir, 'add', 'a.go');
    write(dir, { 'a.go': 'package p\n' });
    expect(places(run(dir, '--staged', '--new-from-rev', 'HEAD'))).toEqual(['a.go:17:7']);
  });
});
