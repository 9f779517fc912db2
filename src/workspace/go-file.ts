import type { FileSystem } from '../host/file-system.ts';
import { byteLimits } from '../host/limits.ts';
import { packageName } from '../syntax/outline/file-head.ts';

/** One Go file, or why it is left out, in a few words. A link to a folder is no file, whatever its name. */
export type GoFile =
  | { readonly kind: 'go'; readonly packageName: string; readonly text: string }
  /** `unreadable` where the disk does not give it, not where it is no Go. */
  | { readonly kind: 'left-out'; readonly why: string; readonly unreadable: boolean }
  | { readonly kind: 'folder' };

/** Reads a file that has the name of a Go file. */
export function readGoFile(path: string, files: FileSystem): GoFile {
  const read = files.readText(path, byteLimits.go);
  if (read.kind === 'folder') return read;
  return read.kind === 'text'
    ? classified(read.text)
    : { kind: 'left-out', why: `cannot be read (${read.why})`, unreadable: true };
}

/** How much is searched for NUL, which no Go file holds; UTF-16 has many. */
const binaryProbe = 8192;

function classified(text: string): GoFile {
  if (text.slice(0, binaryProbe).includes('\0')) return { kind: 'left-out', why: 'a binary file', unreadable: false };
  if (text.trim() === '') return { kind: 'left-out', why: 'an empty file', unreadable: false };
  const name = packageName(text);
  return name === undefined
    ? { kind: 'left-out', why: 'no package clause', unreadable: false }
    : { kind: 'go', packageName: name, text };
}
