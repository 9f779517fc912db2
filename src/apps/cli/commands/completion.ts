import { oneOf } from '../arguments/one-of.ts';
import { completionScript } from '../completion/completion-script.ts';
import { shells } from '../completion/shells.ts';
import type { Command } from './command-spec.ts';

/** Prints a completion script. */
export const completion: Command = ({ words: [shell = shells[0]] }, { print }) => {
  print(completionScript(oneOf('completion', shell, shells)));
  return 0;
};
