/** The disk as this program sees it. All paths are absolute, with `/` between their elements; nothing is written. */
export interface FileSystem {
  /** The text of a file of at most `limit` bytes, see readText. */
  readText(path: string, limit: number): ReadText;
  /** What is in a folder, sorted by name. */
  list(dir: string): Listing;
  /** Whether there is anything at a path. */
  exists(path: string): boolean;
  /** What a path leads to, symbolic links followed. */
  kind(path: string): PathKind;
  /** The path past all symbolic links; undefined where there is no such file. */
  realPath(path: string): string | undefined;
  /** What tells, without reading it, whether a file is still the same; undefined where there is none. */
  state(path: string): FileState | undefined;
}

/** The text of a file, or why there is none. */
export type ReadText = { readonly kind: 'text'; readonly text: string } | NotRead;

/** Why a file was not read. */
export type NotRead =
  | { readonly kind: 'folder' }
  /** It holds more than was asked for; `why` says so in a few words. */
  | { readonly kind: 'too-large'; readonly why: string }
  | { readonly kind: 'unreadable'; readonly why: string };

/** The entries of a folder, or why they are not known. */
export type Listing =
  | { readonly kind: 'entries'; readonly entries: readonly Entry[] }
  | { readonly kind: 'unreadable'; readonly why: string };

/** A name in a folder and what it is, links not followed. */
export interface Entry {
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'link' | 'other';
}

/** What a path leads to. */
export type PathKind =
  | { readonly kind: 'file' | 'folder' | 'missing' }
  /** It is there, but is neither, or cannot be looked at: a FIFO, a broken symbolic link. */
  | { readonly kind: 'unreadable'; readonly why: string };

/** The state of a file. */
export interface FileState {
  /**
   * Equal as long as the file is the same: size, inode and times. The time of change cannot be set back by any program.
   */
  readonly text: string;
  /** When it was changed, in milliseconds since 1970. */
  readonly changed: number;
}
