import type { Entry, FileSystem } from '../host/file-system.ts';
import { codeUnitOrder } from '../host/code-unit-order.ts';
import { baseName, inside } from '../host/paths.ts';
import { buildConstraint, requiresTag } from '../model/build/build-constraint.ts';
import type { GoSettings, PackageText, SourceText } from '../package-text.ts';
import { isGenerated } from '../syntax/outline/generated.ts';
import { withDebugDirectives } from './debug-directives.ts';
import type { Complaint, Folder } from './discovery.ts';
import { displayPath } from './path/display-path.ts';
import { isGoFile, isTestFile } from '../workspace/go-names.ts';
import type { RootCache } from './path/project-root.ts';
import { projectRoot } from './path/project-root.ts';
import { visible } from '../visible.ts';
import { readFolderFiles } from '../workspace/folder-files.ts';

/** What a folder holds. */
export interface FolderContents {
  /** The packages in which findings are wanted, in the order of their first files. */
  readonly packages: readonly PackageText[];
  /** One complaint for each file that is left out, and why. */
  readonly complaints: readonly Complaint[];
  /** How many files are not reported on because the configuration leaves them out. */
  readonly excluded: number;
  /** The test files that were named although nothing is reported in them. */
  readonly tests: readonly string[];
}

/** What the configuration says about files, given as absolute paths. */
export interface FileChoice {
  /** Whether test files are reported on. */
  readonly tests: boolean;
  readonly isExcluded: (path: string) => boolean;
}

const everyFile: FileChoice = { tests: false, isExcluded: () => false };

/**
 * Reads the Go files of a folder and groups them by package clause. Test files are left out unless they are chosen; a
 * file that only `-tags ignore` would build is a program of its own. Paths are shown relative to `cwd`.
 */
export function readFolder(
  folder: Folder,
  go: GoSettings,
  cwd: string,
  files: FileSystem,
  choice: FileChoice = everyFile,
  roots: RootCache = new Map(),
): FolderContents {
  const { entries, meant, complaints, tests } = listGoFiles(folder, cwd, choice, files);
  const inFolder = meant.map((name) => inside(folder.dir, name));
  const wanted = new Set(inFolder.filter((path) => !choice.isExcluded(path)));
  const excluded = inFolder.length - wanted.size;
  if (wanted.size === 0) return { packages: [], complaints, excluded, tests };
  const root = projectRoot(folder.dir, roots, files);
  const groups = new Map<string, Group>();
  for (const { name, path, file } of readFolderFiles(folder.dir, entries, files)) {
    const shown = displayPath(path, cwd);
    const inProject = root === undefined ? shown : displayPath(path, root);
    if (file.kind === 'left-out') {
      const severity = !file.unreadable
        ? 'warning'
        : folder.named !== 'all' && folder.named.includes(path)
          ? 'error'
          : 'unread';
      complaints.push({ severity, message: `${visible(shown)}: ${file.why}; it is left out` });
    }
    if (file.kind !== 'go') continue;
    const report = wanted.has(path) && !isGenerated(file.text);
    addTo(groups, file.packageName, name, { path: shown, inProject, text: file.text, report });
  }
  return { packages: reportedPackages(groups, go), complaints, excluded, tests };
}

/** The files of one package, while they are being collected. */
interface Group {
  readonly name: string;
  readonly files: SourceText[];
}

/** No identifier contains a slash, so a program of its own cannot meet a package name in the keys. */
function addTo(groups: Map<string, Group>, packageName: string, fileName: string, file: SourceText): void {
  const isProgram = requiresTag(buildConstraint(fileName, file.text), 'ignore');
  const key = isProgram ? `/${fileName}` : packageName;
  const group = groups.get(key) ?? { name: packageName, files: [] };
  group.files.push(file);
  groups.set(key, group);
}

function reportedPackages(groups: ReadonlyMap<string, Group>, go: GoSettings): readonly PackageText[] {
  return [...groups.values()]
    .flatMap(withTestVariant)
    .filter(({ files }) => files.some(({ report }) => report))
    .map(({ name, files }) => ({ name, files, go: settingsOf(name, files, go) }));
}

/**
 * Test files see the package, but it does not see them: what is said about it is the same with and without its tests.
 */
function withTestVariant(group: Group): readonly Group[] {
  const tested = group.files.filter(({ path }) => isTestFile(path));
  if (tested.length === 0 || tested.length === group.files.length) return [group];
  const all = group.files.map((file) => ({ ...file, report: file.report && isTestFile(file.path) }));
  return [{ ...group, files: group.files.filter((file) => !tested.includes(file)) }, { ...group, files: all }];
}

function settingsOf(packageName: string, files: readonly SourceText[], go: GoSettings): GoSettings {
  return packageName === 'main' ? withDebugDirectives(go, files.map(({ text }) => text)) : go;
}

/** The files to be read, sorted by name, and what is to be said about the others. */
interface GoFiles {
  readonly entries: readonly Entry[];
  /** The names of those in which findings are reported. */
  readonly meant: readonly string[];
  readonly complaints: Complaint[];
  readonly tests: readonly string[];
}

/**
 * What is named explicitly counts even if its own name would leave it out; but in tests nothing is reported unless they
 * are chosen.
 */
function listGoFiles({ dir, named }: Folder, cwd: string, { tests }: FileChoice, files: FileSystem): GoFiles {
  const listing = files.list(dir);
  const entries = listing.kind === 'entries' ? listing.entries : [];
  const whole = entries.filter((entry) => isGoFile(entry.name) && entry.kind !== 'folder').map(({ name }) => name);
  const explicit = named === 'all' ? [] : asListed(named.map((path) => baseName(path)), entries);
  const names = [...new Set([...whole, ...explicit])].filter((name) => tests || !isTestFile(name)).sort(codeUnitOrder);
  const kinds = new Map(entries.map(({ name, kind }) => [name, kind]));
  const show = (path: string): string => visible(displayPath(path, cwd));
  return {
    entries: names.map((name) => ({ name, kind: kinds.get(name) ?? 'other' })),
    meant: named === 'all' ? names : explicit,
    complaints:
      listing.kind === 'unreadable'
        ? [
            {
              severity: named === 'all' ? 'unread' : 'error',
              message: `${show(dir)}: the folder cannot be listed (${listing.why})`,
            },
          ]
        : [],
    tests: explicit.filter((name) => !tests && isTestFile(name)).map((name) => show(inside(dir, name))),
  };
}

/** On a file system that does not tell `A.go` from `a.go`, files may be named otherwise than the folder lists them. */
function asListed(names: readonly string[], entries: readonly Entry[]): readonly string[] {
  const listed = new Set(entries.map(({ name }) => name));
  if (names.every((name) => listed.has(name))) return names;
  const caseless = new Map(entries.map(({ name }) => [withoutCase(name), name]));
  return names.map((name) => (listed.has(name) ? name : caseless.get(withoutCase(name)) ?? name));
}

function withoutCase(name: string): string {
  return name.normalize('NFC').toLowerCase();
}
