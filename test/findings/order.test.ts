import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/findings/finding.ts';
import { orderFindings } from '../../src/findings/order.ts';
import { makeFinding, makeLocation, ticker } from './make-finding.ts';

const at = (path: string, line: number, column: number, rule = 'ticker-not-stopped'): Finding =>
  makeFinding({ rule, location: makeLocation({ path, line, column }) });

describe('orderFindings', () => {
  it('orders by path, then line, then column, then rule', () => {
    const ordered = [
      at('a.go', 2, 9), at('a.go', 10, 1), at('a.go', 10, 2, 'a-rule'), at('a.go', 10, 2, 'b-rule'), at('b.go', 1, 1),
    ];
    expect(orderFindings(ordered.toReversed())).toEqual(ordered);
  });

  it('compares paths by code units, not by language', () => {
    const paths = ['B.go', 'a.go', 'a/b.go', 'z.go', 'ä.go'];
    const found = orderFindings(['ä.go', 'a/b.go', 'z.go', 'B.go', 'a.go'].map((path) => at(path, 1, 1)));
    expect(found.map(({ location }) => location.path)).toEqual(paths);
  });

  it('orders findings at one place by their facts', () => {
    const early = makeFinding({
      fact: { kind: 'missed-exit', resource: ticker, exit: 'return', line: 31, remedy: { kind: 'defer' } },
    });
    const late = makeFinding({
      fact: { kind: 'overwritten', resource: ticker, line: 20, derived: false, covered: false },
    });
    expect(orderFindings([late, early])).toEqual(orderFindings([early, late]));
    expect(orderFindings([late, early])).toHaveLength(2);
  });

  it('removes exact duplicates, however their properties are ordered', () => {
    const { rule, ...rest } = makeFinding();
    expect(orderFindings([makeFinding(), { ...rest, rule }])).toEqual([makeFinding()]);
  });

  it('keeps findings that differ in their steps alone', () => {
    const other = makeFinding({ steps: [{ kind: 'exit', location: makeLocation({ line: 31 }) }] });
    expect(orderFindings([other, makeFinding(), other])).toHaveLength(2);
  });

  it('leaves its input as it is', () => {
    const input = [at('b.go', 1, 1), at('a.go', 1, 1)];
    orderFindings(input);
    expect(input.map(({ location }) => location.path)).toEqual(['b.go', 'a.go']);
  });
});
