import type { Rule } from '../src/spec.ts';
import cacheOverwriteSkipsEviction from './cache-overwrite-skips-eviction/rule.ts';
import meterNotStopped from './meter-not-stopped/rule.ts';
import tickerNotStopped from './ticker-not-stopped/rule.ts';

/** All rules, in the order in which they are listed; one folder each. */
export const rules: readonly Rule[] = [tickerNotStopped, meterNotStopped, cacheOverwriteSkipsEviction];
