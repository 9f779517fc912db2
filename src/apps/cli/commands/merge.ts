import { resolve } from 'node:path';
import { byteLimits } from '../../../host/limits.ts';
import { readText } from '../../../host/read-text.ts';
import type { Log } from '../../../report/sarif/merge-logs.ts';
import { MergeError, mergeLogs } from '../../../report/sarif/merge-logs.ts';
import { quoted, UsageError } from '../arguments/usage-error.ts';
import { writeReport } from '../outcome/write-report.ts';
import type { Command } from './command-spec.ts';

/** Makes one SARIF log of several, on standard output or in the file of `--output`. */
export const merge: Command = ({ flags, words }, { cwd, print }) => {
  const text = merged(words.map((name) => read(name, cwd)));
  const file = flags.text('output');
  if (file === undefined) print(text);
  else writeReport(resolve(cwd, file), file, text, cwd);
  return 0;
};

function read(name: string, cwd: string): Log {
  const found = readText(resolve(cwd, name), byteLimits.log);
  if (found.kind === 'text') return { name: quoted(name), text: found.text };
  throw new UsageError(`the log ${quoted(name)} cannot be read; name the SARIF logs of the parts.`);
}

function merged(logs: readonly Log[]): string {
  try {
    return mergeLogs(logs);
  } catch (error) {
    if (error instanceof MergeError) throw new UsageError(error.message);
    throw error;
  }
}
