import { rules } from '../../rules/index.ts';
import { analyze } from '../../src/analyze.ts';
import type { Finding } from '../../src/findings/finding.ts';
import type { PackageText } from '../../src/package-text.ts';
import { parser } from '../parse-go.ts';
import { fixtures, ruleFolders } from '../rules/fixtures.ts';
import { applyAdvice } from './apply-advice.ts';

/** All findings of a package. */
export const findingsIn = (text: PackageText): readonly Finding[] =>
  analyze(parser, text, { rules, all: true }).findings;

/** One finding of a fixture, and the fixture as it is when somebody does what its advice says. */
export interface Mended {
  readonly name: string;
  readonly finding: Finding;
  readonly before: readonly Finding[];
  readonly text: PackageText;
}

/** The findings of all fixtures whose advice can be taken by a program. */
export const mended: readonly Mended[] = ruleFolders()
  .flatMap((rule) => [...fixtures(rule, 'leaky'), ...fixtures(rule, 'fix')])
  .flatMap(({ rule, name, text }): readonly Mended[] => {
    const before = findingsIn(text);
    return before.flatMap((finding) => {
      const file = text.files.find(({ path }) => path === finding.location.path);
      const lines = file && applyAdvice(finding, file.text.split('\n'));
      if (!lines) return [];
      const files = text.files.map((each) => (each === file ? { ...each, text: lines.join('\n') } : each));
      return [{ name: `${rule}/${name}:${finding.location.line}`, finding, before, text: { ...text, files } }];
    });
  });
