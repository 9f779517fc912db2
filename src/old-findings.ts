import type { Options } from './options.ts';
import type { Outcome } from './run.ts';
import type { Rule } from './spec.ts';

/** What is to be known of the process, and of the rules. */
export interface Surroundings {
  /** The working directory: absolute. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** All rules there are. */
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
  const { applyBaseline } = await import('./baseline/apply-baseline.ts');
  const unread = new Set(outcome.unread.map(({ path }) => path));
  const ran = new Set(options.rules.map(({ id }) => id));
  const ranAll = ran.size === rules.length;
  const { findings, known, notices } = applyBaseline(outcome.findings, { file: options.baseline, cwd, write: options.writeBaseline }, {
    files: outcome.reported.filter((path) => !unread.has(path)),
    ranRule: (id) => ranAll || ran.has(id),
    strict: options.strict,
  });
  return { ...outcome, findings, notices: [...outcome.notices, ...notices], old: [...outcome.old, `${known} in the baseline`] };
}

async function sinceRevision(outcome: Outcome, { newFromRev }: Options, { cwd, env }: Surroundings): Promise<Outcome> {
  if (newFromRev === undefined) return outcome;
  const { newFindings } = await import('./changes/new-findings.ts');
  const findings = newFindings(outcome.findings, newFromRev, { cwd, env });
  return { ...outcome, findings, old: [...outcome.old, `${outcome.findings.length - findings.length} not new since ${newFromRev}`] };
}
