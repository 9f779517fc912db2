import type { Analysis, RuleChoice } from './analyze.ts';
import { analyze } from './analyze.ts';
import { displayPath } from './discover/path/display-path.ts';
import { gitFilter } from './discover/ignore/git-filter.ts';
import type { GoSettingsCache } from './discover/go-settings.ts';
import { goSettings, goSettingsCache } from './discover/go-settings.ts';
import { readFolder } from './discover/packages.ts';
import type { Account } from './findings/account.ts';
import type { Finding } from './findings/finding.ts';
import { analyzer } from './fix/analyzer.ts';
import { withProvenFixes } from './fix/proven-fixes.ts';
import type { FileSystem } from './host/file-system.ts';
import { overlay } from './host/overlay.ts';
import { parentOf } from './host/paths.ts';
import type { PackageText } from './package-text.ts';
import type { Rule } from './engines/kinds.ts';
import type { Confidence } from './spec.ts';
import type { Parser } from './syntax/parse/parser.ts';
import type { Layout } from './workspace/layout.ts';
import { layout } from './workspace/layout.ts';
import { surroundingsOf } from './workspace/surroundings.ts';
import { why } from './why.ts';

/** Go packages in some files, and the documents of an editor over them. Paths are absolute, with `/`. */
export interface Workspace {
  /** A document is opened, or its text has changed: from now on the text counts, also where there is no such file. */
  change(path: string, text: string): void;
  /** A document is closed: what is on the disk counts again, as it is now. */
  close(path: string): void;
  /** Files on the disk may have changed otherwise: nothing that was read of them counts any more. */
  forget(): void;
  /**
   * What is found in a Go file, or in all files of a folder; folders below it are others. In the order of a report.
   * What a verdict hangs on is asked of the module around, and nothing above the root of its checkout is read.
   */
  findings(path: string): readonly Finding[];
  /** What the rules looked at on a line (from 1) of a Go file, found or silent, and what that rests on. */
  why(path: string, line: number): readonly Account[];
  /**
   * All that is said of the packages of a folder. Its findings have only fixes that are proven, which takes its time.
   */
  analyses(dir: string): readonly Analysis[];
}

/** What a workspace is opened with, beside its files. */
export interface OpenedWith {
  /** Where findings are shown from: their paths are relative to this folder. */
  readonly root: string;
  readonly parser: Parser;
  readonly rules: readonly Rule[];
  /** The ids of all rules there are, where those that run are not all. */
  readonly known?: readonly string[];
  /** How sure a finding has to be: `high` unless said otherwise, `medium` as with `--strict`. */
  readonly confidence?: Confidence;
}

/** Opens a workspace; reads nothing yet. The parser stays the caller's, to be closed after the last question. */
export function workspaceOver(
  base: FileSystem,
  { root, parser, rules, known: ids, confidence = 'high' }: OpenedWith,
): Workspace {
  const buffers = new Map<string, string>();
  let known: Known | undefined;
  const forget = (): void => {
    known = undefined;
  };
  const choice: RuleChoice = { rules, all: ids === undefined, wanted: confidence, ...(ids && { known: ids }) };
  const isShown = (finding: Finding): boolean => confidence === 'medium' || finding.confidence === 'high';
  const ofFolder = <Result,>(
    dir: string,
    ask: (text: PackageText, around: Surroundings) => Result,
  ): readonly Result[] => {
    known ??= lookAt(overlay(base, buffers), root);
    const { files, around, go } = known;
    const { packages } = readFolder({ dir, named: 'all' }, goSettings(dir, go, files), root, files);
    return packages.map((text) => ask(text, surroundingsOf(dir, around, { folders: new Set(), trees: new Set() })));
  };
  const findingsIn = (dir: string): readonly Finding[] =>
    ofFolder(dir, (text, around) => analyze(parser, text, choice, around).findings)
      .flat()
      .filter(isShown);
  return {
    change(path, text) {
      buffers.set(path, text);
      forget();
    },
    close(path) {
      buffers.delete(path);
      forget();
    },
    forget,
    findings(path) {
      if (!path.endsWith('.go')) return findingsIn(path);
      const shown = displayPath(path, root);
      return findingsIn(parentOf(path)).filter(({ location }) => location.path === shown);
    },
    why: (path, line) =>
      ofFolder(parentOf(path), (text, around) =>
        why(parser, text, displayPath(path, root), line, { ...choice, wanted: 'medium' }, around),
      ).flat(),
    analyses: (dir) =>
      ofFolder(dir, (text, around) => {
        const subject = { text, analysis: analyze(parser, text, choice, around) };
        const proven = withProvenFixes(subject, analyzer(parser, choice, around));
        return { ...proven, findings: proven.findings.filter(isShown) };
      }),
  };
}

type Surroundings = ReturnType<typeof surroundingsOf>;

/** What was read since the last change. */
interface Known {
  readonly files: FileSystem;
  readonly around: Layout;
  readonly go: GoSettingsCache;
}

function lookAt(files: FileSystem, root: string): Known {
  const go = goSettingsCache();
  const around = layout({
    files,
    seesAll: true,
    show: (path) => displayPath(path, root),
    settings: (dir) => goSettings(dir, go, files),
    ignored: (start) => gitFilter(start, files),
  });
  return { files, around, go };
}
