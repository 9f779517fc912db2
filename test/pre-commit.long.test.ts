import { cpSync, existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { assetPath } from '../src/assets.ts';
import type { Result } from './run-in-thread.ts';
import { commit, folder, git, goMod, leakyFile, places, start, write } from './built-program.ts';

interface Program {
  readonly command: string;
  readonly env: Readonly<Record<string, string>>;
}

interface Hook extends Program {
  readonly repository: string;
  readonly revision: string;
}

function findPreCommit(): Program | string {
  const env = { PRE_COMMIT_HOME: folder() };
  if (start('/', 'pre-commit', ['--version']).code === 0) return { command: 'pre-commit', env };
  const place = folder();
  const steps = [
    ['python3', '-m', 'venv', place],
    [join(place, 'bin', 'pip'), 'install', '--quiet', '--disable-pip-version-check', 'pre-commit'],
  ];
  const failed = steps.find(([command = '', ...args]) => start('/', command, args).code !== 0);
  return failed ? `${failed.join(' ')} does not work here` : { command: join(place, 'bin', 'pre-commit'), env };
}

/** Commits the files of the working tree that git knows, so that what is tested is what is written here. */
function installHook({ command, env }: Program): Hook | string {
  const root = assetPath('.');
  const listed = start(root, 'git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard']);
  if (listed.code !== 0) return 'the project is no git repository here';
  const repository = folder();
  for (const name of listed.out.split('\0').filter((each) => each !== '' && existsSync(join(root, each)))) {
    cpSync(join(root, name), join(repository, name), { recursive: true });
  }
  git(repository, 'init', '-q');
  commit(repository);
  const revision = git(repository, 'rev-parse', 'HEAD');
  const user = userRepository({ repository, revision }, {});
  const { code, out, err } = start(user, command, ['install-hooks'], env);
  const isOffline = /ENOTFOUND|ETIMEDOUT|ECONNREFUSED|EAI_AGAIN|network/.test(out + err);
  if (code !== 0 && isOffline) return 'the npm registry cannot be reached';
  expect({ code, out: code === 0 ? '' : out + err }).toEqual({ code: 0, out: '' });
  return { command, env, repository, revision };
}

/** A repository that uses the hook, with one commit of these files. */
function userRepository(
  { repository, revision }: Pick<Hook, 'repository' | 'revision'>,
  files: Readonly<Record<string, string>>,
): string {
  const dir = folder({
    ...files,
    '.pre-commit-config.yaml': `repos:\n- repo: file://${repository}\n  rev: ${revision}\n  hooks:\n  - id: golint-leaks\n    args: [--strict]\n    verbose: true\n`,
  });
  git(dir, 'init', '-q');
  commit(dir);
  return dir;
}

describe('pre-commit', () => {
  let installed: Hook = { command: '', env: {}, repository: '', revision: '' };
  let missing: string | undefined;
  const use = (files: Readonly<Record<string, string>>): string => userRepository(installed, files);
  const check = (dir: string): Result => start(dir, installed.command, ['run', '--color=never'], installed.env);
  const stage = (dir: string, files: Readonly<Record<string, string>>): void => {
    write(dir, files);
    git(dir, 'add', '-A');
  };

  // The real program, and an environment that it installs the hook into, from a git repository, as it does for users.
  // It needs Python and the package registries, which not every machine has.
  beforeAll(() => {
    const program = findPreCommit();
    const hook = typeof program === 'string' ? program : installHook(program);
    if (typeof hook === 'string') missing = hook;
    else installed = hook;
  });

  beforeEach(({ skip }) => skip(missing !== undefined, missing));

  test('can be installed by older versions too, which take what npm pack prints for the name of the package', () => {
    const copy = folder();
    git(installed.repository, 'clone', '-q', installed.repository, copy);
    expect(start(copy, 'npm', ['pack'])).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^golint-leaks-[\d.]+\.tgz\n$/),
    });
  });

  test('finds staged leaks in two modules, and only in what is staged', () => {
    const dir = use({ 'one/go.mod': goMod, 'two/go.mod': 'module two\n\ngo 1.24\n', 'one/old.go': leakyFile('old') });
    stage(dir, { 'one/a.go': leakyFile('f'), 'two/deep/b.go': leakyFile('g') });
    const { code, out } = check(dir);
    expect(code).toBe(1);
    expect(out).toMatch(/^golint-leaks\.+Failed\n(?:- .*\n)*- exit code: 1$/m);
    expect(out).toMatch(/^one\/a\.go:6:7: warning: /m);
    expect(out).toMatch(/^two\/deep\/b\.go:6:7: note: /m);
    expect(out).not.toContain('one/old.go:');
  });

  test('passes what is clean; siblings are read from the disk', () => {
    const close = 'package p\n\nfunc (x *s) Close() { x.tick.Stop() }\n';
    const field =
      'package p\n\nimport "time"\n\ntype s struct{ tick *time.Ticker }\n\nfunc (x *s) run() {\n\tx.tick = time.NewTicker(1)\n\t<-x.tick.C\n}\n';
    const dir = use({ 'go.mod': goMod, 'with/close.go': close, 'without/other.go': 'package p\n' });
    stage(dir, { 'with/a.go': field });
    expect(check(dir)).toMatchObject({ code: 0, out: expect.stringMatching(/^golint-leaks\.+Passed$/m) });
    stage(dir, { 'without/a.go': field });
    const { code, out } = check(dir);
    expect(places({ code, out, err: '' })).toEqual(['without/a.go:8:11']);
  });

  test('looks at a renamed file under its new name, and not at a deleted one', () => {
    const dir = use({ 'go.mod': goMod, 'a.go': leakyFile('f'), 'b.go': leakyFile('g'), 'c.go': 'package p\n' });
    renameSync(join(dir, 'a.go'), join(dir, 'renamed.go'));
    rmSync(join(dir, 'b.go'));
    git(dir, 'add', '-A');
    const { code, out } = check(dir);
    expect(code).toBe(1);
    expect(places({ code, out, err: '' })).toEqual(['renamed.go:6:7']);
    expect(out).toContain('1 finding (1 warning)');
  });

  test('takes 3,000 staged files, in several batches, each finding once', () => {
    const dir = use({ 'go.mod': goMod });
    // Names so long that they do not fit into one command line of pre-commit, 128 KiB at most.
    const name = (i: number): string =>
      `${'a_rather_long_name_of_a_folder/'.repeat(2)}p${i % 30}/file_with_a_long_name_number_${i}.go`;
    stage(
      dir,
      Object.fromEntries(
        Array.from({ length: 3000 }, (_, i) => [
          name(i),
          i % 100 === 7 ? leakyFile(`f${i}`) : `package p\n\nvar v${i} = ${i}\n`,
        ]),
      ),
    );
    const { code, out } = check(dir);
    expect(code).toBe(1);
    const batches = [...out.matchAll(/^golint-leaks: \d+ packages?, \d+ files?, /gm)];
    expect(batches.length).toBeGreaterThan(1);
    const found = places({ code, out, err: '' });
    expect(found).toHaveLength(30);
    expect(new Set(found).size).toBe(30);
  });

  test('go.mod alone passes, and so do test files, with a clear word', () => {
    const dir = use({ 'go.mod': goMod, 'a.go': leakyFile('f') });
    stage(dir, { 'go.mod': 'module m\n\ngo 1.21\n', 'a_test.go': leakyFile('g') });
    const { code, out } = check(dir);
    expect(code).toBe(0);
    expect(out).toContain('golint-leaks: nothing to analyse: all that is named is left out');
    expect(out).not.toContain('warning:');
  });
});
