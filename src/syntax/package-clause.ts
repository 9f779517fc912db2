import type { Cursor } from './cursor.ts';
import { skipBlanks } from './cursor.ts';
import { wordAt } from './word.ts';

/** Moves past the package clause that should begin here and returns the package's name; undefined where there is none. */
export function readPackageClause(cursor: Cursor): string | undefined {
  if (wordAt(cursor.text, cursor.at) !== 'package') return undefined;
  cursor.at += 'package'.length;
  skipBlanks(cursor);
  const name = wordAt(cursor.text, cursor.at);
  cursor.at += name.length;
  return name === '' ? undefined : name;
}

/** The name in a file's package clause, read without looking any further; undefined where there is none. */
export function packageName(text: string): string | undefined {
  const cursor: Cursor = { text, at: text.startsWith('\ufeff') ? 1 : 0, comments: [] };
  skipBlanks(cursor);
  return readPackageClause(cursor);
}
