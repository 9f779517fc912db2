import { cpSync, existsSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { assetPath } from '../src/assets.ts';
import type { Result } from './run-in-thread.ts';
import { folder, git, goMod, leakyFile, npm, start, write } from './built-program.ts';

const tarball = (): string => {
  const dir = folder();
  expect(npm(assetPath('.'), 'pack', '--pack-destination', dir).code).toBe(0);
  return join(dir, readdirSync(dir).find((name) => name.endsWith('.tgz')) ?? '');
};

/** No registry can be asked: an installation that needs another package fails. */
const offline = {
  npm_config_offline: 'true',
  npm_config_audit: 'false',
  npm_config_fund: 'false',
  npm_config_update_notifier: 'false',
};

const project = (): string =>
  folder({
    'package.json': '{"private":true}',
    'go.mod': goMod,
    'a.go': leakyFile('wait'),
    '.golint-leaks.yaml': 'strict: true\n',
  });

function works(run: (...args: readonly string[]) => Result): void {
  expect(run()).toMatchObject({ code: 1, out: expect.stringMatching(/^a\.go:6:7: warning: /) });
  expect(run('*.go')).toMatchObject({ code: 1 });
  expect(run('explain', 'ticker-not-stopped').out).toMatch(/^# ticker-not-stopped\n/);
  expect(run('rules', '--format', 'json').out).toContain('"ticker-not-stopped"');
}

describe('what npm packs works without any other package', () => {
  const packed = tarball();

  test('installed into a project', () => {
    const dir = project();
    const installed = start(dir, 'npm', ['install', packed], offline);
    expect(installed.code, installed.err).toBe(0);
    expect(readdirSync(join(dir, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual(['golint-leaks']);
    works((...args) => start(dir, 'npx', ['--no-install', 'golint-leaks', ...args], offline));
    writeFileSync(join(dir, '.golint-leaks.yaml'), 'rules: {ticker-not-stopped: off}\n');
    expect(start(dir, 'npx', ['--no-install', 'golint-leaks', '--format', 'sarif'], offline).out).toContain(
      '"results": []',
    );
  });

  test('run by npx without an installation', () => {
    const dir = project();
    works((...args) =>
      start(dir, 'npx', ['--yes', '--package', packed, 'golint-leaks', ...args], {
        ...offline,
        npm_config_cache: folder(),
      }),
    );
  });

  test('installed for all projects', () => {
    const prefix = folder();
    const installed = start(folder(), 'npm', ['install', '--global', '--prefix', prefix, packed], offline);
    expect(installed.code, installed.err).toBe(0);
    const dir = project();
    works((...args) => start(dir, join(prefix, 'bin', 'golint-leaks'), args));
  });

  test('used as a library', () => {
    const dir = project();
    expect(start(dir, 'npm', ['install', packed], offline).code).toBe(0);
    writeFileSync(join(dir, 'use.mjs'), `import { analyze, loadParser, message, rules } from 'golint-leaks';
import { readFileSync } from 'node:fs';
const go = { version: '1.22', toolchain: undefined, godebug: {} };
const file = { path: 'a.go', text: readFileSync('a.go', 'utf8'), report: true };
console.log(analyze(await loadParser(), { name: 'p', files: [file], go }, { rules, all: true }).findings.map(message).join());\n`);
    expect(start(dir, process.execPath, ['use.mjs'])).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^ticker "t" from time\.NewTicker/),
    });
  });
});

test('from the git repository of a release, which holds dist, nothing is compiled', () => {
  const release = folder();
  for (const name of ['package.json', 'README.md', 'LICENSE', 'CHANGELOG.md', 'dist', 'grammars', 'rules', 'docs', 'scripts', 'action.yml'])
    cpSync(assetPath(name), join(release, name), { recursive: true });
  git(release, 'init', '-q');
  git(release, 'add', '-A', '-f');
  git(release, 'commit', '-q', '-m', 'release');
  const prefix = folder();
  // As npm prepares a package from git, but without asking for what only a build needs: there is no compiler in it.
  const prepared = start(release, process.execPath, ['scripts/prepare.mjs']);
  expect(prepared).toMatchObject({ code: 0, out: '', err: '' });
  expect(existsSync(join(release, 'node_modules'))).toBe(false);
  const installed = start(
    folder(),
    'npm',
    ['install', '--global', '--prefix', prefix, '--install-links', '--ignore-scripts', '--omit=dev', release],
    offline,
  );
  expect(installed.code, installed.err).toBe(0);
  const dir = project();
  works((...args) => start(dir, join(prefix, 'bin', 'golint-leaks'), args));
});

describe('the script for releases', () => {
  test('packs what is committed, with its sum, and nothing that is not', () => {
    const clone = join(folder(), 'clone');
    git(folder(), 'clone', '-q', assetPath('.'), clone);
    symlinkSync(assetPath('node_modules'), join(clone, 'node_modules'));
    write(clone, { '.git/info/exclude': 'node_modules\n' });
    const released = start(clone, process.execPath, ['scripts/release.mjs']);
    expect(released.code, released.err).toBe(0);
    const tarball = released.out.trim().replace(/^release\//, '');
    expect(start(join(clone, 'release'), 'sha256sum', ['--check', `${tarball}.sha256`])).toMatchObject({ code: 0 });
    const names = start(join(clone, 'release'), 'tar', ['-tzf', tarball]).out;
    for (const name of ['dist/src/cli.cjs', 'dist/src/LICENSES', 'grammars/tree-sitter-go.wasm', 'package.json'])
      expect(names).toContain(`package/${name}\n`);
    write(clone, { 'src/visible.ts': '' });
    expect(start(clone, process.execPath, ['scripts/release.mjs'])).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringContaining('src/visible.ts'),
    });
  });
});
