import type { Analysis, RuleChoice } from '../analyze.ts';
import { analyze } from '../analyze.ts';
import type { Surroundings } from '../model/package-model.ts';
import type { PackageText, SourceText } from '../package-text.ts';
import type { Parser } from '../syntax/parse/parser.ts';
import { treeOf } from '../syntax/parse/read-declaration.ts';
import { openFile } from '../syntax/source-file.ts';

/** The questions that a proof asks. */
export interface Analyzer {
  /** Analyses a package with the rules of this run. */
  analyze(text: PackageText): Analysis;
  /** Whether all of a file can be read, also what no rule has asked for. */
  isIntact(file: SourceText): boolean;
}

/** The analyzer of one run, for a package with these surroundings. */
export function analyzer(parser: Parser, choice: RuleChoice, surroundings: Surroundings | undefined): Analyzer {
  return {
    analyze: (text) => analyze(parser, text, choice, surroundings),
    isIntact({ path, text }) {
      const file = openFile(path, text);
      return file.declarations.every((each) => treeOf(each, parser).kind !== 'BadDecl') && file.leftovers === 0;
    },
  };
}
