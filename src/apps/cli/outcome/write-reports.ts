import { resolve } from 'node:path';
import { linkedPaths } from '../../../discover/path/linked-paths.ts';
import { realPath } from '../../../discover/path/real-path.ts';
import { repositoryRoot } from '../../../discover/path/root.ts';
import { byteLimits } from '../../../host/limits.ts';
import { disk } from '../../../host/node.ts';
import { readText } from '../../../host/read-text.ts';
import { loadReporter } from '../../../report/formats.ts';
import type { ReportMeta } from '../../../report/meta.ts';
import type { Outcome } from '../../../run.ts';
import { version } from '../../../version.ts';
import { visible } from '../../../visible.ts';
import type { Options, ReportTarget } from '../arguments/options.ts';
import { ruleInfo } from '../../../report/rule-info.ts';
import { pageOf } from '../../../rule-pages/page-of.ts';
import type { Shell } from '../shell.ts';
import { failureText } from './failure-text.ts';
import { shownIn } from './shown-in.ts';

/** Text has nothing to say where nothing was found; then nothing is loaded for it. */
function isSilent({ format, file }: ReportTarget, outcome: Outcome, { fix }: Options): boolean {
  const { findings, shortNotes } = shownIn(format, outcome);
  return format === 'text' && file === undefined && findings.length + shortNotes.length === 0 && fix !== 'diff';
}

/** Writes all reports that are asked for, and the summary of a step on GitHub. */
export async function writeReports(outcome: Outcome, options: Options, shell: Shell): Promise<void> {
  await report(outcome, options, shell);
  await summarise(outcome, options, shell);
}

async function report(outcome: Outcome, options: Options, shell: Shell): Promise<void> {
  const reports = options.reports.filter((target) => !isSilent(target, outcome, options));
  if (reports.length === 0) return;
  if (reports.some(({ format }) => format === 'sarif')) await tellLimits(outcome, shell);
  const meta = await reportMeta(options, outcome, shell);
  for (const { format, file } of reports) {
    const text = await reportTextOf({ format, file }, meta, outcome, options, shell);
    if (file === undefined) shell.print(text);
    else (await import('./write-report.ts')).writeReport(resolve(shell.cwd, file), file, text, shell.cwd);
  }
}

/** What is the same for all reports of a run. */
export type Meta = Omit<ReportMeta, keyof Dress | 'shortNotes'>;

async function reportTextOf(
  target: ReportTarget,
  meta: Meta,
  outcome: Outcome,
  options: Options,
  shell: Shell,
): Promise<string> {
  const { format, file } = target;
  if (options.fix === 'diff') return diffs(outcome, file === undefined && shell.isTerminal.out);
  if (options.statistics && file === undefined) return (await import('./statistics.ts')).statistics(outcome);
  const { findings, shortNotes } = shownIn(format, outcome);
  return (await loadReporter(format))(findings, { ...meta, shortNotes, ...(await dress(options, file, shell)) });
}

/** GitHub shows what is in this file beside the log of a step; where it cannot be written, the run is as good. */
async function summarise(outcome: Outcome, options: Options, shell: Shell): Promise<void> {
  const file = shell.env['GITHUB_STEP_SUMMARY'];
  if (!file || !options.reports.some(({ format }) => format === 'github')) return;
  const [{ reportMarkdown }, { appendSummary }] = await Promise.all([
    import('../../../report/ci/markdown.ts'),
    import('./write-report.ts'),
  ]);
  const why = appendSummary(file, reportMarkdown(shownIn('markdown', outcome).findings, outcome));
  if (why !== undefined)
    shell.complain(`warning: $GITHUB_STEP_SUMMARY ${visible(file)} cannot be written (${why}); the log has all of it.`);
}

/** What `--fix` would change: exact, for `git apply`; on a terminal with what could move the cursor made visible. */
async function diffs({ mended }: Outcome, isForEyes: boolean): Promise<string> {
  const { unifiedDiff } = await import('../../../fix/unified-diff.ts');
  const text = mended.map(({ path, before, after }) => unifiedDiff(path, before, after)).join('');
  return isForEyes
    ? text
        .split('\n')
        .map((line) => visible(line.replace(/\r$/, ''), { keepTabs: true }))
        .join('\n')
    : text;
}

/** What a SARIF log leaves out is said even where nothing else is. */
async function tellLimits(outcome: Outcome, { complain }: Shell): Promise<void> {
  const { findings } = shownIn('sarif', outcome);
  const { limitFindings } = await import('../../../report/sarif/sarif-limits.ts');
  for (const notice of limitFindings(findings).notices) complain(notice);
}

/** What the reports of a run say beside the findings. */
export async function reportMeta({ category, isUnit }: Options, outcome: Outcome, { cwd, rules }: Shell): Promise<Meta> {
  return {
    version: version(),
    rules: await Promise.all(
      outcome.rules.map(async (rule) => ruleInfo(rule, await pageOf(rule, rules), rules.includes(rule))),
    ),
    cwd,
    // Where build systems put files, and what is a link there, differs from run to run.
    ...(isUnit
      ? { root: cwd, isRootNamed: false }
      : {
          root: repositoryRoot(cwd, disk, firstFile(outcome, cwd)),
          isRootNamed: true,
          realPaths: linkedPaths(filesNamed(outcome), cwd),
        }),
    category,
    unread: outcome.unread,
    gone: outcome.gone,
    old: outcome.old,
    notices: [...outcome.complaints.map(({ message }) => message), ...outcome.notices],
    failures: outcome.failures.map(failureText),
    suppressed: outcome.suppressed,
    sourceOf: (path) => {
      const read = readText(resolve(cwd, path), byteLimits.go);
      return read.kind === 'text' ? read.text : undefined;
    },
    executionSuccessful: outcome.failures.length === 0,
  };
}

/** In a container the command often runs from outside of the repository that it is given. */
export function firstFile({ looked }: Outcome, cwd: string): string | undefined {
  const [path] = looked[0]?.files ?? [];
  return path === undefined ? undefined : realPath(path, cwd);
}

/** Each file that a report may name. */
function filesNamed({ findings, unread }: Outcome): readonly string[] {
  const places = findings.flatMap(({ location, steps }) => [location, ...steps.map((step) => step.location)]);
  return [...places, ...unread].map(({ path }) => path);
}

/** How a report may look. */
export type Dress = Pick<ReportMeta, 'color' | 'links'>;

/** What a terminal may be shown beside plain text; standard output where there is no file. */
export async function dress(options: Options, file: string | undefined, { env, isTerminal }: Shell): Promise<Dress> {
  const isWatched = file === undefined && isTerminal.out;
  const color = useColor(options, env, isWatched);
  return { color, links: color && (await import('./supports-hyperlinks.ts')).supportsHyperlinks(env, isWatched) };
}

/** https://no-color.org and https://force-color.org, as most tools read them; a flag wins. */
function useColor({ color }: Options, env: Shell['env'], isWatched: boolean): boolean {
  if (color !== 'auto') return color === 'always';
  if (env['NO_COLOR']) return false;
  if (env['FORCE_COLOR']) return env['FORCE_COLOR'] !== '0';
  return isWatched;
}
