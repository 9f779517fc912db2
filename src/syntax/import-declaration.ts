import type { Cursor, Span } from './cursor.ts';
import { skipBlanks, skipStatement } from './cursor.ts';
import { stringEnd } from './token-end.ts';
import { wordAt } from './word.ts';

/** One import. */
export interface Import extends Span {
  /** The alias, `.` or `_`; undefined where the package's own name counts. */
  readonly name: string | undefined;
  /** Without quotes, and as the package is known elsewhere: without the place of a copy. */
  readonly path: string;
}

/** Reads what follows the word `import`, a spec or a group, and moves behind it; `damage` hears of each place that is no spec. */
export function readImports(cursor: Cursor, damage: () => void): readonly Import[] {
  skipBlanks(cursor);
  if (cursor.text[cursor.at] === '(') {
    cursor.at++;
    return readGroup(cursor, damage);
  }
  const spec = readSpec(cursor);
  if (spec !== undefined) return [spec];
  damage();
  return [];
}

function readGroup(cursor: Cursor, damage: () => void): readonly Import[] {
  const imports: Import[] = [];
  for (;;) {
    skipBlanks(cursor);
    const char = cursor.text[cursor.at];
    if (char === ')') {
      cursor.at++;
      return imports;
    }
    if (char === undefined || beginsDeclaration(cursor)) {
      damage();
      return imports;
    }
    const spec = char === ';' ? undefined : readSpec(cursor);
    if (spec !== undefined) imports.push(spec);
    else skipRest(cursor, damage);
  }
}

/** A group that was never closed ends before the first declaration. */
function beginsDeclaration(cursor: Cursor): boolean {
  return ['func', 'var', 'const', 'type', 'import'].includes(wordAt(cursor.text, cursor.at));
}

function skipRest(cursor: Cursor, damage: () => void): void {
  if (cursor.text[cursor.at] === ';') {
    cursor.at++;
    return;
  }
  damage();
  const before = cursor.at;
  skipStatement(cursor, true);
  if (cursor.at === before) cursor.at++;
}

/** Moves over one spec; where there is none, stays in front of what is no part of it. */
function readSpec(cursor: Cursor): Import | undefined {
  const { text, at: pos } = cursor;
  if (beginsDeclaration(cursor)) return undefined;
  const name = text[pos] === '.' ? '.' : wordAt(text, pos);
  cursor.at += name.length;
  skipBlanks(cursor);
  const quote = text[cursor.at];
  if (quote !== '"' && quote !== '`') return undefined;
  const start = cursor.at;
  cursor.at = stringEnd(text, start);
  return { name: name === '' ? undefined : name, path: withoutWorkspace(text.slice(start + 1, cursor.at - 1)), pos, end: cursor.at };
}

/** Where `godep save -r` put the copies that it rewrote imports to, before there were vendor folders. */
const workspace = '/Godeps/_workspace/src/';

function withoutWorkspace(path: string): string {
  const at = path.lastIndexOf(workspace);
  return at === -1 ? path : path.slice(at + workspace.length);
}
