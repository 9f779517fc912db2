import type { PackageText } from '../../src/package-text.ts';

/** Says the same program in another way. */
export interface Rewriting {
  /** What is done, as the data name it. */
  readonly name: string;
  /** The package as it then is; undefined where nothing of it can be said that way. Valid Go stays valid. */
  readonly rewrite: (text: PackageText) => PackageText | undefined;
}

/** One replacement in a text; offsets in UTF-16 code units. */
export interface Change {
  readonly pos: number;
  /** Exclusive; `pos` where something is only put in. */
  readonly end: number;
  readonly text: string;
}

/** A text with changes that do not overlap. Of those at one place the first comes first. */
export function changed(text: string, changes: readonly Change[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const change of changes.toSorted((a, b) => a.pos - b.pos || a.end - b.end)) {
    parts.push(text.slice(at, change.pos), change.text);
    at = change.end;
  }
  return [...parts, text.slice(at)].join('');
}

/** The package with each of its files changed; undefined where all stay as they are. */
export function eachFile(text: PackageText, change: (source: string) => string): PackageText | undefined {
  const files = text.files.map((file) => ({ ...file, text: change(file.text) }));
  return files.some((file, i) => file.text !== text.files[i]?.text) ? { ...text, files } : undefined;
}

/**
 * Whether comments say something about the lines where they stand, to golint-leaks or to Go: then lines cannot be
 * moved.
 */
export function speaksOfLines(text: PackageText): boolean {
  return text.files.some((file) => /\/\/(?:nolint|lint:|go:(?!build))|import "C"/.test(file.text));
}
