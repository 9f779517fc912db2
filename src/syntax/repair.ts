import type { Cursor, Span } from './cursor.ts';
import { skipBlanks, skipStatement } from './cursor.ts';
import { endsStatement } from './semicolon.ts';
import { wordAt } from './word.ts';

/**
 * Rewrites, without moving any offset, valid Go that tree-sitter-go 0.25.0 takes for an error. Only for a second try:
 * each rewriting costs the grammar something else. Strings and comments are not spared, since the AST takes all its
 * words from the file itself.
 */
export function repair(declaration: string): string {
  return closedGroup(separateBlocks(ordinaryCalls(withoutMethodTypeParameters(declaration))));
}

/** The type parameters of a method (Go 1.27), brackets included: offsets in the declaration's text. */
export function methodTypeParameters(declaration: string): Span | undefined {
  const cursor: Cursor = { text: declaration, at: 0, comments: [] };
  if (!skipWord(cursor, 'func') || !skipBrackets(cursor, '(')) return undefined;
  skipBlanks(cursor);
  cursor.at += wordAt(declaration, cursor.at).length;
  skipBlanks(cursor);
  const pos = cursor.at;
  return skipBrackets(cursor, '[') ? { pos, end: cursor.at } : undefined;
}

function skipWord(cursor: Cursor, word: string): boolean {
  if (wordAt(cursor.text, cursor.at) !== word) return false;
  cursor.at += word.length;
  return true;
}

function skipBrackets(cursor: Cursor, open: '(' | '['): boolean {
  skipBlanks(cursor);
  if (cursor.text[cursor.at] !== open) return false;
  cursor.at++;
  skipStatement(cursor);
  if (cursor.text[cursor.at] !== (open === '(' ? ')' : ']')) return false;
  cursor.at++;
  return true;
}

function withoutMethodTypeParameters(declaration: string): string {
  const span = methodTypeParameters(declaration);
  if (span === undefined) return declaration;
  return declaration.slice(0, span.pos) + ' '.repeat(span.end - span.pos) + declaration.slice(span.end);
}

/**
 * The grammar lets `new` and `make` take nothing but a type first, so `new(1)` (Go 1.26) and functions of the user's
 * that bear these names are errors to it. Under another name they are calls, which cannot take types written out.
 */
function ordinaryCalls(declaration: string): string {
  return declaration.replace(/\b(?:new|make)(?=\()/g, (name, at: number) => (
    beginsWithType(declaration, at + name.length + 1) ? name : `_${name.slice(1)}`));
}

/** How much of an argument is looked at: enough for any type in real code, and hostile text costs no more. */
const ARGUMENT_LIMIT = 200;

/** Whether the arguments that begin here begin with a type that no name stands for, and not with a literal of that type. */
function beginsWithType(text: string, at: number): boolean {
  const cursor: Cursor = { text: text.slice(at, at + ARGUMENT_LIMIT), at: 0, comments: [] };
  const argument = cursor.text.slice(0, skipStatement(cursor)).trimStart();
  if (!/^(?:\[|(?:chan|func|interface|map|struct)\b)/.test(argument)) return false;
  return /\b(?:interface|struct)\b/.test(argument) ? !/\}\s*\{/.test(argument) : !argument.includes('{');
}

/**
 * A block on lines of its own behind a line that ends in a name, as `<-t.C`, is a literal of that type to the grammar.
 * Behind the semicolon that Go sees there it is a block.
 */
function separateBlocks(declaration: string): string {
  const ends = [...declaration.matchAll(/\n[ \t]*\{/g)].map(({ index }) => codeEnd(declaration, index));
  let done = 0;
  let separated = '';
  for (const end of ends) {
    if (end < done || !endsStatement(declaration, end)) continue;
    separated += `${declaration.slice(done, end)};`;
    done = end + 1;
  }
  return separated + declaration.slice(done);
}

/** The end of the code in front of a line end: before blank lines and comments. What looks like a comment in a string is cut as well. */
function codeEnd(text: string, lineEnd: number): number {
  let end = lineEnd;
  for (let start = lineEnd; end === start && end > 0;) {
    start = text.lastIndexOf('\n', end - 1);
    const code = text.slice(start + 1, end).replace(/(?:^|[ \t])\/\/.*$/, '').trimEnd();
    end = code === '' ? start : start + 1 + code.length;
  }
  return end;
}

/** The grammar wants the last line of a group of variables or constants ended: `const ( A = 1 )`. */
function closedGroup(declaration: string): string {
  return /^(?:const|var)\b/.test(declaration) ? declaration.replace(/ \)$/, ';)') : declaration;
}
