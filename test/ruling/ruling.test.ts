import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { goEnv } from '../go-toolchain.ts';
import type { Ruling } from './ruling.ts';
import { rule, rulingFile } from './ruling.ts';

const goRoot = goEnv('GOROOT', 'the ruling over the source of Go');
const version = goEnv('GOVERSION', 'the ruling over the source of Go') ?? '';
const expected: Ruling = JSON.parse(readFileSync(rulingFile, 'utf8'));
const isSame = expected.go === version;
if (goRoot !== undefined && !isSame) process.stderr.write(`skipped, because Go is ${version} and the ruling is about ${expected.go}\n`);

// A line that comes or goes is read at its source, and then taken over by `npm run ruling`.
test.skipIf(goRoot === undefined || !isSame)('finds over the source of Go what it found before', { timeout: 120_000 }, () => {
  expect(rule(goRoot ?? '', version)).toEqual(expected);
});
