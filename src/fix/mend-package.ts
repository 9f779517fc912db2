import type { Finding } from '../findings/finding.ts';
import type { Analyzer } from './analyzer.ts';
import { apart } from './apply-edits.ts';
import type { Analyzed } from './prove.ts';
import { isFixable, prove } from './prove.ts';
import { provenFixes } from './proven-fixes.ts';

/** A file whose findings, or some of them, are mended. */
export interface MendedFile {
  /** As findings give it. */
  readonly path: string;
  readonly before: string;
  readonly after: string;
  /** How many findings. */
  readonly fixes: number;
}

/** What came of a package. */
export interface MendedPackage {
  /** The package as it is now. */
  readonly now: Analyzed;
  readonly files: readonly MendedFile[];
}

/** What `mendPackage` asks. */
export interface Mending {
  readonly analyzer: Analyzer;
  /**
   * Whether a finding is to be mended; in round 0 its place is that in the text at the start, later edits may have
   * moved it.
   */
  isWanted(finding: Finding, round: number): boolean;
  /** Makes a changed file real. Where it says no, the file stays as it was, and so do its findings. */
  commit(file: MendedFile): boolean;
}

/** Fixes that touch one another are made one after the other, each in the text of the one before. */
const maxRounds = 10;

/** Mends what can be mended for certain, one file after the other, until another call would change nothing. */
export function mendPackage(start: Analyzed, mending: Mending): MendedPackage {
  let now = start;
  const files: MendedFile[] = [];
  for (const { path, text: before } of start.text.files) {
    const mended = mendFile(path, now, mending);
    const after = mended?.text.files.find((file) => file.path === path)?.text;
    if (!mended || after === undefined) continue;
    const file = { path, before, after, fixes: now.analysis.findings.length - mended.analysis.findings.length };
    if (!mending.commit(file)) continue;
    files.push(file);
    now = mended;
  }
  return { now, files };
}

function mendFile(path: string, start: Analyzed, { analyzer, isWanted }: Mending): Analyzed | undefined {
  let now = start;
  for (let round = 0; round < maxRounds; round++) {
    const wanted = now.analysis.findings
      .filter(isFixable)
      .filter((finding) => finding.location.path === path && isWanted(finding, round));
    const chosen = apart(wanted.length === 0 ? [] : provenFixes(now, wanted, analyzer));
    if (chosen.length === 0) break;
    // Each of them holds for itself; should they not hold together, the first is made and the others have their turn.
    const next = prove(now, chosen, analyzer) ?? prove(now, chosen.slice(0, 1), analyzer);
    if (!next) break;
    now = next;
  }
  return now === start ? undefined : now;
}
