import { resolve } from 'node:path';
import { noSettings } from '../../../config/settings.ts';
import type { Finding } from '../../../findings/finding.ts';
import { byteLimits } from '../../../host/limits.ts';
import { isInside, parentOf, slashed } from '../../../host/paths.ts';
import { readText } from '../../../host/read-text.ts';
import type { Outcome, Surroundings } from '../../../run.ts';
import { run } from '../../../run.ts';
import { idleStopwatch } from '../../../stopwatch.ts';
import { unifiedDiff } from '../../../fix/unified-diff.ts';
import type { Facts } from '../../unit/facts.ts';
import { FactsError, factsOf, isImportPath, readFacts, writeFacts } from '../../unit/facts.ts';
import type { Unit } from '../../unit/unit-files.ts';
import { isOfFacts, unitFiles } from '../../unit/unit-files.ts';
import type { FlagValues } from '../arguments/flag-values.ts';
import type { Options } from '../arguments/options.ts';
import { parseOptions } from '../arguments/options.ts';
import { quoted, UsageError } from '../arguments/usage-error.ts';
import { exitCode } from '../outcome/exit-code.ts';
import { tell } from '../outcome/tell.ts';
import { writeReport } from '../outcome/write-report.ts';
import { writeReports } from '../outcome/write-reports.ts';
import type { Shell } from '../shell.ts';
import { rulesToName } from './analyse.ts';
import type { Command } from './command-spec.ts';

/**
 * Analyses one package from nothing but the files that it is given, writes its facts, reports and patch, and gives the
 * exit code. Equal inputs give equal bytes, wherever the working directory is.
 */
export const unit: Command = async ({ flags, words }, outer) => {
  // A build system knows what an action reads: only a configuration that is named.
  const shell = flags.text('config') === undefined ? { ...outer, settings: async () => noSettings } : outer;
  const given = unitOf(words, flags, shell.cwd);
  const options: Options = {
    ...parseOptions(flags, [], await rulesToName(flags, shell)),
    cache: 'off', threads: 1, isUnit: true,
  };
  write(flags.text('facts-out'), () => writeFacts(ownFacts(given)), shell);
  const surroundings = surroundingsOf(given, shell);
  const outcome = inShort(await run(options, surroundings));
  tell(outcome, options, shell);
  await writeReports(outcome, options, shell);
  if (flags.text('patch') !== undefined) {
    const { mended } = await run({ ...options, fix: 'diff' }, surroundings);
    const patch = mended.map(({ path, before, after }) => unifiedDiff(path, before, after)).join('');
    write(flags.text('patch'), () => patch, shell);
  }
  const code = exitCode(outcome);
  if (code === 2 || flags.text('exit-code') === undefined) return code;
  write(flags.text('exit-code'), () => `${code}\n`, shell);
  return 0;
};

function write(file: string | undefined, text: () => string, { cwd }: Shell): void {
  if (file !== undefined) writeReport(resolve(cwd, file), file, text(), cwd);
}

function surroundingsOf(given: Unit, shell: Shell): Surroundings {
  const named = [...given.sources.keys()].filter((path) => parentOf(path) === given.dir);
  return {
    ...shell,
    files: unitFiles(given, slashed(shell.cwd)),
    discover: async () => ({ folders: [{ dir: given.dir, named }], complaints: [] }),
    progress: () => {},
    results: undefined,
    stopwatch: idleStopwatch,
  };
}

/** Throws a UsageError. */
function unitOf(names: readonly string[], flags: FlagValues<string>, cwd: string): Unit {
  const importPath = flags.text('import-path');
  if (importPath === undefined)
    throw new UsageError('unit needs what the package is imported as: --import-path example.com/app/store.');
  if (!isImportPath(importPath))
    throw new UsageError(
      `--import-path ${quoted(importPath)} is no import path; write one such as example.com/app/store.`,
    );
  const wrong = names.find((name) => !name.endsWith('.go'));
  if (wrong !== undefined) throw new UsageError(`${quoted(wrong)} is no Go file; name the Go files of one package.`);
  const sources = new Map(
    names.map((name) => [slashed(resolve(cwd, name)), textOf(name, 'Go file', byteLimits.go, cwd)]),
  );
  return {
    importPath,
    goVersion: flags.text('go-version'),
    dir: folderOf([...sources.keys()], slashed(cwd)),
    sources,
    imports: flags.list('facts-in').map((name) => factsIn(name, cwd)),
  };
}

/** The folder with most of the files: others were generated into some other place. Throws a UsageError. */
function folderOf(paths: readonly string[], cwd: string): string {
  const counts = new Map<string, number>();
  for (const path of paths) counts.set(parentOf(path), (counts.get(parentOf(path)) ?? 0) + 1);
  const [[dir] = [cwd]] = [...counts].toSorted(([, a], [, b]) => b - a);
  if (isInside(dir, cwd)) return dir;
  throw new UsageError(`${quoted(dir)} is outside of the working directory; run unit in a folder around the package.`);
}

function factsIn(name: string, cwd: string): Facts {
  try {
    return readFacts(textOf(name, 'file of facts', byteLimits.facts, cwd));
  } catch (error) {
    if (!(error instanceof FactsError)) throw error;
    throw new UsageError(`${quoted(name)} ${error.message}; make it anew with --facts-out.`);
  }
}

function textOf(name: string, kind: string, limit: number, cwd: string): string {
  const found = readText(resolve(cwd, name), limit);
  if (found.kind === 'text') return found.text;
  const why = found.kind === 'folder' ? 'it is a folder' : found.why;
  throw new UsageError(`the ${kind} ${quoted(name)} cannot be read (${why}); name one that is an input of the action.`);
}

function ownFacts({ importPath, sources }: Unit): Facts {
  return factsOf(
    importPath,
    [...sources].map(([path, text]) => ({ name: path.slice(path.lastIndexOf('/') + 1), text })),
  );
}

/** Facts have no lines that could be shown, and a log for each package is no place for the pages of all rules. */
function inShort(outcome: Outcome): Outcome {
  const shown = (finding: Finding): Finding => ({
    ...finding,
    steps: finding.steps.filter(({ location }) => !isOfFacts(location.path)),
  });
  const said = new Set([...outcome.findings, ...outcome.suppressed.map(({ finding }) => finding)].map(({ rule }) => rule));
  return {
    ...outcome,
    rules: outcome.rules.filter(({ id }) => said.has(id)),
    findings: outcome.findings.map(shown),
    suppressed: outcome.suppressed.map((each) => ({ ...each, finding: shown(each.finding) })),
  };
}
