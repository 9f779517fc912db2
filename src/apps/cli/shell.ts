import type { Worker } from 'node:worker_threads';
import type { SettingsFinder } from '../../config/settings-finder.ts';
import type { HelperData } from '../../parallel/helper.ts';
import type { Rule } from '../../engines/kinds.ts';
import type { FileWatcher } from './watch-files.ts';

/** What a command asks of the process it runs in. */
export interface Shell {
  /** The working directory, absolute. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** As process.platform. */
  readonly platform: string;
  readonly isTerminal: { readonly out: boolean; readonly err: boolean };
  /** Writes to standard output. */
  readonly print: (text: string) => void;
  /** Writes a line to standard error, which is where all goes that is no report. */
  readonly complain: (sentence: string) => void;
  /** Watches all below the working directory. */
  readonly watchFiles: () => FileWatcher;
  /** The same shell, which has read no configuration yet. */
  readonly anew: () => Shell;
  /** Whether whoever read standard output has stopped. */
  readonly isReaderGone: () => boolean;
  /** The text on standard input, to its end. */
  readonly readInput: () => string;
  /** Standard input and output themselves, for whoever talks to another program over them. */
  readonly streams: () => { readonly input: NodeJS.ReadableStream; readonly output: NodeJS.WritableStream };
  /** Draws and clears a line on standard error. */
  readonly draw: (text: string) => void;
  /** All rules that are built in. */
  readonly rules: readonly Rule[];
  readonly settings: SettingsFinder;
  /** How many threads may help, and what starts one. */
  readonly helpers: number;
  readonly startHelper: (data: HelperData) => Worker;
  /** The number of the user of this process, where users have numbers. */
  readonly user: number | undefined;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Milliseconds since some moment, with fractions. */
  readonly clock: () => number;
  /** Something that changes with each change of this program. */
  readonly build: string;
}
