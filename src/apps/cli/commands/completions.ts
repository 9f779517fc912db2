import { complete } from './complete.ts';
import { flagSpecs } from '../flags.ts';
import { colors, levels } from '../options.ts';
import { formatNames } from '../../../report/formats.ts';
import { rulesInForce } from './rules-in-force.ts';
import type { Shell } from './shell.ts';

/** What the shell may offer for the last of these words, one to a line. */
export async function completions(words: readonly string[], commands: readonly string[], shell: Shell): Promise<string> {
  // What the shell completes must not depend on a configuration that makes sense.
  const ids = (await rulesInForce(shell).catch(() => shell.rules)).map(({ id }) => id);
  const found = complete(words, {
    commands,
    flags: [...Object.keys(flagSpecs), 'help', 'version'].map((name) => `--${name}`),
    values: { '--format': formatNames, '--rule': ids, explain: ids, '--fail-on': levels, '--color': colors },
  });
  return found.map((word) => `${word}\n`).join('');
}
