import type { Rule } from '../../../engines/kinds.ts';
import { unknownRule } from './rule-selectors.ts';
import { quoted, UsageError } from './usage-error.ts';

/** A line of a file, and the rule that is asked about; undefined for all rules. */
export interface WhyQuestion {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly rule: string | undefined;
}

/** Reads `FILE:LINE`, `FILE:LINE:RULE`, and a place as reports print it: `FILE:LINE:COLUMN`. Throws a UsageError. */
export function whyQuestion(text: string | undefined, rules: readonly Rule[]): WhyQuestion | undefined {
  if (text === undefined) return undefined;
  const [, file, line, behind] = /^(.+?\.go):([1-9]\d{0,8})(?::(.*))?$/.exec(text) ?? [];
  if (file === undefined || line === undefined)
    throw new UsageError(`--why ${quoted(text)} names no line; write FILE.go:LINE or FILE.go:LINE:RULE.`);
  const rule = behind === undefined || behind === '' || /^\d+$/.test(behind) ? undefined : behind;
  if (rule !== undefined && !rules.some(({ id }) => id === rule)) throw new UsageError(unknownRule(rule, rules));
  return { file, line: Number(line), rule };
}
