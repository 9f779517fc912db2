import type { Site } from '../fact.ts';
import type { Part } from './prose.ts';

/** A place in words; only one in the file of the finding can be a link. */
export function siteWords({ file, line }: Site): Part {
  return file === undefined ? { words: `at line ${line}`, line } : `in ${file} at line ${line}`;
}
