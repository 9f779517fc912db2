import { resolve } from 'node:path';
import { cacheFolder } from '../../../cache/cache-folder.ts';
import type { FolderResults } from '../../../cache/folder-results.ts';
import { BREAK_EVEN } from '../../../cache/folder-results.ts';
import type { ResultCache } from '../../../cache/result-cache.ts';
import { noSettings } from '../../../config/settings.ts';
import type { Shard } from '../../../discover/shard.ts';
import type { Surroundings } from '../../../run.ts';
import { listFiles, run } from '../../../run.ts';
import type { Rule } from '../../../engines/kinds.ts';
import { idleStopwatch, stopwatch } from '../../../stopwatch.ts';
import type { AnalysisFlags, Options } from '../arguments/options.ts';
import { parseOptions } from '../arguments/options.ts';
import { closingLine } from '../outcome/closing-line.ts';
import { exitCode } from '../outcome/exit-code.ts';
import { mendOnlyNew, withoutOld } from '../outcome/old-findings.ts';
import type { Progress } from '../outcome/progress.ts';
import { unusedResources } from '../outcome/unused-resources.ts';
import { tell } from '../outcome/tell.ts';
import { writeReports } from '../outcome/write-reports.ts';
import { rulesInForce } from '../rules/rules-in-force.ts';
import type { Shell } from '../shell.ts';
import { checkCommandMeant } from './command-meant.ts';
import type { CommandSpec } from './command-spec.ts';
import { printLines } from './print-lines.ts';
import type { View } from './view.ts';
import { viewOf } from './view.ts';

/** What a command line gives the analysis. */
interface Given {
  readonly flags: AnalysisFlags;
  readonly words: readonly string[];
}

/** Analyses what the words name, writes the reports, and gives the exit code. */
export async function analyse(
  { flags, words }: Given,
  shell: Shell,
  commands: readonly CommandSpec[],
): Promise<number> {
  checkCommandMeant(words, commands, shell.cwd);
  const { format } = flags.list('format').length > 0 ? noSettings : await shell.settings(shell.cwd);
  const options = parseOptions(flags, words, await rulesToName(flags, shell), format?.value);
  if (options.listFiles) return list(options, shell);
  if (options.why) return (await import('./why.ts')).tellWhy(options.why, options, shell);
  if (options.watch) return (await import('./watch.ts')).watch((each, results) => look(options, each, results), shell);
  return look(options, shell);
}

/** Looks once. `results` are those of earlier rounds, in place of a cache. */
async function look(options: Options, shell: Shell, results?: FolderResults): Promise<0 | 1 | 2> {
  const watch = options.timings ? stopwatch(shell.clock) : idleStopwatch;
  const progress = await progressOf(options, shell);
  const usual = await surroundingsOf(options, shell);
  const surroundings = { ...usual, ...(results && { results }), progress: progress.tell, stopwatch: watch };
  const shellWithView = { ...shell, files: surroundings.files };
  const wanted = await mendOnlyNew(options, (each) => run(each, surroundings), shellWithView);
  const all = await run(wanted, surroundings).finally(progress.clear);
  const outcome = await withoutOld(all, options, shellWithView);
  tell(outcome, options, shell);
  if (!options.quiet)
    for (const line of await unusedResources(outcome, options, shell)) shell.complain(`warning: ${line}`);
  await watch.measure('write reports', () => writeReports(outcome, options, shell));
  if (options.verbose)
    for (const line of await (await import('../outcome/verbose.ts')).verboseLines(outcome, shell)) shell.complain(line);
  if (options.timings)
    for (const line of (await import('../outcome/timings.ts')).timingLines(watch)) shell.complain(line);
  if (!options.quiet) shell.complain(closingLine(outcome, options));
  return exitCode(outcome);
}

/** The rules that a flag may name: configuration is read only where not all of them are built in. */
export function rulesToName(flags: AnalysisFlags, shell: Shell): readonly Rule[] | Promise<readonly Rule[]> {
  const named = [...flags.list('rule'), ...flags.list('select'), ...flags.list('ignore')];
  return named.every((id) => shell.rules.some((rule) => rule.id === id)) ? shell.rules : rulesInForce(shell);
}

/** Prints the files in which findings would be reported, and analyses nothing. */
async function list(options: Options, shell: Shell): Promise<0 | 2> {
  const found = await listFiles(options, await surroundingsOf(options, shell));
  tell({ ...found, unread: [], failures: [] }, options, shell);
  printLines(found.files, shell);
  return found.complaints.some(({ severity }) => severity === 'error') ? 2 : 0;
}

/** What a run asks for from outside, without a line about its progress. */
export async function surroundingsOf(options: Options, shell: Shell): Promise<Surroundings> {
  const view = await viewOf(options, shell);
  const discover = options.shard ? await shardedBy(options.shard, view.discover, shell) : view.discover;
  return {
    ...shell,
    ...view,
    discover,
    progress: () => {},
    stopwatch: idleStopwatch,
    results: resultsOf(options, shell),
  };
}

async function shardedBy(shard: Shard, discover: View['discover'], { cwd }: Shell): Promise<View['discover']> {
  const { shardOf } = await import('../../../discover/shard.ts');
  return async () => shardOf(await discover(), shard, cwd);
}

/** Where nobody watches there is no line to draw. */
export async function progressOf({ quiet }: Options, { isTerminal, env, draw, now }: Shell): Promise<Progress> {
  if (quiet || !isTerminal.err || env['CI']) return { tell: () => {}, clear: () => {} };
  const { progressLine } = await import('../outcome/progress.ts');
  return progressLine(draw, now);
}

/**
 * What is found depends on nothing else than what is in the key of a result, this program, and the folder that paths
 * are relative to.
 */
function resultsOf(
  { cache, fix, timings, staged, stdinFilename }: Options, { cwd, env, platform, build, user, now }: Shell,
): FolderResults | undefined {
  if (cache === 'off' || fix !== 'off' || timings || staged || stdinFilename !== undefined) return undefined;
  const folder = cache === 'default' ? cacheFolder(env, platform) : resolve(cwd, cache.folder);
  if (folder === undefined) return undefined;
  const open = async (): Promise<ResultCache> =>
    (await import('../../../cache/result-cache.ts')).openCache(folder, `${cwd}\n${build}`, user);
  return { now, breakEven: BREAK_EVEN, open };
}
