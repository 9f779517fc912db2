import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { assetPath } from '../../src/assets.ts';
import type { PackageText } from '../../src/package-text.ts';
import { folder } from '../built-program.ts';

/** Neither a download nor a workspace around the checkout may decide the result. */
const environment = { ...process.env, GOFLAGS: '-mod=mod', GOPROXY: 'off', GOTOOLCHAIN: 'local', GOWORK: 'off' };

/** 22 of `1.22`, `go1.22.3` and the like; 0 where Go is not installed. */
export function minorVersion(version: string): number {
  return Number(/1\.(\d+)/.exec(version)?.[1] ?? 0);
}

/** The same, but downloads are allowed: the examples import third parties for real, and go.sum says which bytes. */
const online = { ...environment, GOFLAGS: '', GOPROXY: process.env['GOPROXY'] };

/** Why tests are skipped for modules of a version that the toolchain refuses, since it is newer. */
export function tooOld(version: string): string {
  return `the installed Go is older than ${version}`;
}

/** Whether what a module imports is there or can be had. */
export function hasModules(folder: string): boolean {
  return spawnSync('go', ['mod', 'download'], { cwd: folder, env: online }).status === 0;
}

/** What the command complains about; empty when it is content. */
export function complaints(
  command: string,
  args: readonly string[],
  folder: string,
  network: 'offline' | 'online' = 'offline',
): string {
  const env = network === 'online' ? online : environment;
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: folder, encoding: 'utf8', env });
  return status === 0 ? stdout : `${stdout}${stderr}exit ${status}`;
}

/**
 * Third parties as far as fixtures use them: each folder with a Go file is a module of its own, with its path as its
 * name.
 */
const stubFolder = 'test/rules/testdata/stubs';
const stubs = readdirSync(assetPath(stubFolder), { recursive: true, encoding: 'utf8' })
  .filter((name) => basename(name) === 'stub.go')
  .map((name) => ({ path: dirname(name), text: readFileSync(assetPath(join(stubFolder, name)), 'utf8') }));
const requirements = stubs
  .map(({ path }) => ({ path, version: `${/\/(v\d+)$/.exec(path)?.[1] ?? 'v0'}.0.0` }))
  .map(({ path, version }) => `require ${path} ${version}\n\nreplace ${path} => ./stubs/${path}\n`);

/** A module with one package for each fixture, so that a single build compiles them all. */
export function moduleOf(packages: readonly PackageText[], version: string): string {
  return folder({
    'go.mod': `module fixtures\n\ngo ${version}\n\n${requirements.join('\n')}`,
    ...Object.fromEntries(stubs.flatMap(({ path, text }) => [
      [`stubs/${path}/go.mod`, `module ${path}\n\ngo 1.18\n`],
      [`stubs/${path}/stub.go`, text],
    ])),
    ...Object.fromEntries(packages.flatMap(({ files }, index) =>
      files.map((file) => [`${index}/${basename(file.path)}`, file.text]))),
  });
}
