import type { Analysis } from './analyze.ts';
import { analyze } from './analyze.ts';
import { displayPath } from './discover/path/display-path.ts';
import { gitFilter } from './discover/ignore/git-filter.ts';
import type { GoSettingsCache } from './discover/go-settings.ts';
import { goSettings, goSettingsCache } from './discover/go-settings.ts';
import { readFolder } from './discover/packages.ts';
import type { Finding } from './findings/finding.ts';
import type { FileSystem } from './host/file-system.ts';
import { disk } from './host/node.ts';
import { overlay } from './host/overlay.ts';
import { parentOf } from './host/paths.ts';
import type { Confidence, Rule } from './spec.ts';
import type { Parser } from './syntax/parse/parser.ts';
import type { Layout } from './workspace/layout.ts';
import { layout } from './workspace/layout.ts';
import { surroundingsOf } from './workspace/surroundings.ts';

/** Go packages on a disk, and the documents of an editor over them. Paths are absolute, with `/`. */
export interface Workspace {
  /** A document is opened, or its text has changed: from now on the text counts, also where there is no such file. */
  change(path: string, text: string): void;
  /** A document is closed: what is on the disk counts again, as it is now. */
  close(path: string): void;
  /** Files on the disk may have changed otherwise: nothing that was read of them counts any more. */
  forget(): void;
  /**
   * What is found in a Go file, or in all files of a folder; folders below it are others. In the order of a report. What a
   * verdict hangs on is asked of the module around, and nothing above the root of its checkout is read.
   */
  findings(path: string): readonly Finding[];
}

/** What a workspace is opened with. */
export interface WorkspaceOptions {
  /** Where findings are shown from: their paths are relative to this folder. */
  readonly root: string;
  readonly parser: Parser;
  readonly rules: readonly Rule[];
  /** How sure a finding has to be: `high` unless said otherwise, `medium` as with `--strict`. */
  readonly confidence?: Confidence;
  /** Where files are read: on the disk unless said otherwise. */
  readonly files?: FileSystem;
}

/** Opens a workspace; reads nothing yet. The parser stays the caller's, to be closed after the last question. */
export function openWorkspace({ root, parser, rules, confidence = 'high', files: base = disk }: WorkspaceOptions): Workspace {
  const buffers = new Map<string, string>();
  let known: Known | undefined;
  const forget = (): void => {
    known = undefined;
  };
  const ofFolder = (dir: string): readonly Finding[] => {
    known ??= lookAt(overlay(base, buffers), root);
    const { files, around, go } = known;
    const { packages } = readFolder({ dir, named: 'all' }, goSettings(dir, go, files), root, undefined, new Map(), files);
    const analyses = packages.map((text): Analysis =>
      analyze(parser, text, { rules, all: true, wanted: confidence }, surroundingsOf(dir, around, { folders: new Set(), trees: new Set() })));
    return analyses.flatMap((each) => each.findings).filter((each) => confidence === 'medium' || each.confidence === 'high');
  };
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
      if (!path.endsWith('.go')) return ofFolder(path);
      const shown = displayPath(path, root);
      return ofFolder(parentOf(path)).filter(({ location }) => location.path === shown);
    },
  };
}

/** What was read since the last change. */
interface Known {
  readonly files: FileSystem;
  readonly around: Layout;
  readonly go: GoSettingsCache;
}

function lookAt(files: FileSystem, root: string): Known {
  const go = goSettingsCache();
  const around = layout({
    files, show: (path) => displayPath(path, root), settings: (dir) => goSettings(dir, go, files), ignored: gitFilter,
  });
  return { files, around, go };
}
