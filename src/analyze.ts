import { checkLiveness } from './engines/liveness/check-liveness.ts';
import { checkEvictionGap } from './engines/misuse/check-eviction-gap.ts';
import { checkRegistry } from './engines/misuse/check-registry.ts';
import { checkUnboundedWait } from './engines/misuse/check-unbounded-wait.ts';
import { checkObligation, obligationsOf } from './engines/obligation/check-obligation.ts';
import type { Draft, Finding, Unread } from './findings/finding.ts';
import { lineFingerprints } from './findings/fingerprint.ts';
import { orderFindings } from './findings/order.ts';
import type { Suppressed } from './findings/suppress.ts';
import { applySuppressions } from './findings/suppress.ts';
import type { ModelFile } from './model/model-file.ts';
import type { PackageModel } from './model/package-model.ts';
import { packageModel } from './model/package-model.ts';
import type { PackageText, Rule } from './spec.ts';
import type { Parser } from './syntax/parser.ts';

/** All that comes out of one package. */
export interface Analysis {
  /** In order: path, line, column, rule. */
  readonly findings: readonly Finding[];
  readonly suppressed: readonly Suppressed[];
  readonly unread: readonly Unread[];
}

/** Which rules are to run. */
export interface RuleChoice {
  readonly rules: readonly Rule[];
  /** Whether these are all rules there are: only then is a directive that names the whole tool known to be unused. */
  readonly all: boolean;
  /** Those of the rules that could say anything about the package, where that is known: the others are not run. */
  readonly candidates?: readonly Rule[];
}

/**
 * Analyses one package. Pure: equal inputs give equal results; no file, clock, network or global is touched. Findings
 * of every confidence and level come out; which of them are shown is the caller's choice.
 */
export function analyze(parser: Parser, text: PackageText, choice: RuleChoice): Analysis {
  const model = packageModel(parser, text);
  const drafts = (choice.candidates ?? choice.rules).flatMap((rule) => check(rule, model));
  const perFile = model.files.filter((file) => file.report).map((file) => finish(file, drafts, model, choice));
  return {
    findings: orderFindings(perFile.flatMap((each) => each.kept)),
    suppressed: perFile.flatMap((each) => each.suppressed),
    unread: model.files.flatMap((file) => unreadOf(file, model)),
  };
}

function check(rule: Rule, model: PackageModel): readonly Draft[] {
  switch (rule.engine) {
    case 'obligation':
      return [...checkObligation(rule, model), ...(rule.registry ? checkRegistry(rule, rule.registry, model) : [])];
    case 'obligations':
      return obligationsOf(rule).flatMap((each) => checkObligation(each, model));
    case 'liveness':
      return checkLiveness(rule, model);
    case 'misuse':
      return checkEvictionGap(rule, model);
    case 'deadline':
      return checkUnboundedWait(rule, model);
  }
}

/** Gives the findings of one file their fingerprints and applies its directives. */
function finish({ source }: ModelFile, drafts: readonly Draft[], model: PackageModel, { rules, all }: RuleChoice) {
  const own = drafts.filter((draft) => draft.location.path === source.path);
  // Every directive holds this word: without one, and without findings, the file need not be looked into.
  if (own.length === 0 && !source.text.includes('lint')) return { kept: [], suppressed: [] };
  const fingerprints = lineFingerprints(source.text, new Set(own.map((draft) => draft.location.line)));
  return applySuppressions({
    path: source.path,
    text: source.text,
    lines: source.lines,
    comments: source.comments,
    declarations: source.declarations,
    findings: own.map((draft) => ({ ...draft, fingerprint: fingerprints.get(draft.location.line) ?? '' })),
    rules: new Set(rules.map((rule) => rule.id)),
    allRules: all,
    unread: model.unread(source),
  });
}

function unreadOf({ source }: ModelFile, model: PackageModel): readonly Unread[] {
  const declarations = model.unread(source).length + source.leftovers;
  return declarations === 0 ? [] : [{ path: source.path, declarations }];
}
