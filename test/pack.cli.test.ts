import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { rules } from '../rules/index.ts';
import { assetPath } from '../src/assets.ts';
import { folder, goMod, leakyFile, start } from './built-program.ts';

const root = assetPath('.');

/** Runs npm without the scripts of the package: what is packed is what the test command has built. */
function npm(cwd: string, ...args: readonly string[]) {
  return start(cwd, 'npm', [...args, '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']);
}

function declarations(top: string): readonly string[] {
  return readdirSync(join(root, top), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `dist/${top}/${name.replace(/\.ts$/, '.d.ts')}`);
}

/**
 * The files of the command, the ES modules and, with a hash in their names, what these load when it is needed; and what the
 * parser runs on.
 */
const program = /^dist\/src\/(?:[\w-]+\.cjs|[\w-]+-[\w-]{8}\.js|index\.js|web-tree-sitter\.(?:wasm|LICENSE))$/;

interface Packed {
  readonly filename: string;
  readonly files: readonly { readonly path: string }[];
}

describe('npm pack', () => {
  const dir = folder();
  const { out, err } = npm(root, 'pack', '--json', '--pack-destination', dir);

  test('holds the program, its grammar, the pages of its rules and its schema, and nothing else', () => {
    expect(out, err).not.toBe('');
    const parsed: Packed[] | Record<string, Packed> = JSON.parse(out);
    const [packed] = Object.values(parsed);
    const paths = packed?.files.map(({ path }) => path) ?? [];
    expect(paths).toEqual(
      expect.arrayContaining(['cli.cjs', 'helper.cjs', 'index.js'].map((name) => `dist/src/${name}`)),
    );
    expect(paths.filter((path) => !program.test(path)).sort()).toEqual(
      [
        ...declarations('src'),
        ...declarations('rules'),
        ...rules.map(({ id }) => `rules/${id}/rule.md`),
        'CHANGELOG.md', 'LICENSE', 'README.md', 'package.json', 'docs/golint-leaks.schema.json', 'grammars/grammar.json',
        'grammars/tree-sitter-go.wasm',
      ].sort(),
    );
  });

  test('works where it is installed into an empty project', ({ skip }) => {
    const [tarball = ''] = readdirSync(dir).filter((name) => name.endsWith('.tgz'));
    const project = folder({ 'package.json': '{"private":true}', 'go.mod': goMod, 'a.go': leakyFile('wait') });
    // Without a network, what npm ci has left in its cache will do.
    const installed = npm(project, 'install', '--prefer-offline', join(dir, tarball));
    if (/ENOTCACHED|ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|EPERM/.test(installed.err))
      skip('the dependencies are neither in the cache of npm nor to be had');
    expect(installed.code, installed.err).toBe(0);
    const run = (...args: readonly string[]) => start(project, 'npx', ['--no-install', 'golint-leaks', ...args]);
    expect(run()).toMatchObject({ code: 1, out: expect.stringMatching(/^a\.go:6:7: warning: /) });
    expect(run('explain', 'ticker-not-stopped').out).toMatch(/^# ticker-not-stopped\n/);
    writeFileSync(join(project, '.golint-leaks.yaml'), 'rules: {ticker-not-stopped: off}\n');
    expect(run('--format', 'sarif').out).toContain('"results": []');
  });
});
