import { sourceText } from './syntax/source-text.ts';
import { checkRule } from './engines/check.ts';
import { acquiresAny } from './engines/obligation/engine.ts';
import type { Seeks } from './findings/evidence.ts';
import type { Draft, Finding, Unread } from './findings/finding.ts';
import { lineFingerprints } from './findings/directive/fingerprint.ts';
import { orderFindings } from './findings/order.ts';
import { grade, seeks } from './grade.ts';
import type { Suppressed } from './findings/directive/suppress.ts';
import { applySuppressions } from './findings/directive/suppress.ts';
import { withOften } from './how-often.ts';
import type { ModelFile } from './model/info.ts';
import type { PackageModel } from './model/package-model.ts';
import type { Surroundings } from './model/package-model.ts';
import { packageModel } from './model/package-model.ts';
import { TooMuchWork } from './model/too-much-work.ts';
import type { PackageText } from './package-text.ts';
import type { Rule } from './engines/kinds.ts';
import type { Obligation } from './engines/obligation/rule.ts';
import type { Confidence, Level } from './spec.ts';
import type { Parser } from './syntax/parse/parser.ts';

/** All that comes out of one package. */
export interface Analysis {
  /** In order: path, line, column, rule. */
  readonly findings: readonly Finding[];
  readonly suppressed: readonly Suppressed[];
  readonly unread: readonly Unread[];
  /** Rules that broke down: a mistake of ours. What the other rules found is there all the same. */
  readonly failures: readonly Failure[];
  /** The ids of the user's own rules of which a call acquires something, reported or not. */
  readonly acquired: readonly string[];
}

/** Something of ours that broke down over a package. */
export interface Failure {
  /** The rule that threw an exception; undefined where no rule could go on. */
  readonly rule: string | undefined;
  /** A file of the package, as it is shown, or its folder. */
  readonly path: string;
  /** In the words of the exception. */
  readonly reason: string;
}

/** Which rules are to run. */
export interface RuleChoice {
  /** Whether declarations are asked by their tokens before they are parsed (default); what is found is the same. */
  readonly gates?: boolean;
  readonly rules: readonly Rule[];
  /** Whether these are all rules there are: only then is a directive that names the whole tool known to be unused. */
  readonly all: boolean;
  /** The ids of all rules there are, those that do not run too; undefined where these are all. */
  readonly known?: readonly string[];
  /** Levels that the findings of a rule are given instead of their own; `off` takes out notes of the tool itself. */
  readonly levels?: ReadonlyMap<string, Level | 'off'>;
  /**
   * The same for one file, by its path as it is shown: wins over `levels`; `off` takes out all findings of a rule
   * there.
   */
  readonly levelsOf?: (path: string) => ReadonlyMap<string, Level | 'off'>;
  /**
   * Whether those levels also replace `note`: a finding that is true and harmless is no error because its rule is one.
   */
  readonly relevelsNotes?: boolean;
  /** The least confidence of findings that are wanted: others may be left out; undefined for all. */
  readonly wanted?: Confidence;
  /** Those of the rules that could say anything about the package, where that is known: the others are not run. */
  readonly candidates?: readonly Rule[];
  /** Does the work of a rule, and may measure it: what is parsed first is counted under the rule that asks for it. */
  readonly measure?: <Result>(rule: string, work: () => Result) => Result;
}

/**
 * Analyses one package; what `surroundings` lead to is asked where a verdict hangs on another package. Pure: equal
 * inputs give equal results; no file, clock, network or global is touched. Findings of every confidence and level come
 * out; which of them are shown is the caller's choice.
 */
export function analyze(parser: Parser, text: PackageText, choice: RuleChoice, surroundings?: Surroundings): Analysis {
  const givenUp: TooMuchWork[] = [];
  for (;;) {
    try {
      return analyzed(
        packageModel(parser, text, { givenUp, gates: choice.gates !== false, ...(surroundings && { surroundings }) }),
        choice,
        givenUp,
      );
    } catch (error) {
      if (!(error instanceof TooMuchWork)) throw error;
      givenUp.push(error);
      if (error.pos === undefined || givenUp.length > mostGivenUp)
        return nothingFound({ rule: undefined, path: error.path, reason: error.message });
    }
  }
}

/** Declarations of one package that may be left out for their work: each costs another look at the whole package. */
export const mostGivenUp = 5;

function nothingFound(failure: Failure): Analysis {
  return { findings: [], suppressed: [], unread: [], failures: [failure], acquired: [] };
}

function analyzed(model: PackageModel, choice: RuleChoice, givenUp: readonly TooMuchWork[]): Analysis {
  const failures: Failure[] = [];
  const sought = seeks(choice.wanted ?? 'medium');
  const drafts = (choice.candidates ?? choice.rules).flatMap((rule) => {
    const work = (): readonly Draft[] => confined(rule, model, sought, failures)
      .map((draft) => (draft.evidence.beliefs.every(sought) ? withOften(draft, model) : draft));
    return choice.measure ? choice.measure(rule.id, work) : work();
  });
  const perFile = model.files.filter((file) => file.report).map((file) => finish(file, drafts, model, choice));
  return {
    findings: orderFindings(perFile.flatMap((each) => each.kept.flatMap((finding) => relevelled(finding, choice)))),
    suppressed: perFile.flatMap((each) =>
      each.suppressed.flatMap(({ finding, justification }) =>
        relevelled(finding, choice).map((changed) => ({ finding: changed, justification })),
      ),
    ),
    unread: model.files.flatMap((file) => unreadOf(file, model, givenUp)),
    failures,
    acquired: (choice.candidates ?? choice.rules).flatMap((rule) =>
      isOfUser(rule) && acquiresAny(rule, model) ? [rule.id] : [],
    ),
  };
}

function isOfUser(rule: Rule): rule is Obligation {
  return rule.engine === 'obligation' && rule.tags.includes('custom');
}

/** Runs one rule. What breaks in it must not cost the findings of the others. */
function confined(rule: Rule, model: PackageModel, sought: Seeks, failures: Failure[]): readonly Draft[] {
  try {
    return checkRule(rule, model, sought);
  } catch (error) {
    if (error instanceof TooMuchWork) throw error;
    const file = model.files.find(({ report }) => report) ?? model.files[0];
    failures.push({ rule: rule.id, path: file?.source.path ?? model.name, reason: String(error) });
    return [];
  }
}

function relevelled(
  finding: Finding,
  { rules, levels, levelsOf, relevelsNotes = false }: RuleChoice,
): readonly Finding[] {
  const level = levelsOf?.(finding.location.path).get(finding.rule) ?? levels?.get(finding.rule);
  if (level === undefined) return [finding];
  if (level === 'off') return [];
  // Notes of the tool itself are of no rule.
  const keeps = finding.level === 'note' && !relevelsNotes && rules.some(({ id }) => id === finding.rule);
  return [keeps ? finding : { ...finding, level }];
}

/** Gives the findings of one file their fingerprints and applies its directives. */
function finish(
  { source }: ModelFile,
  drafts: readonly Draft[],
  model: PackageModel,
  { rules, all, known, levelsOf }: RuleChoice,
) {
  const own = drafts.filter((draft) => draft.location.path === source.path);
  // Every directive holds this word: without one, and without findings, the file need not be looked into.
  if (own.length === 0 && !source.mayHold('lint')) return { kept: [], suppressed: [] };
  const fingerprints = lineFingerprints(sourceText(source), new Set(own.map((draft) => draft.location.line)));
  return applySuppressions({
    path: source.path,
    text: sourceText(source),
    lines: source.lines,
    comments: source.comments,
    declarations: source.declarations,
    findings: own.map((draft) => ({
      ...draft,
      ...grade(draft.evidence),
      collected: draft.evidence.relief === 'collected',
      fingerprint: fingerprints.get(draft.location.line) ?? '',
    })),
    // A directive for a rule that is off in this file is not unused: it may be on elsewhere, or again.
    rules: new Set(rules.map((rule) => rule.id).filter((id) => levelsOf?.(source.path).get(id) !== 'off')),
    peers: new Map(rules.map((rule) => [rule.id, rule.peers ?? []])),
    known: known ?? rules.map(({ id }) => id),
    allRules: all,
    unread: model.unread(source),
  });
}

function unreadOf({ source }: ModelFile, model: PackageModel, givenUp: readonly TooMuchWork[]): readonly Unread[] {
  const places = model.unread(source).map(({ pos }) => {
    const isTooMuch = givenUp.some((each) => each.path === source.path && each.pos === pos);
    return {
      line: source.lines.position(pos).line,
      why: isTooMuch ? 'its analysis takes too much work' : 'syntax error',
    };
  });
  const declarations = places.length + source.leftovers;
  return declarations === 0 ? [] : [{ path: source.path, declarations, places }];
}
