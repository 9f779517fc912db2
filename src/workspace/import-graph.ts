import type { FileSystem } from '../host/file-system.ts';
import { byteLimits } from '../host/limits.ts';
import { joined } from '../host/paths.ts';
import { isGoFile, isSkippedFolder, isTestFile } from './go-names.ts';
import type { IsLeftOut } from './package-store.ts';

/** What the files of all packages below some folders hold, tests and vendored packages left out. */
export interface ImportGraph {
  /** The folders with a file that imports a path; undefined where there are too many to know. */
  importing(path: string): readonly string[] | undefined;
  /** The folders with a file that holds a word, comments and strings included; undefined where there are too many to know. */
  holding(word: string): readonly string[] | undefined;
  /** The same where the word stands behind a dot. */
  selecting(name: string): readonly string[] | undefined;
}

/** Beyond so many folders, files and characters a workspace is not looked through. */
const mostFolders = 20_000;
const mostFiles = 60_000;
const mostCharacters = 400_000_000;

/** So many characters are kept in memory; the others are read again for each word. */
const mostKept = 24_000_000;

/** Reads all files below some folders when first asked. */
export function importGraph(roots: readonly string[], files: FileSystem, isLeftOut: IsLeftOut): ImportGraph {
  let known: readonly FolderFacts[] | 'too large' | undefined;
  let byPath: ReadonlyMap<string, readonly string[]> | undefined;
  const folders = (): readonly FolderFacts[] | 'too large' => (known ??= read(roots, files, isLeftOut) ?? 'too large');
  const withText = (test: (text: string) => boolean): readonly string[] | undefined => {
    const all = folders();
    return all === 'too large' ? undefined : all.filter(({ texts }) => texts.some((text) => test(textOf(text, files)))).map(({ dir }) => dir);
  };
  return {
    importing(path) {
      const all = folders();
      if (all === 'too large') return undefined;
      byPath ??= foldersByImport(all);
      return byPath.get(path) ?? [];
    },
    holding(word) {
      return withText((text) => hasWord(text, word, () => true));
    },
    selecting(name) {
      return withText((text) => hasWord(text, name, (at) => isBehindDot(text, at)));
    },
  };
}

/** One folder with Go files. */
interface FolderFacts {
  readonly dir: string;
  readonly imports: ReadonlySet<string>;
  readonly texts: readonly Text[];
}

/** A text, or the path of a file that is read again when asked. */
type Text = { readonly text: string } | { readonly path: string };

function textOf(text: Text, files: FileSystem): string {
  if ('text' in text) return text.text;
  const file = files.readText(text.path, byteLimits.go);
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
  return text.charAt(at) === '.' || text.charAt(at) === '/' || (text.slice(at + 1, word).includes('\n') && text.slice(lineStart, at + 1).includes('//'));
}

/** Letters beyond ASCII are not told apart from other characters: a word too much is looked at in vain. */
function isWordAt(text: string, at: number): boolean {
  return /^\w$/.test(text.charAt(at));
}

function read(roots: readonly string[], files: FileSystem, isLeftOut: IsLeftOut): readonly FolderFacts[] | undefined {
  const facts: FolderFacts[] = [];
  const pending = [...new Set(roots)];
  const seen = new Set(pending);
  let count = 0;
  let characters = 0;
  for (const dir of pending) {
    const listing = files.list(dir);
    if (listing.kind === 'unreadable') continue;
    const imports = new Set<string>();
    const texts: Text[] = [];
    for (const { name, kind } of listing.entries) {
      const path = joined(dir, name);
      if (kind === 'folder') {
        if (isSkippedFolder(name) || name === 'vendor' || seen.has(path) || isLeftOut(path, kind)) continue;
        seen.add(path);
        pending.push(path);
      } else if (isGoFile(name) && !isTestFile(name) && !isLeftOut(path, kind)) {
        const file = files.readText(path, byteLimits.go);
        if (file.kind !== 'text') continue;
        count++;
        characters += file.text.length;
        texts.push(characters > mostKept ? { path } : { text: file.text });
        for (const each of importsOf(file.text)) imports.add(each);
      }
      if (pending.length > mostFolders || count > mostFiles || characters > mostCharacters) return undefined;
    }
    if (texts.length > 0) facts.push({ dir, imports, texts });
  }
  return facts;
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
 * What stands in quotes in front of the first declaration that is no import: the paths of the imports, and a little more. A
 * comment may hold what looks like a declaration.
 */
function importsOf(text: string): readonly string[] {
  const end = text.search(/^(?:func|var|type|const)\b/m);
  const first = end === -1 ? text : text.slice(0, end);
  const head = first.includes('/*') ? text : first;
  return (head.match(/"[^"\n]+"|`[^`\n]+`/g) ?? []).map((quoted) => quoted.slice(1, -1));
}
