import type { Cursor } from './cursor.ts';
import { skipBlanks, skipStatement } from './cursor.ts';
import { wordAt } from './word.ts';

/** The names at the head of a function declaration. */
export interface FunctionHeader {
  readonly name: string;
  /** The base type of the receiver, without pointer and type parameters. */
  readonly receiver: string | undefined;
}

/** Reads the header that follows the word `func`; undefined for a function literal or type, or where it is damaged. */
export function functionHeader(text: string, at: number): FunctionHeader | undefined {
  const cursor: Cursor = { text, at, comments: [] };
  skipBlanks(cursor);
  const receiver = skipReceiver(cursor);
  skipBlanks(cursor);
  const name = wordAt(text, cursor.at);
  if (name === '' || KEYWORDS.has(name)) return undefined;
  return { name, receiver };
}

/** What may follow `func (…)` in a function type. */
const KEYWORDS = new Set(['chan', 'func', 'interface', 'map', 'struct']);

function skipReceiver(cursor: Cursor): string | undefined {
  if (cursor.text[cursor.at] !== '(') return undefined;
  const inside = cursor.at + 1;
  cursor.at = inside;
  skipStatement(cursor);
  const receiver = baseType(cursor.text, inside, cursor.at);
  if (cursor.text[cursor.at] === ')') cursor.at++;
  return receiver;
}

/** The last name before the type parameters or the end. */
function baseType(text: string, pos: number, end: number): string | undefined {
  const cursor: Cursor = { text, at: pos, comments: [] };
  let base: string | undefined;
  for (;;) {
    skipBlanks(cursor);
    if (cursor.at >= end || text[cursor.at] === '[') return base;
    const word = wordAt(text, cursor.at);
    if (word !== '') base = word;
    cursor.at += Math.max(word.length, 1);
  }
}
