import type { SettingsFinder } from '../../../config/settings-finder.ts';
import { settingsFinder } from '../../../config/settings-finder.ts';
import type { Finding } from '../../../findings/finding.ts';
import { orderFindings } from '../../../findings/order.ts';
import type { MendedFile } from '../../../fix/mend-package.ts';
import type { FolderOutcome } from '../../../folder/analyze-folder.ts';
import type { FolderAnalyzer } from '../../../folder/folder-analyzer.ts';
import { folderAnalyzer } from '../../../folder/folder-analyzer.ts';
import type { NotesMode } from '../../../folder/folder-choice.ts';
import type { FileSystem } from '../../../host/file-system.ts';
import { joined, parentOf } from '../../../host/paths.ts';
import type { Rule } from '../../../engines/kinds.ts';
import { idleStopwatch } from '../../../stopwatch.ts';
import type { Parser } from '../../../syntax/parse/parser.ts';
import type { FolderMemo } from '../../../workspace/kept/folder-memo.ts';
import { folderMemo } from '../../../workspace/kept/folder-memo.ts';
import type { EditorSettings } from '../client/settings.ts';
import { optionsOf } from '../client/settings.ts';

/** What is found in one folder. */
export interface Found {
  /** In order. */
  readonly findings: readonly Finding[];
  readonly notes: NotesMode;
  /** The rules in force, those of the user among them. */
  readonly rules: readonly Rule[];
  /** What broke down, a sentence each. */
  readonly failures: readonly string[];
}

/**
 * One checkout as an editor sees it: what is found in its folders, as long as it holds. Throws a ConfigError where the
 * configuration makes no sense.
 */
export interface Project {
  /** Absolute; the paths of findings are relative to it. */
  readonly root: string;
  findings(dir: string): Promise<Found>;
  /** The same, with those fixes only that are proven. */
  proven(dir: string): Promise<Found>;
  /** What a file becomes when all is mended that can be for certain; undefined where that is nothing. */
  mended(path: string): Promise<MendedFile | undefined>;
  /** The absolute path that a finding names. */
  path(shown: string): string;
  /** The Go files of a folder have changed. */
  changed(dir: string): void;
  /** All may have changed: files and folders have come or gone, or what go.mod or the configuration say. */
  renew(): void;
  /** Nobody looks at a folder any more. */
  leave(dir: string): void;
}

/** What a project is opened with. */
export interface ProjectTools {
  readonly files: FileSystem;
  readonly rules: readonly Rule[];
  readonly openParser: () => Promise<Parser>;
  /** What the user has set in the editor. */
  readonly settings: () => Promise<EditorSettings>;
}

/** Reads nothing yet. */
export function project(root: string, tools: ProjectTools): Project {
  let now: Promise<Opened> | undefined;
  const opened = (): Promise<Opened> => (now ??= open(root, tools));
  const find = (look: (analyzer: FolderAnalyzer, dir: string) => Promise<FolderOutcome>): FolderMemo<Found> =>
    folderMemo(async (dir) => {
      const { analyzer } = await opened();
      const outcome = await look(analyzer, dir);
      const { notes, rules } = await analyzer.choice({ dir, named: 'all' });
      return { result: found(outcome, notes, rules.rules), asked: outcome.asked };
    });
  const plain = find((analyzer, dir) => analyzer.analyze({ dir, named: 'all' }));
  const proven = find((analyzer, dir) => analyzer.mend({ dir, named: 'all' }, { fix: 'off', carriesFixes: true }));
  return {
    root,
    findings: plain.get,
    proven: proven.get,
    async mended(path) {
      const { analyzer } = await opened();
      const { mended } = await analyzer.mend(
        { dir: parentOf(path), named: 'all' },
        { fix: 'diff', carriesFixes: false },
      );
      return mended.find((each) => joined(root, each.path) === path);
    },
    path: (shown) => (shown.startsWith('/') || /^[a-z]:\//i.test(shown) ? shown : joined(root, shown)),
    changed(dir) {
      void now?.then(({ analyzer }) => analyzer.forget(dir), () => {});
      plain.changed(dir);
      proven.changed(dir);
    },
    renew() {
      now = undefined;
      plain.clear();
      proven.clear();
    },
    leave(dir) {
      plain.drop(dir);
      proven.drop(dir);
    },
  };
}

interface Opened {
  readonly analyzer: FolderAnalyzer;
}

async function open(root: string, { files, rules, openParser, settings }: ProjectTools): Promise<Opened> {
  const options = optionsOf(await settings());
  const finder: SettingsFinder = settingsFinder(rules.map(({ id }) => id), root, options.config);
  return {
    analyzer: folderAnalyzer(options, rules, finder, root, false, { stopwatch: idleStopwatch, files, openParser }),
  };
}

function found({ analyses }: FolderOutcome, notes: NotesMode, rules: readonly Rule[]): Found {
  const all = orderFindings(analyses.flatMap(({ findings }) => findings));
  return {
    findings: notes === 'none' ? all.filter(({ level }) => level !== 'note') : all,
    notes,
    rules,
    failures: analyses.flatMap(({ failures }) =>
      failures.map(({ rule, path, reason }) => `${rule ?? 'The analysis'} broke down over ${path}: ${reason}.`),
    ),
  };
}
