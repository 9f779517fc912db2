import type { Span } from '../span.ts';
import type { Reader } from '../token/token-reader.ts';
import { skipStatement } from '../token/token-reader.ts';
import * as T from '../token/token-kind.ts';

/** One import. */
export interface Import extends Span {
  /** The alias, `.` or `_`; undefined where the package's own name counts. */
  readonly name: string | undefined;
  /** Without quotes, and as the package is known elsewhere: without the place of a copy. */
  readonly path: string;
}

/**
 * Reads what follows the word `import`, a spec or a group, and moves behind it; `damage` hears of each place that is no
 * spec.
 */
export function readImports(reader: Reader, damage: () => void): readonly Import[] {
  if (reader.tokens.kinds[reader.at] === T.LPAREN) {
    reader.at++;
    return readGroup(reader, damage);
  }
  const spec = readSpec(reader);
  if (spec !== undefined) return [spec];
  damage();
  return [];
}

function readGroup(reader: Reader, damage: () => void): readonly Import[] {
  const imports: Import[] = [];
  for (;;) {
    const kind = reader.tokens.kinds[reader.at];
    if (kind === T.RPAREN) {
      reader.at++;
      return imports;
    }
    if (kind === undefined || beginsDeclaration(kind)) {
      damage();
      return imports;
    }
    const spec = readSpec(reader);
    if (spec !== undefined) imports.push(spec);
    else skipRest(reader, damage);
  }
}

/** A group that was never closed ends before the first declaration. */
function beginsDeclaration(kind: number): boolean {
  return kind === T.FUNC || kind === T.VAR || kind === T.CONST || kind === T.TYPE || kind === T.IMPORT;
}

function skipRest(reader: Reader, damage: () => void): void {
  if (T.isSemicolon(reader.tokens.kinds[reader.at] ?? T.ILLEGAL)) {
    reader.at++;
    return;
  }
  damage();
  const before = reader.at;
  skipStatement(reader, 'one line');
  if (reader.at === before) reader.at++;
}

/** Moves over one spec; where there is none, stays in front of what is no part of it. */
function readSpec(reader: Reader): Import | undefined {
  const { text, tokens: { kinds, starts, ends }, at } = reader;
  const isNamed = kinds[at] === T.IDENT || kinds[at] === T.PERIOD;
  const quoted = isNamed ? at + 1 : at;
  if (kinds[quoted] !== T.STRING) {
    if (isNamed) reader.at++;
    return undefined;
  }
  reader.at = quoted + 1;
  const path = withoutWorkspace(text.slice((starts[quoted] ?? 0) + 1, (ends[quoted] ?? 0) - 1));
  return {
    name: isNamed ? text.slice(starts[at], ends[at]) : undefined,
    path,
    pos: starts[at] ?? 0,
    end: ends[quoted] ?? 0,
  };
}

/** Where `godep save -r` put the copies that it rewrote imports to, before there were vendor folders. */
const workspace = '/Godeps/_workspace/src/';

function withoutWorkspace(path: string): string {
  const at = path.lastIndexOf(workspace);
  return at === -1 ? path : path.slice(at + workspace.length);
}
