import { version } from '../../../version.ts';
import type { Command } from './command-spec.ts';

/** Prints the version of this tool. */
export const printVersion: Command = (_given, { print }) => {
  print(`${version()}\n`);
  return 0;
};
