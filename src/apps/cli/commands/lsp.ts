import { version } from '../../../version.ts';
import type { Command } from './command-spec.ts';

/** Serves an editor over standard input and output; the process ends with either. */
export const lsp: Command = async (_given, shell) => {
  const { start } = await import('../../lsp/start-server.ts');
  const { input, output } = shell.streams();
  start(input, output, shell.rules, version());
  return new Promise(() => {});
};
