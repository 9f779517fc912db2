import type { Entry, FileSystem } from '../host/file-system.ts';
import { byteLimits } from '../host/limits.ts';
import { joined } from '../host/paths.ts';
import { isWord } from '../syntax/token/letter.ts';
import { isGoFile, isSkippedFolder, isTestFile } from './go-names.ts';
import type { IsLeftOut } from './package-store.ts';

/** What the files of all packages below some folders hold, tests and vendored packages left out. */
export interface ImportGraph {
  /** The folders with a file that imports a path; undefined where there are too many to know. */
  importing(path: string): readonly string[] | undefined;
  /**
   * The folders with a file that holds a word, comments and strings included; undefined where there are too many to
   * know.
   */
  holding(word: string): readonly string[] | undefined;
  /** The same where the word stands behind a dot. */
  selecting(name: string): readonly string[] | undefined;
  /** Forgets a folder whose files have changed. */
  forget(dir: string): void;
}

/** Beyond so many folders a workspace is not looked through. */
export const mostFolders = 20_000;
/** The same of files. */
export const mostFiles = 60_000;
/** The same of their characters. */
export const mostCharacters = 400_000_000;

/** Reads all files below some folders when first asked. */
export function importGraph(roots: readonly string[], files: FileSystem, isLeftOut: IsLeftOut): ImportGraph {
  let known: FolderFacts[] | 'too large' | undefined;
  let byPath: ReadonlyMap<string, readonly string[]> | undefined;
  const answers = new Map<string, Uint8Array>();
  const folders = (): readonly FolderFacts[] | 'too large' => (known ??= read(roots, files, isLeftOut) ?? 'too large');

  const answersTo = (question: string, count: number): Uint8Array => {
    const found = answers.get(question) ?? new Uint8Array(count);
    if (answers.size >= mostQuestions) answers.clear();
    answers.set(question, found);
    return found;
  };
  const withText = (question: string, test: (text: string) => boolean): readonly string[] | undefined => {
    const all = folders();
    if (all === 'too large') return undefined;
    const found = answersTo(question, all.length);
    const isIn = ({ paths }: FolderFacts, index: number): boolean => {
      found[index] ||= paths.some((path) => test(textAt(path, files))) ? YES : NO;
      return found[index] === YES;
    };
    return all.filter(isIn).map(({ dir }) => dir);
  };
  return {
    importing(path) {
      const all = folders();
      if (all === 'too large') return undefined;
      byPath ??= foldersByImport(all);
      return byPath.get(path) ?? [];
    },
    holding(word) {
      return withText(word, (text) => hasWord(text, word, () => true));
    },
    selecting(name) {
      return withText(`.${name}`, (text) => hasWord(text, name, (at) => isBehindDot(text, at)));
    },
    forget(dir) {
      if (known === undefined || known === 'too large') return;
      const index = known.findIndex((each) => each.dir === dir);
      const before = known[index];
      const now = before && factsOf(dir, goFilesIn(dir, files, isLeftOut), files, { files: 0, characters: 0 });
      byPath = undefined;
      // Folders that have come or gone change the order of all.
      if (now && now.paths.length > 0) known[index] = now;
      else known = undefined;
      if (known === undefined) answers.clear();
      else for (const each of answers.values()) each[index] = UNKNOWN;
    },
  };
}

/** Whether a folder holds a word: the answers to a question, by the number of the folder. */
const UNKNOWN = 0;
const NO = 1;
const YES = 2;

/** So many questions are remembered: each takes a byte for each folder. */
const mostQuestions = 4000;

/** One folder with Go files. */
interface FolderFacts {
  readonly dir: string;
  readonly imports: ReadonlySet<string>;
  /** Of its files: they are read again for each word. */
  readonly paths: readonly string[];
}

function textAt(path: string, files: FileSystem): string {
  const file = files.readText(path, byteLimits.go);
  return file.kind === 'text' ? file.text : '';
}

/** Whether a word stands somewhere, not as a part of a longer one, at an offset that passes a test. */
function hasWord(text: string, word: string, test: (at: number) => boolean): boolean {
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + word.length)) {
    if (!isWordAt(text, at - 1) && !isWordAt(text, at + word.length) && test(at)) return true;
  }
  return false;
}

/** Whether a dot stands in front of a word, on whatever line; a comment between may hide it, and counts as one. */
function isBehindDot(text: string, word: number): boolean {
  let at = word - 1;
  while (' \t\r\n'.includes(text.charAt(at)) && at >= 0) at--;
  const lineStart = text.lastIndexOf('\n', at) + 1;
  return (
    text.charAt(at) === '.'
    || text.charAt(at) === '/'
    || (text.slice(at + 1, word).includes('\n') && text.slice(lineStart, at + 1).includes('//'))
  );
}

/** Letters beyond ASCII are not told apart from other characters: a word too much is looked at in vain. */
function isWordAt(text: string, at: number): boolean {
  return isWord[text.charCodeAt(at)] === 1; // before the beginning and behind the end stands none
}

function read(roots: readonly string[], files: FileSystem, isLeftOut: IsLeftOut): FolderFacts[] | undefined {
  const facts: FolderFacts[] = [];
  const pending = [...new Set(roots)];
  const seen = new Set(pending);
  const meter = { files: 0, characters: 0 };
  for (const dir of pending) {
    const listing = files.list(dir);
    if (listing.kind === 'unreadable') continue;
    for (const { name, kind } of listing.entries) {
      const path = joined(dir, name);
      if (kind !== 'folder' || isSkippedFolder(name) || name === 'vendor' || seen.has(path) || isLeftOut(path, kind))
        continue;
      seen.add(path);
      pending.push(path);
    }
    const found = factsOf(dir, goFilesAmong(listing.entries, dir, isLeftOut), files, meter);
    if (pending.length > mostFolders || isOver(meter)) return undefined;
    if (found.paths.length > 0) facts.push(found);
  }
  return facts;
}

/** What was read. */
interface Meter {
  files: number;
  characters: number;
}

function isOver({ files, characters }: Meter): boolean {
  return files > mostFiles || characters > mostCharacters;
}

/** Reads files (absolute paths) of a folder, as long as that is not too much. */
function factsOf(dir: string, goFiles: readonly string[], files: FileSystem, meter: Meter): FolderFacts {
  const imports = new Set<string>();
  const paths: string[] = [];
  for (const path of goFiles) {
    const file = files.readText(path, byteLimits.go);
    if (file.kind !== 'text') continue;
    meter.files++;
    meter.characters += file.text.length;
    if (isOver(meter)) break;
    paths.push(path);
    for (const each of importsOf(file.text)) imports.add(each);
  }
  return { dir, imports, paths };
}

function goFilesIn(dir: string, files: FileSystem, isLeftOut: IsLeftOut): readonly string[] {
  const listing = files.list(dir);
  return listing.kind === 'entries' ? goFilesAmong(listing.entries, dir, isLeftOut) : [];
}

function goFilesAmong(entries: readonly Entry[], dir: string, isLeftOut: IsLeftOut): readonly string[] {
  return entries.flatMap(({ name, kind }) => {
    const path = joined(dir, name);
    return kind !== 'folder' && isGoFile(name) && !isTestFile(name) && !isLeftOut(path, kind) ? [path] : [];
  });
}

function foldersByImport(facts: readonly FolderFacts[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const { dir, imports } of facts) {
    for (const each of imports) {
      const folders = found.get(each);
      if (folders) folders.push(dir);
      else found.set(each, [dir]);
    }
  }
  return found;
}

/**
 * What stands in quotes in front of the first declaration that is no import: the paths of the imports, and a little
 * more. A comment may hold what looks like a declaration.
 */
function importsOf(text: string): readonly string[] {
  const end = text.search(/^(?:func|var|type|const)\b/m);
  const first = end === -1 ? text : text.slice(0, end);
  const head = first.includes('/*') ? text : first;
  return (head.match(/"[^"\n]+"|`[^`\n]+`/g) ?? []).map((quoted) => quoted.slice(1, -1));
}
