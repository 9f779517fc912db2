import type { Evidence, Often, Relief } from './evidence.ts';

/** What bounds a leak, in a few words. */
export const reliefWords: Readonly<Record<Relief, string>> = {
  deadline: 'ends at a deadline',
  drained: 'read to its end',
  collected: 'collected by the runtime',
  'program-ends': 'the program ends',
  'system-timeout': 'the system gives up in the end',
  'soon-over': 'soon over',
  released: 'released at the wrong time',
  'few-keys': 'few keys',
  'others-may': 'others may release it',
  parent: 'ends with its context',
  'rare-peer': 'only where a peer is gone',
};

/** How often something is made, in a few words. */
export const oftenWords: Readonly<Record<Often, string>> = {
  once: 'once per process',
  'start-up': 'at start-up',
  few: 'a few times',
  'per-owner': 'for each owner',
  'per-request': 'for each request',
  'per-pass': 'in each pass of an endless loop',
  'test-only': 'only by tests',
  unknown: 'on each call',
};

/** What decided on the level of a finding, in a few words: what bounds it, or else how often it happens. */
export function reasonOf({ relief, often, ways }: Evidence): string {
  if (relief !== undefined) return reliefWords[relief];
  return ways === 'error' ? 'only behind an error' : oftenWords[often];
}
