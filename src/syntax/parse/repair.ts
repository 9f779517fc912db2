import { lex } from '../token/lexer.ts';
import type { Span } from '../span.ts';
import * as T from '../token/token-kind.ts';
import type { Tokens } from '../token/tokens.ts';

/**
 * Rewrites, without moving any offset, valid Go that tree-sitter-go 0.25.0 takes for an error. Only for a second try:
 * each rewriting costs the grammar something else.
 */
export function repair(declaration: string): string {
  const tokens = lex(declaration);
  const edits = [
    ...blankedTypeParameters(declaration, tokens),
    ...renamedCalls(declaration, tokens),
    ...separatedBlocks(declaration, tokens),
    ...closedGroup(declaration, tokens),
  ].sort((a, b) => a.pos - b.pos);
  let done = 0;
  let repaired = '';
  for (const { pos, text } of edits) {
    if (pos < done) continue;
    repaired += declaration.slice(done, pos) + text;
    done = pos + text.length;
  }
  return repaired + declaration.slice(done);
}

/** Text that takes the place of as much text. */
interface Overwrite {
  readonly pos: number;
  readonly text: string;
}

/** The type parameters of a method (Go 1.27), brackets included: offsets in the declaration's text. */
export function methodTypeParameters(declaration: string): Span | undefined {
  return typeParametersOf(lex(declaration));
}

function typeParametersOf(tokens: Tokens): Span | undefined {
  const { kinds, starts, ends } = tokens;
  if (kinds[0] !== T.FUNC || kinds[1] !== T.LPAREN) return undefined;
  const name = behind(tokens, 1);
  const open = name + 1;
  if (kinds[name] !== T.IDENT || kinds[open] !== T.LBRACK) return undefined;
  const close = behind(tokens, open) - 1;
  return kinds[close] === T.RBRACK ? { pos: starts[open] ?? 0, end: ends[close] ?? 0 } : undefined;
}

/** The token behind the brackets that open at a token. */
function behind({ kinds, count }: Tokens, open: number): number {
  let depth = 0;
  for (let at = open; at < count; at++) {
    const kind = kinds[at] ?? T.ILLEGAL;
    if (T.isOpening(kind)) depth++;
    else if (T.isClosing(kind) && --depth === 0) return at + 1;
  }
  return count;
}

function blankedTypeParameters(_: string, tokens: Tokens): readonly Overwrite[] {
  const span = typeParametersOf(tokens);
  return span ? [{ pos: span.pos, text: ' '.repeat(span.end - span.pos) }] : [];
}

/**
 * The grammar lets `new` and `make` take nothing but a type first, so `new(1)` (Go 1.26) and functions of the user's
 * that bear these names are errors to it. Under another name they are calls, which cannot take types written out.
 */
function renamedCalls(_: string, tokens: Tokens): readonly Overwrite[] {
  const { kinds, starts, names } = tokens;
  return ['new', 'make'].flatMap((word) => {
    const found: Overwrite[] = [];
    const id = names.find(word);
    for (let at = id === -1 ? -1 : names.first(id); at !== -1; at = names.next(at)) {
      if (kinds[at + 1] === T.LPAREN && !beginsWithType(tokens, at + 2))
        found.push({ pos: starts[at] ?? 0, text: `_${word.slice(1)}` });
    }
    return found;
  });
}

/** How many tokens of an argument are looked at: enough for any type in real code, and hostile text costs no more. */
const LONGEST_ARGUMENT = 80;

/**
 * Whether the arguments that begin at a token begin with a type that no name stands for, and not with a literal of that
 * type.
 */
function beginsWithType({ kinds, count }: Tokens, first: number): boolean {
  const start = kinds[first];
  if (start !== T.LBRACK && start !== T.CHAN && start !== T.FUNC && start !== T.INTERFACE && start !== T.MAP && start !== T.STRUCT) return false;
  let depth = 0;
  let hasBody = false;
  let hasBrace = false;
  let hasValue = false;
  for (let at = first; at < Math.min(count, first + LONGEST_ARGUMENT); at++) {
    const kind = kinds[at] ?? T.ILLEGAL;
    if (depth === 0 && (kind === T.COMMA || T.isClosing(kind))) break;
    if (T.isOpening(kind)) depth++;
    else if (T.isClosing(kind)) depth--;
    hasBody ||= kind === T.INTERFACE || kind === T.STRUCT;
    hasBrace ||= kind === T.LBRACE;
    hasValue ||= kind === T.LBRACE && kinds[at - 1] === T.RBRACE;
  }
  return hasBody ? !hasValue : !hasBrace;
}

/**
 * A block on lines of its own behind a line that ends in a name, as `<-t.C`, is a literal of that type to the grammar.
 * Behind the semicolon that Go sees there it is a block.
 */
function separatedBlocks(declaration: string, { kinds, ends, count }: Tokens): readonly Overwrite[] {
  const found: Overwrite[] = [];
  for (let at = kinds.indexOf(T.LBRACE, 1); at !== -1 && at < count; at = kinds.indexOf(T.LBRACE, at + 1)) {
    const pos = ends[at - 2] ?? 0;
    if (kinds[at - 1] === T.AUTO_SEMICOLON && isBlank(declaration[pos])) found.push({ pos, text: ';' });
  }
  return found;
}

/** The grammar wants the last line of a group of variables or constants ended: `const ( A = 1 )`. */
function closedGroup(declaration: string, { kinds, starts, ends, count }: Tokens): readonly Overwrite[] {
  // A declaration that is read alone ends with the semicolon that Go sees behind it.
  const last = kinds[count - 1] === T.AUTO_SEMICOLON ? count - 2 : count - 1;
  const isGroup = (kinds[0] === T.CONST || kinds[0] === T.VAR) && kinds[1] === T.LPAREN && kinds[last] === T.RPAREN;
  const pos = (starts[last] ?? 0) - 1;
  return isGroup
    && !T.isSemicolon(kinds[last - 1] ?? T.ILLEGAL)
    && pos >= (ends[last - 1] ?? 0)
    && isBlank(declaration[pos])
    ? [{ pos, text: ';' }]
    : [];
}

function isBlank(char: string | undefined): boolean {
  return char === ' ' || char === '\t' || char === '\n' || char === '\r';
}
