import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { folder } from '../built-program.ts';
import { fetchModules } from './fetch.ts';
import type { Module } from './verdict.ts';

const scratch = folder();

beforeEach(({ skip }) => skip(process.platform === 'win32', 'Windows has no scripts to stand in for Go'));

const one: Module = { module: 'example.com/m', version: 'v1.0.0', kind: 'library', sum: 'h1:right' };

/** A stand-in for `go mod download -json` that prints this, in a PATH of its own. */
function environment(name: string, printed: string): NodeJS.ProcessEnv {
  const bin = join(scratch, name);
  mkdirSync(bin);
  writeFileSync(join(bin, 'go'), `#!/bin/sh\ncat <<'END'\n${printed}\nEND\n`, { mode: 0o755 });
  return { PATH: `${bin}:/usr/bin:/bin`, GOLINT_LEAKS_RULING_CACHE: join(scratch, 'cache') };
}

function download(more: Readonly<Record<string, string>>): string {
  return JSON.stringify({ Path: one.module, Version: one.version, ...more }, null, '\t');
}

test('knows the folder of a module with the right checksum', () => {
  const other: Module = { ...one, module: 'example.com/n' };
  const downloads = [{ Dir: '/m', Sum: 'h1:right' }, { Path: other.module, Dir: '/n', Sum: 'h1:right' }];
  const printed = downloads.map(download).join('\n');
  const folders = new Map([[one.module, '/m'], [other.module, '/n']]);
  expect(fetchModules([one, other], environment('both', printed))).toEqual({ folders });
});

test('says in one line that a module has another checksum', () => {
  const fetched = fetchModules([one], environment('wrong', download({ Dir: '/m', Sum: 'h1:other' })));
  expect(fetched).toEqual({ missing: 'example.com/m@v1.0.0 has another checksum than in modules.json: h1:other' });
});

test('says in one line that Go cannot fetch', () => {
  const fetched = fetchModules(
    [one],
    environment('offline', download({ Error: 'dial tcp: no route to host\nand more' })),
  );
  expect(fetched).toEqual({ missing: 'Go cannot fetch example.com/m@v1.0.0: dial tcp: no route to host' });
});

test('says in one line that Go is not installed', () => {
  const env = { PATH: join(scratch, 'nothing'), GOLINT_LEAKS_RULING_CACHE: join(scratch, 'cache') };
  const fetched = fetchModules([one], env);
  expect(fetched).toEqual({ missing: expect.stringMatching(/^Go is not installed, or hangs: .*$/) });
});
