import { resolve } from 'node:path';
import { cacheFolder } from '../../../cache/cache-folder.ts';
import type { FolderResults } from '../../../cache/folder-results.ts';
import { closingLine } from '../outcome/closing-line.ts';
import { linkedPaths } from '../../../discover/linked-paths.ts';
import { realPath } from '../../../discover/real-path.ts';
import { repositoryRoot } from '../../../discover/root.ts';
import { exitCode } from '../outcome/exit-code.ts';
import { withoutOld } from '../outcome/old-findings.ts';
import type { AnalysisFlags, Options, ReportTarget } from '../arguments/options.ts';
import { parseOptions } from '../arguments/options.ts';
import type { Progress } from '../outcome/progress.ts';
import { loadReporter } from '../../../report/formats.ts';
import type { ReportMeta } from '../../../report/meta.ts';
import { ruleInfo } from '../rules/rule-info.ts';
import type { Outcome } from '../../../run.ts';
import { run } from '../../../run.ts';
import type { Rule } from '../../../spec.ts';
import { version } from '../../../version.ts';
import { visible } from '../../../visible.ts';
import { pageOf } from '../rules/page-of.ts';
import { rulesInForce } from '../rules/rules-in-force.ts';
import type { Shell } from '../shell.ts';

/** Analyses what the words name, writes the reports, and gives the exit code. */
export async function analyse({ flags, words }: { readonly flags: AnalysisFlags; readonly words: readonly string[] }, shell: Shell): Promise<0 | 1 | 2> {
  const options = parseOptions(flags, words, await rulesToName(flags, shell));
  const progress = await progressOf(options, shell);
  const all = await run(options, { ...shell, progress: progress.tell, results: resultsOf(options, shell) }).finally(progress.clear);
  const outcome = await withoutOld(all, options, shell);
  tell(outcome, options, shell);
  await report(outcome, options, shell);
  if (!options.quiet) shell.complain(closingLine(outcome, options));
  return exitCode(outcome, options);
}

/** The rules that a flag may name: configuration is read only where not all of them are built in. */
function rulesToName(flags: AnalysisFlags, shell: Shell): readonly Rule[] | Promise<readonly Rule[]> {
  const named = [...flags.list('rule'), ...flags.list('select'), ...flags.list('ignore')];
  return named.every((id) => shell.rules.some((rule) => rule.id === id)) ? shell.rules : rulesInForce(shell);
}

/** Where nobody watches there is no line to draw. */
async function progressOf({ quiet }: Options, { isTerminal, env, draw, now }: Shell): Promise<Progress> {
  if (quiet || !isTerminal.err || env['CI']) return { tell: () => {}, clear: () => {} };
  const { progressLine } = await import('../outcome/progress.ts');
  return progressLine(draw, now);
}

/** What is found depends on nothing else than what is in the key of a result, this program, and the folder that paths are relative to. */
function resultsOf({ cache, fix }: Options, { cwd, env, platform, build, now }: Shell): FolderResults | undefined {
  if (cache === 'off' || fix !== 'off') return undefined;
  const folder = cache === 'default' ? cacheFolder(env, platform) : resolve(cwd, cache.folder);
  if (folder === undefined) return undefined;
  return { now, open: async () => (await import('../../../cache/result-cache.ts')).openCache(folder, `${cwd}\n${build}`, now()) };
}

function tell({ complaints, notices, failures }: Outcome, { quiet }: Options, { complain }: Shell): void {
  for (const { severity, message } of complaints) if (severity === 'error' || !quiet) complain(`${severity}: ${message}`);
  if (!quiet) for (const notice of notices) complain(notice);
  for (const failure of failures) complain(failureText(failure));
}

/** A mistake of ours, in a sentence. */
function failureText({ rule, path, reason }: Outcome['failures'][number]): string {
  const where = rule === undefined ? `${path} could not be analysed` : `internal error in rule ${rule} on ${path}`;
  return `error: ${where}: ${reason}; the findings of the others are complete, please report this`;
}

/** Text has nothing to say where nothing was found; then nothing is loaded for it. */
function isSilent({ format, file }: ReportTarget, { findings }: Outcome, { fix }: Options): boolean {
  return format === 'text' && file === undefined && findings.length === 0 && fix !== 'diff';
}

async function report(outcome: Outcome, options: Options, shell: Shell): Promise<void> {
  const reports = options.reports.filter((target) => !isSilent(target, outcome, options));
  if (reports.length === 0) return;
  if (reports.some(({ format }) => format === 'sarif')) await tellLimits(outcome, shell);
  const meta = await reportMeta(options, outcome, shell);
  for (const { format, file } of reports) {
    const text =
      options.fix === 'diff'
        ? await diffs(outcome, file === undefined && shell.isTerminal.out)
        : (await loadReporter(format))(outcome.findings, { ...meta, ...(await dress(options, file, shell)) });
    if (file === undefined) shell.print(text);
    else (await import('../outcome/write-report.ts')).writeReport(resolve(shell.cwd, file), file, text);
  }
}

/** What `--fix` would change: exact, for `git apply`; on a terminal with what could move the cursor made visible. */
async function diffs({ mended }: Outcome, isForEyes: boolean): Promise<string> {
  const { unifiedDiff } = await import('../../../fix/unified-diff.ts');
  const text = mended.map(({ path, before, after }) => unifiedDiff(path, before, after)).join('');
  return isForEyes ? text.split('\n').map((line) => visible(line.replace(/\r$/, ''), { keepTabs: true })).join('\n') : text;
}

/** What a SARIF log leaves out is said even where nothing else is. */
async function tellLimits({ findings }: Outcome, { complain }: Shell): Promise<void> {
  const { limitFindings } = await import('../../../report/sarif-limits.ts');
  for (const notice of limitFindings(findings).notices) complain(notice);
}

async function reportMeta({ category }: Options, outcome: Outcome, { cwd, rules }: Shell): Promise<Omit<ReportMeta, keyof Dress>> {
  return {
    version: version(),
    rules: await Promise.all(outcome.rules.map(async (rule) => ruleInfo(rule, await pageOf(rule, rules), rules.includes(rule)))),
    root: repositoryRoot(cwd, firstFile(outcome, cwd)),
    cwd,
    realPaths: linkedPaths(filesNamed(outcome), cwd),
    category,
    unread: outcome.unread,
    notices: [...outcome.complaints.map(({ message }) => message), ...outcome.notices],
    failures: outcome.failures.map(failureText),
    suppressed: outcome.suppressed,
    executionSuccessful: outcome.failures.length === 0,
  };
}

/** In a container the command often runs from outside of the repository that it is given. */
function firstFile({ looked }: Outcome, cwd: string): string | undefined {
  const [path] = looked[0]?.files ?? [];
  return path === undefined ? undefined : realPath(path, cwd);
}

/** Each file that a report may name. */
function filesNamed({ findings, unread }: Outcome): readonly string[] {
  const places = findings.flatMap(({ location, steps }) => [location, ...steps.map((step) => step.location)]);
  return [...places, ...unread].map(({ path }) => path);
}

type Dress = Pick<ReportMeta, 'color' | 'links'>;

/** What a terminal may be shown beside plain text; standard output where there is no file. */
async function dress(options: Options, file: string | undefined, { env, isTerminal }: Shell): Promise<Dress> {
  const isWatched = file === undefined && isTerminal.out;
  const color = useColor(options, env, isWatched);
  return { color, links: color && (await import('../outcome/supports-hyperlinks.ts')).supportsHyperlinks(env, isWatched) };
}

/** https://no-color.org and https://force-color.org, as most tools read them; a flag wins. */
function useColor({ color }: Options, env: Shell['env'], isWatched: boolean): boolean {
  if (color !== 'auto') return color === 'always';
  if (env['NO_COLOR']) return false;
  if (env['FORCE_COLOR']) return env['FORCE_COLOR'] !== '0';
  return isWatched;
}
