import type { Options } from '../arguments/options.ts';
import type { FileSystem } from '../../../host/file-system.ts';
import type { Outcome } from '../../../run.ts';
import type { Rule } from '../../../engines/kinds.ts';

/** What is to be known of the process, and of the rules. */
export interface Surroundings {
  /** The working directory: absolute. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** What was analysed: the disk, or a view of it. */
  readonly files: FileSystem;
  /** All rules that are built in. */
  readonly rules: readonly Rule[];
}

/**
 * Takes out of an outcome what is old: what the baseline lists, then what was there at the revision. The baseline comes
 * first, because it must see all findings to know what is gone. Neither is loaded unless it is asked for.
 */
export async function withoutOld(outcome: Outcome, options: Options, surroundings: Surroundings): Promise<Outcome> {
  return sinceRevision(await pastBaseline(outcome, options, surroundings), options, surroundings);
}

async function pastBaseline(outcome: Outcome, options: Options, { cwd, rules }: Surroundings): Promise<Outcome> {
  if (options.baseline === undefined) return outcome;
  const { applyBaseline } = await import('../../../baseline/apply-baseline.ts');
  const unread = new Set(outcome.unread.map(({ path }) => path));
  const looked = outcome.looked.flatMap((each) => {
    const ran = new Set(each.rules.map(({ id }) => id));
    // Without a choice of rules, what has an id of no rule, or of none that still exists, would have been found as
    // well.
    const ranAll = options.only.length === 0 && options.ignored.length === 0;
    const ranRule = (id: string): boolean => ran.has(id) || (ranAll && !rules.some((rule) => rule.id === id));
    return each.files.filter((path) => !unread.has(path)).map((path) => ({ path, ranRule, strict: each.strict }));
  });
  const { findings, known, gone, notices } = applyBaseline(
    outcome.findings,
    { file: options.baseline, cwd, write: options.writeBaseline },
    looked,
  );
  return {
    ...outcome,
    findings,
    gone,
    notices: [...outcome.notices, ...notices],
    old: [...outcome.old, `${known} in the baseline`],
  };
}

async function sinceRevision(
  outcome: Outcome,
  { newFromRev }: Options,
  { cwd, env, files }: Surroundings,
): Promise<Outcome> {
  if (newFromRev === undefined) return outcome;
  const { newFindings } = await import('../../../changes/new-findings.ts');
  const findings = newFindings(outcome.findings, newFromRev, { cwd, env, files });
  return {
    ...outcome,
    findings,
    old: [...outcome.old, `${outcome.findings.length - findings.length} not new since ${newFromRev}`],
  };
}

/**
 * The options with the findings to mend, where what is old is to be left alone: it is known only when all are found, so
 * that the files are looked at once before.
 */
export async function mendOnlyNew(
  options: Options, look: (options: Options) => Promise<Outcome>, surroundings: Surroundings,
): Promise<Options> {
  if (options.fix === 'off' || (options.baseline === undefined && options.newFromRev === undefined)) return options;
  const { placeKey } = await import('../../../folder/mending.ts');
  const before = await look({ ...options, fix: 'off', carriesFixes: false });
  const { findings } = await withoutOld(before, { ...options, writeBaseline: 'no' }, surroundings);
  return { ...options, mendOnly: findings.map(placeKey) };
}
