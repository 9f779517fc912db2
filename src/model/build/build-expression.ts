/** A formula over build tags; an empty `and` always holds. Serialisable. */
export type BuildExpression =
  | { readonly kind: 'tag'; readonly tag: string }
  | { readonly kind: 'not'; readonly of: BuildExpression }
  | { readonly kind: 'and' | 'or'; readonly of: readonly BuildExpression[] };

/** The formula that is one tag, under the name that go/build gives it. */
export function buildTag(name: string): BuildExpression {
  return { kind: 'tag', tag: name === 'boringcrypto' ? 'goexperiment.boringcrypto' : name };
}

/**
 * The formula of a line `// +build a,b !c`, where a space is "or" and a comma "and"; undefined for other comments.
 * Several lines must all hold.
 */
export function parsePlusBuild(line: string): BuildExpression | undefined {
  const found = /^\/\/\s*\+build(?:\s+(.*))?$/.exec(line);
  if (found === null) return undefined;
  const clauses = (found[1] ?? '').split(/\s+/).map((clause) => clause.split(',').map(plusBuildTerm));
  return { kind: 'or', of: clauses.map((of): BuildExpression => ({ kind: 'and', of })) };
}

/** Go reads a term that is no tag, and a line without any, as `ignore`. */
function plusBuildTerm(term: string): BuildExpression {
  const [, not, tag] = /^(!?)([\w\u{80}-\u{10ffff}.]+)$/u.exec(term) ?? [];
  if (tag === undefined) return buildTag('ignore');
  return not === '!' ? { kind: 'not', of: buildTag(tag) } : buildTag(tag);
}

/** The tokens of a `//go:build` expression and the next one to be read. */
interface Cursor {
  readonly tokens: readonly string[];
  at: number;
}

/** Go's own limit for the size of an expression; it also bounds the depth of the recursion. */
const maxTokens = 1000;

/** The formula of a line `//go:build (a && b) || !c`; undefined for other comments and where Go refuses it. */
export function parseGoBuild(line: string): BuildExpression | undefined {
  const [, text] = /^\/\/go:build(?:\s+(.*))?$/.exec(line) ?? [];
  const tokens = text?.match(/&&|\|\||[\w\u{80}-\u{10ffff}.]+|\S/gu) ?? [];
  if (tokens.length > maxTokens) return undefined;
  const cursor: Cursor = { tokens, at: 0 };
  const parsed = parseOr(cursor);
  return cursor.at === tokens.length ? parsed : undefined;
}

function parseOr(cursor: Cursor): BuildExpression | undefined {
  return parseChain(cursor, '||', 'or', parseAnd);
}

function parseAnd(cursor: Cursor): BuildExpression | undefined {
  return parseChain(cursor, '&&', 'and', parseNot);
}

function parseChain(
  cursor: Cursor,
  operator: string,
  kind: 'and' | 'or',
  operand: (cursor: Cursor) => BuildExpression | undefined,
): BuildExpression | undefined {
  const of: BuildExpression[] = [];
  do {
    const parsed = operand(cursor);
    if (parsed === undefined) return undefined;
    of.push(parsed);
  } while (accept(cursor, operator));
  return of.length === 1 ? of[0] : { kind, of };
}

function parseNot(cursor: Cursor): BuildExpression | undefined {
  if (!accept(cursor, '!')) return parseAtom(cursor);
  const of = parseAtom(cursor);
  return of && { kind: 'not', of };
}

function parseAtom(cursor: Cursor): BuildExpression | undefined {
  if (accept(cursor, '(')) {
    const inner = parseOr(cursor);
    return accept(cursor, ')') ? inner : undefined;
  }
  const token = cursor.tokens[cursor.at++] ?? '';
  return /^[\w\u{80}-\u{10ffff}.]/u.test(token) ? buildTag(token) : undefined;
}

function accept(cursor: Cursor, token: string): boolean {
  if (cursor.tokens[cursor.at] !== token) return false;
  cursor.at++;
  return true;
}
