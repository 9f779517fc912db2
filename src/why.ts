import type { Analysis, RuleChoice } from './analyze.ts';
import { analyze } from './analyze.ts';
import { accountsOf } from './engines/accounts.ts';
import type { Account } from './findings/account.ts';
import type { Finding, Location } from './findings/finding.ts';
import { message } from './findings/message.ts';
import type { Surroundings } from './model/package-model.ts';
import { packageModel } from './model/package-model.ts';
import { TooMuchWork } from './model/too-much-work.ts';
import type { PackageText } from './package-text.ts';
import type { Parser } from './syntax/parse/parser.ts';

/**
 * What the rules looked at on a line (from 1) of a file of a package (as it is shown): what was found there and what
 * decides on its level, and what was looked at and is silent, with the reasons. Pure, as `analyze`.
 */
export function why(
  parser: Parser, text: PackageText, path: string, line: number, choice: RuleChoice, surroundings?: Surroundings,
): readonly Account[] {
  const analysis = analyze(parser, text, choice, surroundings);
  const found = accountsOfFindings(analysis, path, line);
  const silent = withinWork(() => {
    const model = packageModel(parser, text, { ...(surroundings && { surroundings }) });
    const file = model.files.find(({ source }) => source.path === path);
    return file ? choice.rules.flatMap((rule) => accountsOf(rule, model, file, line)) : [];
  });
  const isTold = ({ rule }: Account): boolean => found.some((each) => each.rule === rule);
  return [...found.map((each) => ({ ...each, grounds: silent.find(({ rule }) => rule === each.rule)?.grounds ?? [] })),
    ...silent.filter((each) => !isTold(each))];
}

function accountsOfFindings({ findings, suppressed }: Analysis, path: string, line: number): readonly Account[] {
  const isOn = (location: Location): boolean => location.path === path && location.line === line;
  // A line that a finding leads over is asked about, too.
  const isThere = ({ location, steps }: Finding): boolean =>
    isOn(location) || steps.some((each) => isOn(each.location));
  return [
    ...findings.filter(isThere).map((finding) => accountOf(finding, false)),
    ...suppressed.filter(({ finding }) => isThere(finding)).map(({ finding }) => accountOf(finding, true)),
  ];
}

function accountOf(finding: Finding, suppressed: boolean): Account {
  const { rule, level, confidence, evidence, location: { path, line, source, column, endColumn } } = finding;
  return {
    rule, about: source.slice(column - 1, endColumn - 1), path, line, grounds: [],
    found: { message: message(finding), level, confidence, suppressed, evidence },
  };
}

/** What would take too long stays unexplained. */
function withinWork(ask: () => readonly Account[]): readonly Account[] {
  try {
    return ask();
  } catch (error) {
    if (error instanceof TooMuchWork) return [];
    throw error;
  }
}
