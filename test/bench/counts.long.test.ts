import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { assetPath } from '../../src/assets.ts';
import { NO_GO, goEnv } from '../go-toolchain.ts';
import { moduleFolder } from '../workspace/go-types.ts';
import type { Work } from './count-work.ts';
import { countWork } from './count-work.ts';

const counts: Readonly<Record<string, Work>> = JSON.parse(readFileSync(assetPath('test/bench/counts.json'), 'utf8'));

/** A change that costs more than this is seen; so is one that saves as much, and then the new count is written down. */
const tolerance = 0.02;

// The clock of a shared machine tells little; these numbers are the same everywhere.
test.for(Object.keys(counts))('%s takes as much work as counts.json says', async (name, { skip }) => {
  const isModule = name.includes('@');
  if (isModule && goEnv('GOVERSION') === undefined) skip(NO_GO);
  const folder = isModule ? moduleFolder(name) : assetPath(name);
  if (folder === undefined) skip(`${name} cannot be had`);
  const now = await countWork(folder ?? name);
  const [{ read, parsed, parses }] = [counts[name] ?? now];
  const near = (is: number, was: number): boolean => Math.abs(is - was) <= was * tolerance;
  expect(
    near(now.read, read) && near(now.parsed, parsed) && near(now.parses, parses),
    `${name} now: ${JSON.stringify(now)}`,
  ).toBe(true);
});
