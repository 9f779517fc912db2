import { resolve } from 'node:path';
import type { Finding } from '../../../findings/finding.ts';
import { reaches } from '../../../folder/reaches.ts';
import { openParser } from '../../../folder/open-parser.ts';
import { disk } from '../../../host/node.ts';
import { loadReporter } from '../../../report/formats.ts';
import { withTightHeap } from '../../../parallel/tight-heap.ts';
import type { ReportMeta } from '../../../report/meta.ts';
import type { Outcome } from '../../../run.ts';
import { run } from '../../../run.ts';
import type { EvidenceReport, Question } from '../../evidence/assemble.ts';
import { assemble } from '../../evidence/assemble.ts';
import type { Inputs } from '../../evidence/inputs.ts';
import { readInputs, sortInputs } from '../../evidence/inputs.ts';
import { ProfileError } from '../../evidence/profile/profile.ts';
import { closingWords, orderByEvidence, remarks } from '../../evidence/report/report-evidence.ts';
import type { FlagValues } from '../arguments/flag-values.ts';
import type { Options } from '../arguments/options.ts';
import { parseOptions } from '../arguments/options.ts';
import { pathMaps, threshold } from '../arguments/evidence-options.ts';
import { evidenceFormats } from '../arguments/flags.ts';
import { UsageError } from '../arguments/usage-error.ts';
import type { Shell } from '../shell.ts';
import { shownIn } from '../outcome/shown-in.ts';
import { tell } from '../outcome/tell.ts';
import { dress, firstFile, reportMeta } from '../outcome/write-reports.ts';
import { progressOf, rulesToName, surroundingsOf } from './analyse.ts';
import type { Command } from './command-spec.ts';

/** Ties profiles to findings, writes the reports, and gives the exit code. */
export const evidence: Command = async ({ flags, words }, shell) => {
  const inputs = sorted(words, flags, shell);
  const options = parseOptions(flags, inputs.patterns, await rulesToName(flags, shell));
  checkFormats(options);
  const [maps, least] = [pathMaps(flags, shell.cwd), threshold(flags)];
  // Dumps of gigabytes leave much behind, which is collected late where nobody asks.
  const { profiles, older } = await withTightHeap(() => readInputs(inputs, shell.cwd));
  const outcome = await analysed(options, shell);
  const drift = await driftOf(flags.text('rev'), shell);
  const parser = await openParser(true);
  try {
    const question = { cwd: shell.cwd, files: disk, file: firstFile(outcome, shell.cwd), maps, least, drift };
    const found = assemble(outcome.findings, profiles, older, question, parser);
    await report(outcome, found, options, shell);
    return exitCode(outcome, found, options.failOn);
  } finally {
    parser.close();
  }
};

function sorted(words: readonly string[], flags: FlagValues<string>, { cwd }: Shell): Inputs {
  try {
    return sortInputs(words, flags.list('base'), cwd);
  } catch (error) {
    throw error instanceof ProfileError ? new UsageError(`${error.message}.`) : error;
  }
}

/** What has become of the sources since a revision; git is loaded only where it is asked. */
async function driftOf(revision: string | undefined, shell: Shell): Promise<Question['drift']> {
  if (revision === undefined) return undefined;
  const { driftSince } = await import('../../../changes/drift.ts');
  return driftSince(revision, shell);
}

function checkFormats({ reports }: Options): void {
  const other = reports.find(({ format }) => !evidenceFormats.some((each) => each === format));
  if (other)
    throw new UsageError(
      `--format ${other.format} has no place for what profiles show; use one of ${evidenceFormats.join(', ')}.`,
    );
}

async function analysed(options: Options, shell: Shell): Promise<Outcome> {
  const progress = await progressOf(options, shell);
  const outcome = await run(options, { ...(await surroundingsOf(options, shell)), progress: progress.tell }).finally(
    progress.clear,
  );
  tell(outcome, options, shell);
  return outcome;
}

async function report(outcome: Outcome, found: EvidenceReport, options: Options, shell: Shell): Promise<void> {
  const ordered = orderByEvidence(outcome.findings, found);
  const evidence = remarks(ordered, found);
  const notices = found.notices.map((notice) => `${notice}.`);
  if (!options.quiet) for (const notice of notices) shell.complain(notice);
  const base = await reportMeta(options, outcome, shell);
  for (const { format, file } of options.reports) {
    const meta: ReportMeta = {
      ...base,
      ...(await dress(options, file, shell)),
      evidence,
      notices: [...base.notices, ...notices],
    };
    // What is seen is shown, whatever its level.
    const others = format === 'text' ? [] : shownIn(format, outcome).findings;
    const shown = ordered.filter((finding) => evidence.ofFinding.has(finding) || others.includes(finding));
    const text = (await loadReporter(format))(shown, meta);
    if (file === undefined) shell.print(text);
    else (await import('../outcome/write-report.ts')).writeReport(resolve(shell.cwd, file), file, text, shell.cwd);
  }
  if (!options.quiet) shell.complain(closingWords(found));
}

/** What a profile does not show fails no run, and without `--fail-on` nothing does: what is seen is no news. */
function exitCode(
  { complaints, failures }: Outcome,
  { evidence: seen }: EvidenceReport,
  failOn: Options['failOn'],
): number {
  if (failures.length > 0 || complaints.some(({ severity }) => severity === 'error')) return 2;
  const isBad = ({ level }: Finding): boolean => reaches(level, failOn ?? 'never');
  return seen.some(({ finding }) => isBad(finding)) ? 1 : 0;
}
