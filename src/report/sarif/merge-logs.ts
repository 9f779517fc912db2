import type { Level } from '../../spec.ts';
import { safeJson } from '../safe-json.ts';
import { tool } from '../tool.ts';
import { mostSevere } from './sarif-limits.ts';

/** A SARIF log: the name of its file, for complaints, and its text. */
export interface Log {
  readonly name: string;
  readonly text: string;
}

/** Says in one sentence which log cannot be merged, and why. */
export class MergeError extends Error {}

/** What is read of a run; all else of the first one is kept as it is. */
interface Run {
  readonly tool: {
    readonly driver: {
      readonly name: string;
      readonly semanticVersion: string;
      readonly rules: readonly { readonly id: string }[];
    };
  };
  readonly invocations: readonly Invocation[];
  readonly automationDetails?: { readonly id: string };
  readonly originalUriBaseIds?: object;
  readonly results: readonly Result[];
}

interface Invocation {
  readonly executionSuccessful: boolean;
  readonly toolExecutionNotifications: readonly object[];
}

interface Result {
  readonly ruleId: string;
  readonly level: Level;
  readonly message: { readonly text: string };
  readonly locations: readonly [{
    readonly physicalLocation: {
      readonly artifactLocation: { readonly uri: string };
      readonly region: { readonly startLine: number; readonly startColumn: number };
    };
  }];
  readonly partialFingerprints: { readonly primaryLocationLineHash: string };
}

/**
 * One log of the logs of several runs of this tool over parts of one tree: each finding once, in the order of a report,
 * no more than GitHub takes, and all that any of the runs could not see. Throws a MergeError.
 */
export function mergeLogs(logs: readonly Log[]): string {
  const runs = logs.map(runOf);
  const [first] = runs;
  if (first === undefined) throw new MergeError('there is no log to merge; name the SARIF logs of the parts.');
  runs.forEach((run, index) => checkAlike(first, run, logs[index]?.name ?? ''));
  const rules = [
    ...new Map(runs.flatMap(({ tool: { driver } }) => driver.rules).map((rule) => [rule.id, rule])).values(),
  ];
  const ruleIds = rules.map(({ id }) => id);
  const all = distinct(runs.flatMap(({ results }) => results), identity).toSorted(byPlace);
  const { kept, shown, notices } = mostSevere(all, ({ level }) => level);
  const said = distinct(
    runs.flatMap(({ invocations }) => invocations.flatMap((each) => each.toolExecutionNotifications)),
    (each) => JSON.stringify(each),
  );
  return safeJson({
    ...headOf(logs[0]),
    runs: [
      {
        ...first,
        tool: { driver: { ...first.tool.driver, rules } },
        invocations: [
          {
            executionSuccessful: runs.every(({ invocations }) => invocations.every((each) => each.executionSuccessful)),
            toolExecutionNotifications: [...said, ...notices.map((text) => ({ level: 'warning', message: { text } }))],
          },
        ],
        results: kept.map((result) => ({
          ...(shown.has(result) ? result : withoutWay(result)),
          ruleIndex: ruleIds.indexOf(result.ruleId),
        })),
      },
    ],
  });
}

/** The keys of a log in front of its runs. */
function headOf(log: Log | undefined): object {
  const { runs: _runs, ...head } = JSON.parse(log?.text ?? '{}') as { readonly runs?: unknown };
  return head;
}

function runOf({ name, text }: Log): Run {
  const runs = runsIn(text);
  if (runs === undefined) throw new MergeError(`${name} is no SARIF log; write it with --format sarif=FILE.`);
  const [run, ...more] = runs;
  if (run === undefined || more.length > 0 || !isOurs(run))
    throw new MergeError(`${name} is no log of ${tool.name}; only those are merged.`);
  return run;
}

function runsIn(text: string): readonly unknown[] | undefined {
  try {
    const log = JSON.parse(text) as { readonly runs?: unknown } | null;
    return Array.isArray(log?.runs) ? log.runs : undefined;
  } catch {
    return undefined;
  }
}

/** What this program writes, as far as it is read here. */
function isOurs(value: unknown): value is Run {
  const run = value as Partial<Run> | null;
  const driver = run?.tool?.driver;
  return (
    driver?.name === tool.name
    && Array.isArray(driver.rules)
    && driver.rules.every((rule) => typeof rule?.id === 'string')
    && Array.isArray(run?.invocations)
    && run.invocations.every((each) => Array.isArray(each?.toolExecutionNotifications))
    && Array.isArray(run?.results)
    && run.results.every(isResult)
  );
}

const levels: ReadonlySet<string> = new Set<Level>(['error', 'warning', 'note']);

function isResult(value: unknown): value is Result {
  const result = value as Partial<Result> | null;
  const place = result?.locations?.[0]?.physicalLocation;
  return (
    typeof result?.ruleId === 'string'
    && levels.has(result.level ?? '')
    && typeof result.message?.text === 'string'
    && typeof place?.artifactLocation?.uri === 'string'
    && typeof place.region?.startLine === 'number'
    && typeof place.region.startColumn === 'number'
    && typeof result.partialFingerprints?.primaryLocationLineHash === 'string'
  );
}

/** Logs of another version, category or root say something else with the same words. */
function checkAlike(first: Run, run: Run, name: string): void {
  const [own, other] = [first.tool.driver.semanticVersion, run.tool.driver.semanticVersion];
  if (own !== other)
    throw new MergeError(
      `${name} was written by version ${String(other)}, and the first log by ${own}; merge logs of one version.`,
    );
  if (first.automationDetails?.id !== run.automationDetails?.id)
    throw new MergeError(`${name} has another category than the first log; merge logs of one category.`);
  if (JSON.stringify(first.originalUriBaseIds) !== JSON.stringify(run.originalUriBaseIds))
    throw new MergeError(
      `${name} was written in another folder than the first log, so its paths mean others; run all parts in one place.`,
    );
}

function identity({ ruleId, message, partialFingerprints, ...result }: Result): string {
  const { uri, line, column } = placeOf(result);
  return JSON.stringify([ruleId, uri, line, column, partialFingerprints.primaryLocationLineHash, message.text]);
}

function placeOf({ locations: [{ physicalLocation: { artifactLocation, region } }] }: Pick<Result, 'locations'>) {
  return { uri: artifactLocation.uri, line: region.startLine, column: region.startColumn };
}

function distinct<Item>(items: readonly Item[], key: (item: Item) => string): readonly Item[] {
  return [...new Map(items.toReversed().map((item) => [key(item), item])).values()].toReversed();
}

/** The order of a report: path, line, column, rule, by code units; equal ones stay as they are. */
function byPlace(a: Result, b: Result): number {
  const [one, other] = [placeOf(a), placeOf(b)];
  return (
    compare(decoded(one.uri), decoded(other.uri))
    || one.line - other.line
    || one.column - other.column
    || compare(a.ruleId, b.ruleId)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function decoded(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}

function withoutWay(result: Result): object {
  const {
    relatedLocations: _related,
    codeFlows: _flows,
    ...rest
  } = result as Result & { relatedLocations?: unknown; codeFlows?: unknown };
  return rest;
}
