import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { folder, runProcess } from './built-program.ts';

/**
 * Tests over what these patterns name that what is fast does not change what is found: neither the prefilter,
 * nor threads, nor results of earlier runs, nor the order of patterns. Without patterns nothing is run beforehand.
 */
export function testFastPath(patterns: readonly string[]): void {
  const scratch = folder();
  const byDefault = (args: readonly string[], from = patterns): string => {
    const { code, out, err } = runProcess(scratch, '--fail-on', 'never', '--format', 'json', ...args, ...from);
    expect(code, err).toBe(0);
    return out;
  };
  const report = (args: readonly string[], from = patterns): string => byDefault(['--strict', ...args], from);
  let slow = '';
  beforeAll(() => {
    if (patterns.length > 0) slow = report(['--cache', 'off', '--threads', '1', '--no-prefilter']);
  });

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
    const cache = join(scratch, 'cache');
    expect(report(['--cache', cache]) === slow).toBe(true);
    expect(readdirSync(cache).length).toBe(1);
    expect(report(['--cache', cache]) === slow).toBe(true);
  });

  test('with the patterns in another order', () => {
    expect(report(['--cache', 'off'], [...patterns].reverse()) === slow).toBe(true);
  });
}
