import { initialise } from '../../../config/initialise.ts';
import type { Command } from './command-spec.ts';
import { printLines } from './print-lines.ts';

/** Writes a commented configuration file into the working directory. */
export const init: Command = (_given, shell) => {
  printLines([initialise(shell.cwd, shell.rules)], shell);
  return 0;
};
