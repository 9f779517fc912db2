import { loadParser } from '../../../src/syntax/parse/load-parser.ts';
import type { Result } from '../result.ts';
import type { Disagreement, Tally } from './batch.ts';
import { checkBatch } from './batch.ts';
import type { Resource } from './resource.ts';

/** Functions in one Go file: one build, one run, one analysis. */
const BATCH = 1000;

/** The least share of leaks that must be found, with no false alarm. */
const RECALL = 0.98;

/** Disagreements that are shown in full. */
const SHOWN = 10;

/** Runs so many generated programs about one resource. The batches have the seeds from `seed` on. */
export async function checkGenerated(name: string, resource: Resource, count: number, seed: number): Promise<Result> {
  const parser = await loadParser();
  const batches = Array.from({ length: Math.ceil(count / BATCH) }, (_, index) => (
    checkBatch(parser, resource, seed + index, Math.min(BATCH, count - index * BATCH))));
  parser.close();
  const sum = (part: (tally: Tally) => number): number => batches.reduce((total, tally) => total + part(tally), 0);
  const leaks = sum(({ leaks }) => leaks);
  const found = sum(({ found }) => found);
  const disagreements = batches.flatMap((tally) => tally.disagreements);
  const alarms = disagreements.filter(({ kind }) => kind === 'false alarm');
  const recall = found / leaks;
  const misses = disagreements.filter(({ kind }) => kind === 'missed');
  return {
    name: `generated ${name} programs from seed ${seed} on`,
    told: `${sum((each) => each.programs)} programs, ${sum((each) => each.acquisitions)} acquisitions, `
      + `${sum((each) => each.unjudged)} not judged; ${leaks} leak, `
      + `${found} found (${(100 * recall).toFixed(2)} %); ${alarms.length} false alarms`,
    ...(misses.length > 0 ? { notes: misses.slice(0, SHOWN).map(shown) } : {}),
    complaints: [...alarms.slice(0, SHOWN).map(shown), ...(recall >= RECALL ? [] : ['too many leaks are missed'])],
  };
}

function shown({ kind, seed, name, line, code }: Disagreement): string {
  return `${kind}: --seed ${seed} ${name}: ${line}\n${code}\n`;
}
