import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from '../../src/cache/cache-folder.ts';
import type { Module } from './verdict.ts';

/** Where the source of each module is, by its path; or why there is none, in one line. */
export type Fetched = { readonly folders: ReadonlyMap<string, string> } | { readonly missing: string };

/** One object of what `go mod download -json` prints. */
interface Download {
  readonly Path: string;
  readonly Version: string;
  readonly Dir?: string;
  readonly Sum?: string;
  readonly Error?: string;
}

/** Slow lines have that long for everything, in milliseconds. */
const TIMEOUT = 1_800_000;

/**
 * Brings the modules with Go into a module cache of their own, which later runs find again: in the folder that
 * GOLINT_LEAKS_RULING_CACHE names, or below the cache folder of the user. What arrives has to have the checksum of
 * modules.json. None of the modules may be the source of Go.
 */
export function fetchModules(modules: readonly Module[], env: NodeJS.ProcessEnv = process.env): Fetched {
  const home = cacheFolder(env, process.platform);
  const cache = env.GOLINT_LEAKS_RULING_CACHE ?? (home === undefined ? undefined : join(home, 'ruling'));
  if (cache === undefined) return { missing: 'there is no cache folder: set GOLINT_LEAKS_RULING_CACHE' };
  // No go.mod may be above: the versions are those of the list.
  const folder = join(cache, 'empty');
  mkdirSync(folder, { recursive: true });
  const own = { GOMODCACHE: cache, GOFLAGS: '-modcacherw', GOTOOLCHAIN: 'local', GOWORK: 'off', GO111MODULE: 'on' };
  const args = ['mod', 'download', '-json', ...modules.map(({ module, version }) => `${module}@${version}`)];
  const { stdout, error } = spawnSync('go', args, {
    cwd: folder, encoding: 'utf8', env: { ...env, ...own }, timeout: TIMEOUT, maxBuffer: 1 << 26,
  });
  if (error !== undefined) return { missing: `Go is not installed, or hangs: ${error.message}` };
  return foldersOf(modules, downloads(stdout));
}

function foldersOf(modules: readonly Module[], downloaded: readonly Download[]): Fetched {
  const folders = new Map<string, string>();
  for (const { module, version, sum } of modules) {
    const found = downloaded.find((each) => each.Path === module && each.Version === version);
    const name = `${module}@${version}`;
    if (found?.Dir === undefined) return { missing: `Go cannot fetch ${name}: ${firstLine(found?.Error)}` };
    if (found.Sum !== sum) return { missing: `${name} has another checksum than in modules.json: ${found.Sum}` };
    folders.set(module, found.Dir);
  }
  return { folders };
}

/** The objects of a stream of JSON objects, as Go indents them. */
function downloads(stream: string): readonly Download[] {
  return stream.split(/(?<=^\}\n)/m).filter((text) => text.trim() !== '').map((text) => JSON.parse(text));
}

function firstLine(text = 'no answer'): string {
  return text.split('\n')[0] ?? text;
}
