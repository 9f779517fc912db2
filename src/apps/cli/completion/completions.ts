import type { CommandSpec } from '../commands/command-spec.ts';
import { rulesInForce } from '../rules/rules-in-force.ts';
import type { Shell } from '../shell.ts';
import { complete } from './complete.ts';

/**
 * What the shell may offer for the last of these words, one to a line; a last line `:files` asks it to offer names of
 * files, too.
 */
export async function completions(
  words: readonly string[],
  commands: readonly CommandSpec[],
  shell: Shell,
): Promise<string> {
  // What the shell completes must not depend on a configuration that makes sense.
  const ids = (await rulesInForce(shell).catch(() => shell.rules)).map(({ id }) => id);
  const offer = complete(words, commands, ids);
  return [...offer.words, ...(offer.files ? [':files'] : [])].map((word) => `${word}\n`).join('');
}
