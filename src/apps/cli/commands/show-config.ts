import { inForce } from '../../../config/in-force.ts';
import { printSettings, settingsJson } from '../../../config/show-settings.ts';
import { safeJson } from '../../../report/safe-json.ts';
import type { Command } from './command-spec.ts';
import { listFormat } from './list-format.ts';
import { printLines } from './print-lines.ts';

/** Prints what is in force for a file or folder, and where it comes from. */
export const showConfig: Command = async (given, shell) => {
  const format = listFormat(given);
  const [path = '.'] = given.words;
  const shown = await inForce(path, shell.cwd, shell.settings, shell.rules.map(({ id }) => id));
  if (format === 'json') shell.print(safeJson(settingsJson(shown)));
  else printLines(printSettings(shown), shell);
  return 0;
};
