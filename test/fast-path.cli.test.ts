import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { assetPath } from '../src/assets.ts';
import { start } from './built-program.ts';
import { goEnv } from './go-toolchain.ts';

/** What is fast must not change what is found: not the prefilter, not threads, not results of earlier runs, not the order of patterns. */

const scratch = mkdtempSync(join(tmpdir(), 'golint-leaks-fast-'));
afterAll(() => rmSync(scratch, { recursive: true }));

const goroot = goEnv('GOROOT', 'the comparison of fast and slow runs over the source of the Go toolchain');
const rules = assetPath('rules');
const fixtures = readdirSync(rules, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  .flatMap(({ name }) => ['leaky', 'clean', 'missed'].map((kind) => `${join(rules, name, kind)}/...`));

describe.each([
  { name: 'the fixtures', patterns: fixtures },
  ...(goroot === undefined ? [] : [{ name: 'the source of the Go toolchain', patterns: [`${join(goroot, 'src')}/...`] }]),
])('$name', { timeout: 600_000 }, ({ name, patterns }) => {
  const byDefault = (args: readonly string[], from = patterns): string => {
    const { code, out, err } = start(scratch, process.execPath, [
      assetPath('dist/src/cli.cjs'), '--fail-on', 'never', '--format', 'json', ...args, ...from,
    ]);
    expect(code, err).toBe(0);
    return out;
  };
  const report = (args: readonly string[], from = patterns): string => byDefault(['--strict', ...args], from);
  const slow = report(['--cache', 'off', '--threads', '1', '--no-prefilter']);

  test('there is something to compare', () => {
    expect(JSON.parse(slow).findings.length).toBeGreaterThan(0);
  });

  // Then much is not even looked for, and the prefilter decides about that, too.
  test('without --strict the same is found, but for what is not certain', () => {
    const certain = JSON.parse(slow).findings.filter(({ confidence }: { confidence: string }) => confidence === 'high');
    expect(certain.length).toBeGreaterThan(0);
    expect(JSON.parse(byDefault(['--cache', 'off'])).findings).toEqual(certain);
  });

  test.each([['1'], ['2'], ['4']])('with %s threads', (threads) => {
    expect(report(['--cache', 'off', '--threads', threads]) === slow).toBe(true);
  });

  test('with a cold and a warm cache', () => {
    const cache = join(scratch, `cache of ${name}`);
    expect(report(['--cache', cache]) === slow).toBe(true);
    expect(readdirSync(cache).length).toBe(1);
    expect(report(['--cache', cache]) === slow).toBe(true);
  });

  test('with the patterns in another order', () => {
    expect(report(['--cache', 'off'], [...patterns].reverse()) === slow).toBe(true);
  });
});
