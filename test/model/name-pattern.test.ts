import { describe, expect, it } from 'vitest';
import { matchesName } from '../../src/model/names/name-pattern.ts';

describe('matchesName', () => {
  it.each([
    ['time.NewTicker', ['time.NewTicker'], true],
    ['time.NewTicker', ['time.NewTimer', 'time.NewTicker'], true],
    ['mytime.NewTicker', ['time.NewTicker'], false],
    ['github.com/ethereum/go-ethereum/metrics.Meter', ['.../go-ethereum/metrics.Meter'], true],
    ['*github.com/bnb-chain/go-ethereum/metrics.Meter', ['.../go-ethereum/metrics.Meter'], true],
    ['github.com/ethereum/not-go-ethereum/metrics.Meter', ['.../go-ethereum/metrics.Meter'], false],
    ['github.com/ethereum/go-ethereum/metrics.Metering', ['.../go-ethereum/metrics.Meter'], false],
    [undefined, ['time.NewTicker'], false],
    ['time.NewTicker', [], false],
  ])('%s against %j is %s', (name, patterns, expected) => {
    expect(matchesName(name, patterns)).toBe(expected);
  });
});
