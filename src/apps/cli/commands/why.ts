import { resolve } from 'node:path';
import { accountLines } from '../../../findings/prose/account-prose.ts';
import { openParser } from '../../../folder/open-parser.ts';
import { quoted, UsageError } from '../arguments/usage-error.ts';
import type { Options } from '../arguments/options.ts';
import type { WhyQuestion } from '../arguments/why-question.ts';
import { rulesInForce } from '../rules/rules-in-force.ts';
import type { Shell } from '../shell.ts';
import { workspaceOver } from '../../../workspace-over.ts';
import { printLines } from './print-lines.ts';
import { viewOf } from './view.ts';

/** Prints what the rules looked at on a line, and what decided. Throws a UsageError where there is no such file. */
export async function tellWhy({ file, line, rule }: WhyQuestion, options: Options, shell: Shell): Promise<0> {
  const { files } = await viewOf(options, shell);
  const path = resolve(shell.cwd, file);
  if (files.kind(path).kind !== 'file') throw new UsageError(`--why: there is no file ${quoted(file)}.`);
  const all = await rulesInForce(shell);
  const rules = rule === undefined ? all : all.filter(({ id }) => id === rule);
  const parser = await openParser(true);
  const accounts = workspaceOver(files, {
    root: shell.cwd,
    parser,
    rules,
    known: all.map(({ id }) => id),
    confidence: 'medium',
  }).why(path, line);
  parser.close();
  const nothing = `${file}:${line}: ${rule ?? 'no rule'} ${rule === undefined ? 'looks' : 'does not look'} at anything on this line`;
  printLines(accounts.length === 0 ? [nothing] : accounts.flatMap(accountLines), shell);
  return 0;
}
