import type { Evidence } from '../../../findings/evidence.ts';
import { plainEvidence } from '../../../findings/evidence.ts';

/** What is known of how an insertion makes its container grow. */
export type Growing = Evidence;

/** New keys come and go while the program runs. */
export const growing: Growing = { ...plainEvidence, beliefs: ['keys-come-and-go'] };

/** It is told of its keys by others, who may have few. */
export const told: Growing = { ...plainEvidence, beliefs: ['keys-are-told'] };

/** As above, and by its name, or by who can reach it, there will be few, or somebody else takes them out. */
export const toldOfFew: Growing = { ...told, relief: 'few-keys' };
