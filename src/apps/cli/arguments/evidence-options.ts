import { resolve } from 'node:path';
import type { PathMap } from '../../evidence/places/path-map.ts';
import type { FlagValues } from './flag-values.ts';
import { quoted, UsageError } from './usage-error.ts';

/** From how many goroutines on a place is named, where `--min` does not say. */
const LEAST = 10;

/** What `--path-map` says, with absolute targets. Throws a UsageError. */
export function pathMaps(flags: FlagValues<string>, cwd: string): readonly PathMap[] {
  return flags.list('path-map').map((written) => {
    const cut = written.indexOf('=');
    if (cut < 1) throw new UsageError(`--path-map ${quoted(written)} has no OLD=NEW; write what paths of the profile begin with, "=", and the folder here.`);
    return {
      from: written
        .slice(0, cut)
        .replaceAll('\\', '/')
        .replace(/(?<=.)\/$/, ''),
      to: resolve(cwd, written.slice(cut + 1) || '.'),
    };
  });
}

/** What `--min` says. Throws a UsageError. */
export function threshold(flags: FlagValues<string>): number {
  const text = flags.text('min') ?? String(LEAST);
  if (!/^[1-9]\d{0,8}$/.test(text))
    throw new UsageError(`--min ${quoted(text)} is no number of goroutines; write one from 1 on.`);
  return Number(text);
}
