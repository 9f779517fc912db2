import { chmodSync, chownSync, existsSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  commit, folder, git, goMod, leakyFile, leakyFunction, places, repository, run, runWith, start, write,
} from './built-program.ts';

const since = (dir: string, revision = 'HEAD', ...more: readonly string[]) => run(dir, '--new-from-rev', revision, ...more);

describe('--new-from-rev', () => {
  test('shows what is on lines added since, committed, staged or neither', () => {
    const dir = repository({ 'go.mod': goMod, 'a.go': leakyFile('old') });
    expect(since(dir)).toEqual({ code: 0, out: '', err: 'golint-leaks: 1 package, 1 file, no findings; 1 not new since HEAD\n' });
    write(dir, { 'a.go': leakyFile('old', 'fresh') });
    const found = since(dir);
    expect(found.code).toBe(1);
    expect(places(found)).toEqual(['a.go:17:7']);
    git(dir, 'add', '.');
    expect(places(since(dir))).toEqual(['a.go:17:7']);
    commit(dir);
    expect(places(since(dir))).toEqual([]);
    expect(places(since(dir, 'HEAD~1'))).toEqual(['a.go:17:7']);
  });

  test('a submodule is compared with the commit that it was at, and so is one in it', () => {
    const inner = repository({ 'go.mod': goMod, 'c.go': leakyFile('inner') });
    const outer = repository({ 'go.mod': goMod, 'b.go': leakyFile('outer') });
    git(outer, 'submodule', '--quiet', 'add', inner, 'deep');
    commit(outer);
    const dir = repository({ 'go.mod': goMod, 'a.go': leakyFile('own') });
    git(dir, 'submodule', '--quiet', 'add', outer, 'sub');
    git(dir, 'submodule', '--quiet', 'update', '--init', '--recursive');
    commit(dir);
    expect(places(run(dir))).toEqual(['a.go:6:7', 'sub/b.go:6:7', 'sub/deep/c.go:6:7']);
    expect(places(since(dir))).toEqual([]);
    write(join(dir, 'sub'), { 'b.go': leakyFile('outer', 'more'), 'new.go': leakyFile('fresh') });
    expect(places(since(dir))).toEqual(['sub/b.go:17:7', 'sub/new.go:6:7']);
    commit(join(dir, 'sub'));
    expect(places(since(dir))).toEqual(['sub/b.go:17:7', 'sub/new.go:6:7']);
    commit(dir);
    expect(places(since(dir))).toEqual([]);
    expect(places(since(dir, 'HEAD~1'))).toEqual(['sub/b.go:17:7', 'sub/new.go:6:7']);
    // What came in as a whole is new.
    git(dir, 'submodule', '--quiet', 'add', inner, 'other');
    expect(places(since(dir))).toEqual(['other/c.go:6:7']);
  });

  test('a finding that rests on a function of another package is new when that has changed', () => {
    const helper = 'package fetch\n\nimport "net/http"\n\nfunc Page(url string) (*http.Response, error) {\n\tresp, err := http.Get(url)\n\tif err != nil {\n\t\treturn nil, err\n\t}\n\tdefer resp.Body.Close()\n\treturn resp, nil\n}\n';
    const user = 'package user\n\nimport "example.com/m/fetch"\n\nfunc Size(url string) int64 {\n\tresp, err := fetch.Page(url)\n\tif err != nil {\n\t\treturn 0\n\t}\n\treturn resp.ContentLength\n}\n';
    const dir = repository({ 'go.mod': 'module example.com/m\n\ngo 1.22\n', 'fetch/fetch.go': helper, 'user/user.go': user });
    expect(places(run(dir, './...'))).toEqual([]);
    const open = helper.replace('\tdefer resp.Body.Close()\n', '');
    write(dir, { 'fetch/fetch.go': open });
    const found = since(dir, 'HEAD', './...');
    expect(places(found)).toEqual(['user/user.go:6:15']);
    expect(found.out).toContain('fetch/fetch.go:5: this function hands it out');
    commit(dir);
    write(dir, { 'fetch/fetch.go': `${open}\nvar _ = 1\n` });
    expect(places(since(dir, 'HEAD', './...'))).toEqual([]);
  });

  test('lines that only moved are not new', () => {
    const dir = repository({ 'go.mod': goMod, 'a.go': leakyFile('old') });
    write(dir, { 'a.go': leakyFile('old').replace('func', '// A comment.\n\nvar x = 1\n\nfunc') });
    expect(places(run(dir))).toEqual(['a.go:10:7']);
    expect(places(since(dir))).toEqual([]);
  });

  test('a new way out, and a Stop that is taken out, are news though the ticker is old', () => {
    const stopped = leakyFile('old').replace('return', 't.Stop()\n\t\t\treturn');
    const deferred = leakyFile('other').replace('\tfor', '\tdefer t.Stop()\n\tlog()\n\tfor').replace(/package p\n\nimport "time"\n/, '');
    const dir = repository({ 'go.mod': goMod, 'a.go': `${stopped}${deferred}` });
    expect(places(run(dir))).toEqual([]);
    write(dir, {
      'a.go': `${stopped.replace('case <-t.C:', 'case <-t.C:\n\t\t\tif len(done) > 3 {\n\t\t\t\treturn\n\t\t\t}')}${deferred}`,
    });
    expect(places(since(dir))).toEqual(['a.go:6:7']);
    write(dir, { 'a.go': `${stopped}${deferred.replace('\tdefer t.Stop()\n', '')}` });
    expect(places(since(dir))).toEqual(['a.go:18:7']);
    commit(dir);
    write(dir, { 'a.go': `${stopped}${deferred.replace('\tdefer t.Stop()\n\tlog()\n', '')}` });
    expect(places(run(dir))).toEqual(['a.go:18:7']);
    expect(places(since(dir))).toEqual([]);
  });

  test('an untracked file is new, a renamed one is followed', () => {
    const dir = repository({ 'go.mod': goMod, 'a.go': leakyFile('old'), 'sub/c.go': leakyFile('c') });
    git(dir, 'mv', 'a.go', 'b.go');
    write(dir, { 'b.go': leakyFile('old').replace('package p\n', 'package p\n\n// Moved.\n'), 'new.go': leakyFile('fresh') });
    expect(places(since(dir))).toEqual(['new.go:6:7']);
    commit(dir);
    expect(places(since(dir, 'HEAD~1'))).toEqual(['new.go:6:7']);
    // Without a word to git, and with another line; what shares less than half with all that is gone is new.
    renameSync(join(dir, 'sub/c.go'), join(dir, 'sub/d.go'));
    write(dir, { 'sub/d.go': leakyFile('c').replace('package p\n', 'package p\n\n// Moved.\n') });
    expect(places(since(dir))).toEqual([]);
    write(dir, { 'sub/d.go': `${leakyFile('c')}\n${leakyFunction('another')}` });
    expect(places(since(dir))).toEqual(['sub/d.go:17:7']);
    rmSync(join(dir, 'sub/d.go'));
    write(dir, { 'sub/e.go': `package p\n\nimport "time"\n\nfunc lend(all []int) {\n\tfor range all {\n\t\t<-time.NewTicker(2).C\n\t}\n}\n` });
    expect(places(since(dir))).toEqual(['sub/e.go:7:5']);
    // A copy is new, since what it was copied from is there.
    write(dir, { 'sub/c.go': leakyFile('c'), 'sub/copy.go': leakyFile('d') });
    expect(places(since(dir))).toEqual(['sub/copy.go:6:7', 'sub/e.go:7:5']);
  });

  test('a branch that went on by itself is compared where the ways parted', () => {
    const dir = repository({ 'go.mod': goMod, 'a.go': leakyFile('old') });
    git(dir, 'switch', '-q', '-c', 'feature');
    write(dir, { 'b.go': leakyFile('mine') });
    commit(dir);
    git(dir, 'switch', '-q', 'main');
    write(dir, { 'a.go': 'package p\n' });
    commit(dir);
    git(dir, 'switch', '-q', 'feature');
    expect(places(since(dir, 'main'))).toEqual(['b.go:6:7']);
  });

  test('works from a subfolder, through symbolic links, with odd names and with CRLF', () => {
    const dir = repository({
      'go.mod': goMod,
      'sub/a.go': leakyFile('old'),
      'sub/ö ü\n.go': leakyFile('odd'),
      'sub/crlf.go': leakyFile('crlf'),
    });
    write(dir, { 'sub/crlf.go': leakyFile('crlf').replaceAll('\n', '\r\n'), 'sub/new.go': leakyFile('fresh') });
    expect(places(since(join(dir, 'sub')))).toEqual(['new.go:6:7']);
    const link = join(folder(), 'link');
    symlinkSync(dir, link);
    expect(places(since(join(link, 'sub')))).toEqual(['new.go:6:7']);
    expect(places(since(dir, 'HEAD', `${link}/...`))).toEqual([`${link}/sub/new.go:6:7`]);
  });

  test('works in a worktree, and in a hook that points git elsewhere', () => {
    const dir = repository({ 'go.mod': goMod, 'a.go': leakyFile('old') });
    const tree = join(folder(), 'tree');
    git(dir, 'worktree', 'add', '-q', tree);
    write(tree, { 'b.go': leakyFile('fresh') });
    const elsewhere = { GIT_DIR: join(folder(), '.git'), GIT_INDEX_FILE: '/nowhere', GIT_WORK_TREE: '/' };
    expect(places(runWith({ env: elsewhere }, tree, '--new-from-rev', 'main'))).toEqual(['b.go:6:7']);
  });
});

describe('--new-from-rev in repositories within repositories, and in merges', () => {
  test('a submodule is compared with the commit that the outer repository named for it', () => {
    const inner = repository({ 'old.go': leakyFile('old') });
    const outer = repository({ 'go.mod': goMod, 'a.go': leakyFile('outer') });
    git(outer, 'submodule', '--quiet', 'add', inner, 'sub');
    commit(outer);
    expect(places(since(outer))).toEqual([]);
    write(outer, { 'sub/fresh.go': leakyFile('fresh') });
    expect(places(since(outer))).toEqual(['sub/fresh.go:6:7']);
    git(join(outer, 'sub'), 'add', '-A');
    git(join(outer, 'sub'), 'commit', '-q', '-m', 'x');
    commit(outer);
    expect(places(since(outer, 'HEAD~1'))).toEqual(['sub/fresh.go:6:7']);
    expect(places(since(outer))).toEqual([]);
    // Before there was a submodule all of it was new.
    expect(places(since(outer, 'HEAD~2'))).toEqual(['sub/fresh.go:6:7', 'sub/old.go:6:7']);
  });

  test('a repository that is no submodule is new as a whole', () => {
    const outer = repository({ 'go.mod': goMod, '.gitignore': 'own/\n' });
    write(outer, { 'own/a.go': leakyFile('own') });
    git(join(outer, 'own'), 'init', '-q');
    commit(join(outer, 'own'));
    expect(places(since(outer, 'HEAD', 'own'))).toEqual(['own/a.go:6:7']);
  });

  test('what the other side of a merge brings is not new, committed or not', () => {
    const dir = repository({ 'go.mod': goMod, 'a.go': 'package p\n' });
    git(dir, 'switch', '-q', '-c', 'feature');
    write(dir, { 'mine.go': leakyFile('mine') });
    commit(dir);
    git(dir, 'switch', '-q', 'main');
    write(dir, { 'theirs.go': leakyFile('theirs') });
    commit(dir);
    git(dir, 'switch', '-q', 'feature');
    git(dir, 'merge', '-q', '--no-commit', '--no-ff', 'main');
    expect(places(since(dir, 'main'))).toEqual(['mine.go:6:7']);
    git(dir, 'commit', '-q', '-m', 'merge');
    expect(places(since(dir, 'main'))).toEqual(['mine.go:6:7']);
  });
});

describe('the remedy that is printed works when it is pasted', () => {
  const origin = repository({ 'go.mod': goMod, 'a.go': leakyFile('old') });
  git(origin, 'switch', '-q', '-c', 'feature');
  write(origin, { 'b.go': leakyFile('fresh') });
  commit(origin);

  /** Runs the command of the message, and says what revision it wants to be written then. */
  function paste(dir: string, revision: string): string {
    const { code, err } = since(dir, revision);
    expect(code).toBe(2);
    const [, command = ''] = /(git fetch [^,\n]*)/.exec(err) ?? [];
    git(dir, ...command.split(' ').slice(1));
    return /write (origin\/\S+)/.exec(err)?.[1] ?? revision;
  }

  test.each([
    ['a shallow clone of one branch', ['--depth=1', '--branch=feature'], 'origin/main'],
    ['a clone of one branch', ['--single-branch', '--branch=feature'], 'origin/main'],
    ['a clone of one branch, whose other branch is named as if it were here', ['--single-branch', '--branch=feature'], 'main'],
  ])('%s', (_, how, revision) => {
    const clone = join(folder(), 'clone');
    git(origin, 'clone', '-q', ...how, `file://${origin}`, clone);
    const then = paste(clone, revision);
    expect(places(since(clone, then))).toEqual(['b.go:6:7']);
  });
});

describe('--new-from-rev says in one sentence what is wrong', () => {
  const dir = repository({ 'go.mod': goMod, 'a.go': leakyFile('old') });

  test.each([
    ['nowhere', /"?nowhere"?: git knows no such commit here; fetch it, such as by git fetch origin nowhere/],
    ['--output=x', /no revision/],
    ['-p', /no revision/],
    ['', /needs a value/],
    ['HEAD..HEAD', /no such commit/],
    ['HEAD:a.go', /no such commit/],
  ])('%s', (revision, sentence) => {
    const { code, out, err } = run(dir, `--new-from-rev=${revision}`);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(sentence);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
  });

  test('no repository, no commit, no common commit, no git', () => {
    expect(since(folder({ 'a.go': leakyFile('f') }))).toMatchObject({ code: 2, err: expect.stringContaining('in no git repository') });
    const empty = folder({ 'a.go': leakyFile('f') });
    git(empty, 'init', '-q');
    expect(since(empty)).toMatchObject({ code: 2, err: expect.stringContaining('no such commit') });
    const orphan = repository({ 'a.go': leakyFile('f') });
    git(orphan, 'switch', '-q', '--orphan', 'other');
    commit(orphan);
    expect(since(orphan, 'main')).toMatchObject({ code: 2, err: expect.stringContaining('no commit in common') });
    expect(runWith({ env: { PATH: '/nowhere' } }, dir, '--new-from-rev', 'HEAD')).toMatchObject({
      code: 2,
      err: expect.stringContaining('git is not installed'),
    });
  });

  test('a repository of another user, which git does not read', ({ skip }) => {
    skip(process.getuid?.() !== 0, 'only root can give a repository away');
    const theirs = repository({ 'a.go': leakyFile('f') });
    chownSync(theirs, 12345, 12345);
    chownSync(join(theirs, '.git'), 12345, 12345);
    const { code, err } = since(theirs);
    expect(code).toBe(2);
    expect(err).toMatch(/dubious ownership.*; if you trust it: git config --global --add safe\.directory \/.*\n$/);
  });

  test('a shallow clone: what to fetch; and it works where the commit is there', () => {
    const origin = repository({ 'go.mod': goMod, 'a.go': leakyFile('old') });
    git(origin, 'tag', 'v1');
    write(origin, { 'b.go': leakyFile('fresh') });
    commit(origin);
    const clone = join(folder(), 'clone');
    git(origin, 'clone', '-q', '--depth=1', `file://${origin}`, clone);
    for (const revision of ['v1', 'HEAD~1', 'origin/main~1']) {
      expect(since(clone, revision)).toMatchObject({
        code: 2,
        err: expect.stringMatching(/the clone is shallow; run git fetch --unshallow, or give actions\/checkout fetch-depth: 0\n$/),
      });
    }
    git(clone, 'fetch', '-q', '--depth=1', 'origin', 'tag', 'v1');
    expect(since(clone, 'v1')).toMatchObject({
      code: 2,
      err: expect.stringContaining('does not reach back to a commit that v1 and HEAD share; run git fetch --unshallow'),
    });
    git(clone, 'fetch', '-q', '--unshallow');
    expect(places(since(clone, 'v1'))).toEqual(['b.go:6:7']);
    git(clone, 'switch', '-q', '-c', 'work');
    git(clone, 'branch', '-q', '-D', 'main');
    expect(since(clone, 'main')).toMatchObject({ code: 2, err: expect.stringContaining('write origin/main\n') });
  });

  test('a partial clone: what to fetch, and nothing is fetched behind the back of the user', () => {
    const origin = repository({ 'go.mod': goMod, 'a.go': leakyFile('old') });
    write(origin, { 'a.go': leakyFile('old', 'fresh') });
    commit(origin);
    git(origin, 'config', 'uploadpack.allowFilter', 'true');
    const clone = join(folder(), 'clone');
    git(origin, 'clone', '-q', '--filter=blob:none', `file://${origin}`, clone);
    expect(since(clone, 'HEAD~1')).toMatchObject({
      code: 2,
      err: expect.stringContaining('this partial clone does not hold the old contents of the files; run git fetch --refetch --no-filter\n'),
    });
    git(clone, 'fetch', '-q', '--refetch', '--no-filter');
    expect(places(since(clone, 'HEAD~1'))).toEqual(['a.go:17:7']);
  });
});

test('a hostile repository runs no code of its own', () => {
  const dir = repository({
    'go.mod': goMod,
    'a.go': leakyFile('old'),
    'b.go': leakyFile('moved'),
    '.gitattributes': '*.go diff=evil filter=evil merge=evil\n',
  });
  const mark = join(folder(), 'mark');
  const evil = join(dir, '.git', 'evil.sh');
  writeFileSync(evil, `#!/bin/sh\necho "$0 $*" >> ${mark}\ncat\n`);
  chmodSync(evil, 0o755);
  // A commit made before the traps are set; a rename for the index to find.
  git(dir, 'mv', 'b.go', 'c.go');
  write(dir, { 'a.go': leakyFile('old', 'fresh') });
  for (const key of [
    'core.fsmonitor', 'core.pager', 'pager.diff-index', 'pager.ls-tree', 'diff.external', 'diff.evil.command',
    'diff.evil.textconv', 'filter.evil.clean', 'filter.evil.smudge', 'filter.evil.process', 'core.sshCommand', 'core.askPass',
    'core.gitProxy', 'credential.helper', 'alias.ls-tree', 'alias.rev-parse', 'gpg.program', 'core.alternateRefsCommand',
  ])
    git(dir, 'config', key, evil);
  git(dir, 'config', 'filter.evil.required', 'true');
  git(dir, 'config', 'core.hooksPath', join(dir, '.git', 'hooks'));
  mkdirSync(join(dir, '.git', 'hooks'), { recursive: true });
  for (const hook of ['post-index-change', 'pre-auto-gc', 'reference-transaction', 'fsmonitor-watchman']) {
    symlinkSync(evil, join(dir, '.git', 'hooks', hook));
  }
  // The traps are live: git itself steps into them.
  start(dir, 'git', ['diff', 'HEAD']);
  expect(existsSync(mark)).toBe(true);
  rmSync(mark);
  expect(places(since(dir))).toEqual(['a.go:17:7']);
  expect(existsSync(mark)).toBe(false);
});

test('a partial clone with a hostile remote does not reach it', () => {
  const origin = repository({ 'go.mod': goMod, 'a.go': leakyFile('old') });
  write(origin, { 'a.go': leakyFile('old', 'fresh') });
  commit(origin);
  git(origin, 'config', 'uploadpack.allowFilter', 'true');
  const clone = join(folder(), 'clone');
  git(origin, 'clone', '-q', '--filter=blob:none', `file://${origin}`, clone);
  const mark = join(folder(), 'mark');
  git(clone, 'config', 'remote.origin.url', `ext::sh -c touch% ${mark}`);
  git(clone, 'config', 'protocol.ext.allow', 'always');
  start(clone, 'git', ['show', 'HEAD~1:a.go']);
  expect(existsSync(mark)).toBe(true);
  rmSync(mark);
  expect(since(clone, 'HEAD~1').code).toBe(2);
  expect(existsSync(mark)).toBe(false);
});

test('the plain path neither needs git nor starts it', () => {
  const dir = repository({ 'go.mod': goMod, 'a.go': leakyFunction('f').replace(/^/, 'package p\n\nimport "time"\n\n') });
  expect(places(runWith({ env: { PATH: '/nowhere' } }, dir))).toEqual(['a.go:6:7']);
});
