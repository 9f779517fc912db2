import type { Analysis } from '../analyze.ts';
import type { Finding } from '../findings/finding.ts';
import type { MendedFile } from '../fix/mend-package.ts';
import { mendPackage } from '../fix/mend-package.ts';
import type { Analyzer } from '../fix/analyzer.ts';
import type { Analyzed } from '../fix/prove.ts';
import { withProvenFixes } from '../fix/proven-fixes.ts';
import { replaceFile } from '../fix/replace-file.ts';
import type { FolderChoice } from './folder-choice.ts';
import { isShown } from './is-shown.ts';
import type { RunOptions } from '../run-options.ts';
import { reaches } from './reaches.ts';
import { visible } from '../visible.ts';

/** What is asked for: by flags, or by the configuration of the folder. */
export type MendingOptions = Pick<RunOptions, 'fix' | 'mendOnly'> & Pick<FolderChoice, 'strict' | 'failOn'>;

/** What became of one package. */
export interface Settled {
  readonly analysis: Analysis;
  /** The files that were mended, or with `--diff` would be. */
  readonly mended: readonly MendedFile[];
  /** One sentence for each file that could not be written. */
  readonly notices: readonly string[];
}

/**
 * Does with the fixes of a package what the options say: proves them for a report that has them, makes them for `--fix`
 * (the analysis is then of the changed files), or for `--diff` only finds out what they come to.
 */
export function mend(subject: Analyzed, analyzer: Analyzer, options: MendingOptions, cwd: string): Settled {
  const { fix } = options;
  if (fix === 'off') return { analysis: withProvenFixes(subject, analyzer), mended: [], notices: [] };
  const notices: string[] = [];
  const commit = ({ path, before, after }: MendedFile): boolean => {
    if (fix !== 'write') return true;
    const { done, said } = replaceFile(path, before, after, cwd);
    if (said !== undefined) notices.push(`${visible(path)}: ${done ? 'it is fixed, but' : 'it is not fixed:'} ${said}`);
    return done;
  };
  const isWanted = (finding: Finding, round: number): boolean =>
    isMended(finding, options) && isChosen(finding, round, options);
  const { now, files } = mendPackage(subject, { analyzer, isWanted, commit });
  // What a report says is left to be mended must hold too, be it a note, or in a file that could not be written.
  return { analysis: withProvenFixes(fix === 'write' ? now : subject, analyzer), mended: files, notices };
}

/**
 * Where only some findings are to be mended, they are known by their places, which hold until the first of them is
 * mended.
 */
function isChosen(finding: Finding, round: number, { mendOnly }: MendingOptions): boolean {
  return mendOnly === undefined || (round === 0 && mendOnly.includes(placeKey(finding)));
}

/** What tells a finding from the others of a run, as long as no text has changed. */
export function placeKey({ rule, location: { path, line, column } }: Finding): string {
  return `${path}:${line}:${column} ${rule}`;
}

/** `--fix` mends the findings that make a run fail; where none does, those from `warning` on. */
function isMended(finding: Finding, options: MendingOptions): boolean {
  return isShown(finding, options) && reaches(finding.level, options.failOn === 'never' ? 'warning' : options.failOn);
}
