/**
 * The vocabulary of rules: types only. A rule is data in this vocabulary; an engine gives it meaning; `analyze`
 * brings the two together. Names of Go functions and methods are written as Go prints them:
 * `time.NewTicker`, `(*time.Ticker).Stop`.
 */

/**
 * How bad a finding is. `error`: certain and grows while running; `warning`: a leak; `note`: true, but harmless or
 * bounded.
 */
export type Level = 'error' | 'warning' | 'note';

/** How sure the tool is. Only `high` is in the default set; `--strict` adds `medium`. */
export type Confidence = 'high' | 'medium';

/** GitHub's words for how many findings of a rule are right: from 95, 85 and 70 of 100 on, and fewer. */
export type Precision = 'very-high' | 'high' | 'medium' | 'low';

/** What every rule says about itself. Its prose is in `rule.md` beside it. */
export interface RuleMeta {
  /** Kebab-case, equal to the name of the rule's folder. */
  readonly id: string;
  /** One line: what the rule finds. */
  readonly summary: string;
  /** At most 10; for SARIF and `golint-leaks rules`. */
  readonly tags: readonly string[];
  /** The weaknesses that it finds, by their numbers at https://cwe.mitre.org. */
  readonly cwe?: readonly number[];
  /**
   * How many of its findings were right where they were read, in GitHub's words; `medium` where fewer than ten were.
   */
  readonly precision?: Precision;
  /**
   * Linters and checks of others that find the same, in lower case: a directive that silences one of them silences this
   * rule.
   */
  readonly peers?: readonly string[];
}
