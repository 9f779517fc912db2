import { assetPath } from '../../src/assets.ts';
import { readModules } from './data.ts';
import { agreement } from './readings.ts';
import type { Counted } from './table.ts';
import { table } from './table.ts';
import type { Judged } from './verdict.ts';

/** The page with the tables. */
export const pageFile = assetPath('docs/accuracy.md');

/** The first ruling, what the data say now, or how far two readings agree. */
type Which = 'first' | 'now' | 'readings';

/** What stands between the two marks of a table on the page: `<!-- ruling: first -->` and `<!-- end -->`. */
const block = /^<!-- ruling: (first|now|readings) -->\n[\s\S]*?^<!-- end -->$/gm;

/** The page with its tables as the data give them. */
export function withTables(page: string, judged: readonly Judged[]): string {
  return page.replace(block, (_, which: Which) => `<!-- ruling: ${which} -->\n${tableOf(which, judged)}\n<!-- end -->`);
}

function tableOf(which: Which, judged: readonly Judged[]): string {
  const drawn = drawnOf(judged);
  if (which === 'readings') return agreement(drawn);
  if (which === 'now') return table(drawn);
  return table(drawn.flatMap((each): readonly Counted[] => (each.first ? [{ ...each, ...each.first }] : [])));
}

/** The findings in modules that were drawn: the source of Go was not, and does not count. */
export function drawnOf<T extends { readonly module: string }>(findings: readonly T[]): readonly T[] {
  const own = new Set(readModules().filter(({ kind }) => kind === 'go').map(({ module }) => module));
  return findings.filter(({ module }) => !own.has(module));
}
