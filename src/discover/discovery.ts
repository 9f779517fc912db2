import { slashed } from '../host/paths.ts';

/** A folder that holds Go files to be analysed. */
export interface Folder {
  /** Absolute. */
  readonly dir: string;
  /**
   * Whose findings are wanted: of `all` its files, or only of these (absolute paths, sorted). The others still inform
   * the package index.
   */
  readonly named: 'all' | readonly string[];
}

/**
 * What is wrong with a pattern, or with what it leads to, in one sentence. An `error` means exit code 2, as for what is
 * named and cannot be read. The others change no exit code: what is met on the way and is `unread` is said even where
 * only errors are.
 */
export interface Complaint {
  readonly severity: 'error' | 'unread' | 'warning';
  readonly message: string;
}

/** All that the patterns lead to. */
export interface Discovery {
  /** Sorted by path, in the order of code units; each folder once. */
  readonly folders: readonly Folder[];
  readonly complaints: readonly Complaint[];
}

/** One thing on the way to a Discovery. */
export type Found =
  | { readonly kind: 'folder'; readonly folder: Folder }
  | { readonly kind: 'complaint'; readonly complaint: Complaint };

/** The folder `dir`, as one thing found. */
export function foundFolder(dir: string, named: Folder['named']): Found {
  return { kind: 'folder', folder: { dir: slashed(dir), named: named === 'all' ? named : named.map(slashed) } };
}

/** The complaint, as one thing found. */
export function foundComplaint(severity: Complaint['severity'], message: string): Found {
  return { kind: 'complaint', complaint: { severity, message } };
}
