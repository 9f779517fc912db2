import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { rules } from '../../rules/index.ts';
import { assetPath } from '../../src/assets.ts';
import type { Precision } from '../../src/spec.ts';

/** Fewer findings than this measure nothing. */
const enough = 10;

function measured(right: number, all: number): Precision {
  if (all < enough) return 'medium';
  const share = right / all;
  if (share >= 0.95) return 'very-high';
  return share >= 0.85 ? 'high' : share >= 0.7 ? 'medium' : 'low';
}

const verdicts: readonly { readonly rule: string; readonly verdict: string }[] = readFileSync(
  assetPath('test/ruling/verdicts.jsonl'),
  'utf8',
)
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line));

test.each(rules.map((rule) => [rule.id, rule] as const))('%s has the precision that was measured', (id, rule) => {
  const own = verdicts.filter((each) => each.rule === id);
  expect('precision' in rule ? rule.precision : 'medium').toBe(
    measured(own.filter(({ verdict }) => verdict !== 'wrong').length, own.length),
  );
});
