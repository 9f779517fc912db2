import type { FolderOutcome } from './analyze-folder.ts';
import { analyzeFolder } from './analyze-folder.ts';
import type { SettingsFinder } from '../config/settings-finder.ts';
import { goSettingsCache } from '../discover/go-settings.ts';
import type { Folder } from '../discover/discovery.ts';
import { diskLayout } from './disk-layout.ts';
import type { Caches, FolderChoice } from './folder-choice.ts';
import { folderChoice } from './folder-choice.ts';
import type { FileSystem } from '../host/file-system.ts';
import { disk } from '../host/node.ts';
import type { RunOptions } from '../run-options.ts';
import type { Rule } from '../engines/kinds.ts';
import type { Stopwatch } from '../stopwatch.ts';
import { idleStopwatch } from '../stopwatch.ts';
import { keptFiles } from '../workspace/kept/kept-files.ts';
import type { Parser } from '../syntax/parse/parser.ts';

/** One thread's means to analyse folders: it has a parser of its own, and reads each go.mod once. */
export interface FolderAnalyzer {
  /** What flags, configuration and go.mod say for a folder. */
  choice(folder: Folder): Promise<FolderChoice>;
  /** Tells, before it analyses the folder, how many characters it has read. */
  analyze(folder: Folder, told?: (size: number) => void): Promise<FolderOutcome>;
  /** The same, and what else is wanted of the fixes than the options say. */
  mend(folder: Folder, mending: Pick<RunOptions, 'fix' | 'carriesFixes'>): Promise<FolderOutcome>;
  /**
   * Forgets what was read of a folder (absolute) whose Go files have changed. A folder that comes or goes, a go.mod and
   * settings need another analyzer.
   */
  forget(dir: string): void;
  /** Whether the parser has run out of memory: it reads nothing from then on. */
  isBroken(): boolean;
  close(): void;
}

/** What a thread reads, and what measures it. */
export interface AnalyzerTools {
  readonly stopwatch: Stopwatch;
  readonly files: FileSystem;
  /** Opens a parser that stays the caller's; undefined for one of its own, which it closes. */
  readonly openParser?: () => Promise<Parser>;
}

/** Prepares to analyse folders; loads nothing yet. `cwd` is absolute; `isShort` says that few folders are coming. */
export function folderAnalyzer(
  options: RunOptions, rules: readonly Rule[], settings: SettingsFinder, cwd: string, isShort: boolean,
  { stopwatch, files: read, openParser }: AnalyzerTools = { stopwatch: idleStopwatch, files: disk },
): FolderAnalyzer {
  const files = keptFiles(read);
  const caches: Caches = { files, go: goSettingsCache(), roots: new Map() };
  let parser: Parser | undefined;
  const choice = async ({ dir }: Folder): Promise<FolderChoice> =>
    folderChoice(dir, await settings(dir), options, rules, caches, cwd);
  // Loaded only when there is something to parse: that alone takes longer than reading a small repository.
  const open =
    openParser
    ?? (async (): Promise<Parser> => (parser ??= await (await import('./open-parser.ts')).openParser(isShort)));
  const layout = diskLayout(cwd, options, caches);
  const analyze = async (folder: Folder, asked: RunOptions, told: (size: number) => void): Promise<FolderOutcome> =>
    analyzeFolder(folder, await choice(folder), {
      cwd, files, roots: caches.roots, options: asked, parser: open, layout, told, stopwatch,
    });
  return {
    choice,
    analyze: (folder, told = () => {}) => analyze(folder, options, told),
    mend: (folder, mending) => analyze(folder, { ...options, ...mending }, () => {}),
    forget(dir) {
      files.forget(dir);
      layout.forget(dir);
    },
    isBroken: () => parser?.isBroken() ?? false,
    close: () => parser?.close(),
  };
}
