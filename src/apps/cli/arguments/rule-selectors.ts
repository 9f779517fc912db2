import { matchesName, nameGlob } from '../../../discover/ignore/name-glob.ts';
import { mostSteps } from '../../../discover/ignore/wildcards.ts';
import { nearestWord } from '../../../nearest-word.ts';
import { builtInNames } from '../../../config/read/read-resource.ts';
import type { Rule } from '../../../engines/kinds.ts';
import { quoted, UsageError } from './usage-error.ts';

/** What chooses rules: ids behind `--rule`, selectors behind `--select`, and the ids that `--ignore` takes out. */
interface Choice {
  readonly exact: readonly string[];
  readonly selectors: readonly string[];
  readonly ignored: readonly string[];
}

/**
 * The ids of the rules to run; none where all are. Throws a UsageError where a word names no rule, or no rule is left.
 */
export function chosenIds({ exact, selectors, ignored }: Choice, allRules: readonly Rule[]): readonly string[] {
  const ids = allRules.map(({ id }) => id);
  const unknown = exact.find((id) => !ids.includes(id));
  if (unknown !== undefined) throw new UsageError(unknownRule(unknown, allRules));
  const wanted = [...exact, ...selectors.flatMap((selector) => selected(selector, ids, ids))];
  const left = [...new Set(wanted.length === 0 ? ids : wanted)].filter((id) => !ignored.includes(id));
  if (left.length === 0)
    throw new UsageError(`--ignore leaves no rule to run; ignore fewer than ${quoted(ignored.join(','))}.`);
  return wanted.length === 0 ? [] : left;
}

/** The ids that `--ignore` names: those of rules, and the notes of the tool itself. */
export function ignoredIds(selectors: readonly string[], allRules: readonly Rule[]): readonly string[] {
  const ids = allRules.map(({ id }) => id);
  return [...new Set(selectors.flatMap((selector) => selected(selector, [...ids, ...builtInNames], ids)))];
}

/** A selector is an id, the beginning of one, a glob with `*` and `?`, or `all`. */
function selected(selector: string, ids: readonly string[], ruleIds: readonly string[]): readonly string[] {
  if (selector === 'all') return ruleIds;
  if (ids.includes(selector)) return [selector];
  const glob = /[*?]/.test(selector) ? nameGlob(selector) : undefined;
  const found = ids.filter((id) => (glob ? matchesName(glob, id, { left: mostSteps }) : id.startsWith(selector)));
  if (found.length === 0) throw new UsageError(noSuchRule(selector, ruleIds));
  return found;
}

/** The sentence for a rule id that does not exist. */
export function unknownRule(id: string, allRules: readonly Rule[]): string {
  return noSuchRule(id, allRules.map((rule) => rule.id));
}

function noSuchRule(word: string, ids: readonly string[]): string {
  const beginning = ids.filter((id) => id.startsWith(word));
  const near = nearestWord(word, ids) ?? (beginning.length === 1 ? beginning[0] : undefined);
  return `There is no rule ${quoted(word)}; ${near === undefined ? `the rules are ${ids.join(', ')}.` : `did you mean ${near}?`}`;
}
