import type { FileSystem } from '../host/file-system.ts';
import { joined } from '../host/paths.ts';
import { buildConstraint, requiresTag } from '../model/build/build-constraint.ts';
import type { GoSettings, PackageText, SourceText } from '../package-text.ts';
import { readFolderFiles } from './folder-files.ts';
import { isGoFile, isTestFile } from './go-names.ts';

/** The texts of packages that are asked about, those of the last ones kept. */
export interface PackageStore {
  /** The package that other packages import from a folder; undefined where there is none, or several. */
  importable(dir: string): PackageText | undefined;
  /** Whether the files of a folder are of several packages, which Go refuses, too. */
  isBroken(dir: string): boolean;
  /** Forgets a folder, whose files have changed. */
  forget(dir: string): void;
}

/** Whether a file is left out: git ignores it, or it is a link that leads out of the checkout. */
export type IsLeftOut = (path: string, kind: 'file' | 'folder' | 'link' | 'other') => boolean;

/** What reads the files of packages. */
export interface PackageReader {
  readonly files: FileSystem;
  readonly isLeftOut: IsLeftOut;
  /** How a path is shown. */
  readonly show: (path: string) => string;
  /** Its path below the root of its project. */
  readonly inProject: (path: string) => string;
  readonly settings: (dir: string) => GoSettings;
}

/** Characters of texts that are kept: the packages that many ask about are among the last ones. */
const mostKept = 8_000_000;

/** Reads nothing yet. */
export function packageStore(reader: PackageReader): PackageStore {
  const kept = new Map<string, Kept>();
  let size = 0;
  const forget = (dir: string): void => {
    size -= kept.get(dir)?.size ?? 0;
    kept.delete(dir);
  };
  const read = (dir: string): Kept => {
    const found = kept.get(dir) ?? importablePackage(dir, reader);
    forget(dir);
    kept.set(dir, found); // the last one
    size += found.size;
    for (const oldest of kept.keys()) {
      if (size <= mostKept || oldest === dir) break;
      forget(oldest);
    }
    return found;
  };
  return { importable: (dir) => read(dir).text, isBroken: (dir) => read(dir).isBroken, forget };
}

interface Kept {
  readonly text: PackageText | undefined;
  readonly isBroken: boolean;
  readonly size: number;
}

const nothing: Kept = { text: undefined, isBroken: false, size: 0 };

/** Test files, and programs that only `-tags ignore` builds, belong to nobody's imports. */
function importablePackage(dir: string, { files, isLeftOut, show, inProject, settings }: PackageReader): Kept {
  const listing = files.list(dir);
  if (listing.kind === 'unreadable') return nothing;
  const texts: SourceText[] = [];
  const names = new Set<string>();
  const entries = listing.entries.filter(({ name, kind }) =>
    kind !== 'folder' && isGoFile(name) && !isTestFile(name) && !isLeftOut(joined(dir, name), kind));
  for (const { name: fileName, path, file } of readFolderFiles(dir, entries, files)) {
    if (file.kind !== 'go' || requiresTag(buildConstraint(fileName, file.text), 'ignore')) continue;
    names.add(file.packageName);
    texts.push({ path: show(path), inProject: inProject(path), text: file.text, report: false });
  }
  const [name, ...others] = names;
  if (name === undefined || others.length > 0) return { ...nothing, isBroken: others.length > 0 };
  return {
    text: { name, files: texts, go: settings(dir) },
    isBroken: false,
    size: texts.reduce((sum, file) => sum + file.text.length, 0),
  };
}
