import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Result } from '../run-in-thread.ts';
import { folder, goMod, leakyFile, program, start } from '../built-program.ts';

/**
 * A folder with a leak, a cache, and what is kept in it. Whole processes, because V8 also remembers within one what it
 * compiled.
 */
export interface KeptCode {
  readonly cache: string;
  readonly dir: string;
  readonly run: (...args: readonly string[]) => Result;
  /** The files of compiled code, in order. */
  readonly kept: () => readonly string[];
  /** When each was written. */
  readonly times: () => readonly number[];
}

/** Makes them. */
export function keptCode(): KeptCode {
  const [cache, dir] = [folder(), folder({ 'go.mod': goMod, 'a.go': leakyFile('wait') })];
  const kept = (): readonly string[] =>
    readdirSync(join(cache, 'golint-leaks'))
      .map((name) => join(cache, 'golint-leaks', name))
      .sort();
  return {
    cache, dir, kept,
    run: (...args) => start(dir, 'env', [`XDG_CACHE_HOME=${cache}`, process.execPath, program, ...args, 'a.go']),
    times: () => kept().map((path) => statSync(path).mtimeMs),
  };
}

/** What a run finds, with or without kept code. */
export const leak = { code: 1, out: expect.stringMatching(/^a\.go:6:7: warning: /) };

/** The files of compiled code below a folder. */
export const codeIn = (place: string): readonly string[] =>
  readdirSync(place, { recursive: true, encoding: 'utf8' }).filter((path) => path.includes('.cjs-'));

/** Runs with the default cache of a home. */
export const inHome = (home: string, cwd: string, ...args: readonly string[]): Result =>
  start(cwd, 'env', ['-u', 'XDG_CACHE_HOME', `HOME=${home}`, process.execPath, program, ...args]);
