import { resolve } from 'node:path';
import { byteLimits } from '../../../host/limits.ts';
import { readText } from '../../../host/read-text.ts';
import { quoted, UsageError } from './usage-error.ts';

/**
 * Puts the lines of a file in the place of a word `@FILE`, a word each, as build systems write them where a command
 * line would be too long. Throws a UsageError.
 */
export function withParams(args: readonly string[], cwd: string): readonly string[] {
  return args.flatMap((word) => (word.startsWith('@') ? paramsIn(word.slice(1), cwd) : [word]));
}

function paramsIn(file: string, cwd: string): readonly string[] {
  const found = readText(resolve(cwd, file), byteLimits.parameters);
  if (found.kind !== 'text')
    throw new UsageError(
      `the file of parameters ${quoted(file)} cannot be read; name a file with a word on each line.`,
    );
  return found.text.split(/\r?\n/).filter((line) => line !== '');
}
