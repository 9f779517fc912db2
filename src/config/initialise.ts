import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Rule } from '../engines/kinds.ts';
import { configFileName } from './find-config-files.ts';
import { template } from './template.ts';

/** Writes a commented configuration file into a folder (absolute), never over another one, and says so. */
export function initialise(folder: string, rules: readonly Rule[]): string {
  try {
    writeFileSync(join(folder, configFileName), template(rules), { flag: 'wx' });
  } catch (error) {
    const isThere = error instanceof Error && 'code' in error && error.code === 'EEXIST';
    throw isThere
      ? new Error(`${configFileName} exists already and is left as it is; remove it first, or edit it.`)
      : error;
  }
  return `${configFileName} is written; all its lines are comments, remove the # of those you want.`;
}
