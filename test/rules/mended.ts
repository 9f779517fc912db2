import { rules } from '../../rules/index.ts';
import type { Analysis } from '../../src/analyze.ts';
import { analyzer } from '../../src/fix/analyzer.ts';
import type { MendedFile } from '../../src/fix/mend-package.ts';
import { mendPackage } from '../../src/fix/mend-package.ts';
import type { PackageText } from '../../src/package-text.ts';
import { parser } from '../parse-go.ts';

/** Analyses packages with all rules, as strictly as can be. */
export const tools = analyzer(parser, { rules, all: true }, undefined);

/** A package after `--fix`. */
export interface Mended {
  readonly text: PackageText;
  readonly analysis: Analysis;
  /** The files that were changed. */
  readonly files: readonly MendedFile[];
}

/** All that can be mended, as `--fix --strict --fail-on note` would. */
export function mended(text: PackageText): Mended {
  const options = { analyzer: tools, isWanted: () => true, commit: () => true };
  const { now, files } = mendPackage({ text, analysis: tools.analyze(text) }, options);
  const after = new Map(files.map((file) => [file.path, file.after]));
  return {
    text: { ...text, files: text.files.map((file) => ({ ...file, text: after.get(file.path) ?? file.text })) },
    analysis: now.analysis,
    files,
  };
}
