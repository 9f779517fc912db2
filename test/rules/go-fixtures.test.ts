import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { assetPath } from '../../src/assets.ts';
import { temporaryFolder } from '../discover/temporary-folder.ts';
import { goEnv } from '../go-toolchain.ts';
import type { Fixture } from './fixtures.ts';
import { fixtures, ruleFolders } from './fixtures.ts';

/** An empty build cache means that the standard library is compiled first. */
const BUILD_TIMEOUT = 300_000;

/** Neither a download nor a workspace around the checkout may decide the result. */
const environment = { ...process.env, GOFLAGS: '-mod=mod', GOPROXY: 'off', GOTOOLCHAIN: 'local', GOWORK: 'off' };

/** The examples import third parties for real; go.sum says which bytes. */
const online = { ...process.env, GOFLAGS: '', GOTOOLCHAIN: 'local', GOWORK: 'off' };

const installed = minorVersion(goEnv('GOVERSION', 'gofmt and go build of the fixtures and examples') ?? '');
const kinds = ['leaky', 'clean', 'missed'] as const;
const all = ruleFolders().flatMap((rule) => kinds.flatMap((kind) => fixtures(rule, kind)));
/** A toolchain refuses modules that are newer than itself. */
const versions = [...new Set(all.map(({ text }) => text.go.version ?? ''))]
  .filter((version) => minorVersion(version) <= installed);
const examples = installed === 0 ? [] : readdirSync(assetPath('examples'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .filter(isBuildable);

/** Whether the toolchain is new enough for an example, and its modules are there or can be had: they are imported for real. */
function isBuildable(name: string): boolean {
  const folder = assetPath(join('examples', name));
  const wanted = minorVersion(/^go (.*)$/m.exec(readFileSync(join(folder, 'go.mod'), 'utf8'))?.[1] ?? '');
  if (wanted <= installed && spawnSync('go', ['mod', 'download'], { cwd: folder, env: online }).status === 0) return true;
  process.stderr.write(`skipped, because Go is too old or its modules cannot be downloaded: go build of examples/${name}\n`);
  return false;
}

/** 22 of `1.22`, `go1.22.3` and the like; 0 where Go is not installed. */
function minorVersion(version: string): number {
  return Number(/1\.(\d+)/.exec(version)?.[1] ?? 0);
}

/** What the command complains about; empty when it is content. */
function complaints(command: string, args: readonly string[], folder: string, env: NodeJS.ProcessEnv = environment): string {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: folder, encoding: 'utf8', env });
  return status === 0 ? stdout : `${stdout}${stderr}exit ${status}`;
}

/** Third parties as far as fixtures use them: each folder with a Go file is a module of its own, with its path as its name. */
const stubFolder = 'test/rules/testdata/stubs';
const stubs = readdirSync(assetPath(stubFolder), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.go'))
  .map((name) => ({ path: dirname(name), text: readFileSync(assetPath(join(stubFolder, name)), 'utf8') }));
const requirements = stubs
  .map(({ path }) => ({ path, version: `${/\/(v\d+)$/.exec(path)?.[1] ?? 'v0'}.0.0` }))
  .map(({ path, version }) => `require ${path} ${version}\n\nreplace ${path} => ./stubs/${path}\n`);

/** A module with one package for each fixture, so that a single build compiles them all. */
function moduleOf(packages: readonly Fixture[], version: string): string {
  return temporaryFolder({
    'go.mod': `module fixtures\n\ngo ${version}\n\n${requirements.join('\n')}`,
    ...Object.fromEntries(stubs.flatMap(({ path, text }) => [
      [`stubs/${path}/go.mod`, `module ${path}\n\ngo 1.18\n`],
      [`stubs/${path}/stub.go`, text],
    ])),
    ...Object.fromEntries(packages.flatMap(({ text }, index) =>
      text.files.map((file) => [`${index}/${basename(file.path)}`, file.text]))),
  });
}

describe.skipIf(installed === 0)('the Go of the fixtures and examples', () => {
  test('is as gofmt writes it', () => {
    expect(all.length).toBeGreaterThan(0);
    expect(complaints('gofmt', ['-l', 'rules', 'examples'], assetPath('.'))).toBe('');
  });

  test.each(versions)('fixtures for go %s compile', { timeout: BUILD_TIMEOUT }, (version) => {
    const packages = all.filter(({ text }) => text.go.version === version);
    expect(complaints('go', ['build', './...'], moduleOf(packages, version))).toBe('');
  });

  test.each(examples)('examples/%s compiles', { timeout: BUILD_TIMEOUT }, (name) => {
    expect(complaints('go', ['build', './...'], assetPath(join('examples', name)), online)).toBe('');
  });
});
