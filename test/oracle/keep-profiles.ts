import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { assetPath } from '../../src/assets.ts';
import { experiment, run } from './go.ts';
import type { Result } from './result.ts';

/** How a program is built: with the paths of the machine in it, or without. */
export const builds = { plain: [], trimpath: ['-trimpath'] } as const;

/** The folder that a plain build has in its profiles: the same on each machine. */
const SOURCES = join(tmpdir(), 'golint-leaks-build');

/**
 * Runs the leaky program of an example under load and keeps the profiles that it writes in the folder `profiles` of the
 * example: of goroutines in three forms, of leaked goroutines, and of the heap; built plain and with -trimpath.
 */
export function keepProfiles(name: string, { leakProfile }: { readonly leakProfile: boolean }): Result {
  rmSync(SOURCES, { recursive: true, force: true });
  cpSync(assetPath('examples'), join(SOURCES, 'examples'), { recursive: true });
  const folder = join(SOURCES, 'examples', name);
  const cache = run('go', ['env', 'GOMODCACHE'], folder).stdout.trim();
  const env = {
    ...experiment(leakProfile),
    GOMODCACHE: join(SOURCES, 'mod'),
    GOPROXY: `file://${cache}/cache/download`,
    GONOSUMDB: '*',
    GONOSUMCHECK: '1',
    GOFLAGS: '-modcacherw',
  };
  try {
    const complaints = Object.entries(builds).flatMap(([build, flags]) => keep(name, folder, build, flags, env));
    return { name, told: 'profiles are kept', complaints };
  } finally {
    rmSync(SOURCES, { recursive: true, force: true });
  }
}

function keep(
  name: string,
  folder: string,
  build: string,
  flags: readonly string[],
  env: Readonly<Record<string, string>>,
): readonly string[] {
  const scratch = mkdtempSync(join(tmpdir(), 'golint-leaks-'));
  const built = run('go', ['build', ...flags, '-o', join(scratch, 'load'), './load'], folder, env);
  const ran = built.ok ? run(join(scratch, 'load'), ['leaky'], folder, { PROFILES: scratch }) : built;
  if (!ran.ok) return [ran.text];
  const kept = assetPath(`examples/${name}/profiles/${build}`);
  rmSync(kept, { recursive: true, force: true });
  mkdirSync(kept, { recursive: true });
  for (const file of ['goroutine.pb.gz', 'goroutine.txt', 'goroutineleak.pb.gz', 'heap.pb.gz'])
    if (existsSync(join(scratch, file))) writeFileSync(join(kept, file), readFileSync(join(scratch, file)));
  writeFileSync(join(kept, 'dump.txt.gz'), gzipSync(readFileSync(join(scratch, 'dump.txt')), { level: 9 }));
  rmSync(scratch, { recursive: true });
  return [];
}
