import { resolve } from 'node:path';
import { nearestWord } from '../../../nearest-word.ts';
import { disk } from '../../../host/node.ts';
import { quoted, UsageError } from '../arguments/usage-error.ts';
import type { CommandSpec } from './command-spec.ts';

/** What other linters call the command that analyses; ours has no name. */
const analysis: readonly string[] = ['run', 'check', 'lint', 'analyze', 'analyse', 'scan', 'vet'];

/**
 * Throws a UsageError where a pattern is the name of nothing on disk, but nearly that of a command. `cwd` is absolute.
 */
export function checkCommandMeant(patterns: readonly string[], commands: readonly CommandSpec[], cwd: string): void {
  const [first] = patterns;
  if (first === undefined || !/^[A-Za-z]+$/.test(first) || disk.kind(resolve(cwd, first)).kind !== 'missing') return;
  if (analysis.includes(first)) {
    const rest = patterns.length > 1 ? patterns.slice(1).join(' ') : './...';
    throw new UsageError(
      `there is no command ${quoted(first)}, patterns come without one: golint-leaks ${rest} is enough.`,
    );
  }
  const near = nearestWord(first, commands.map(({ name }) => name).filter((name) => name !== ''));
  // Whoever writes a name right, behind --, means a folder.
  if (near !== undefined && near !== first)
    throw new UsageError(`${quoted(first)} is no file, folder or command; did you mean golint-leaks ${near}?`);
}
