import { decoded } from './characters.ts';
import type { Envelope } from './envelope.ts';
import { behindPrefix, envelopeOf } from './envelope.ts';
import { nextOf } from './next-of.ts';

/** What is carried from one piece into the next; a longer line is no line of a profile. */
const LONGEST_LINE = 2 ** 16;
/** Other lines between two of a profile, when several write to one log. */
const MOST_OTHERS = 16;
/** A profile in its text form is small, however many goroutines there are. */
const MOST_CHARACTERS = 2 ** 25;

/** The first line of a profile, and what stands behind the number of each stack. */
const HEADER = /^(\w{1,40}) profile: total (-?\d{1,12})/;
const TOTAL = ' profile: total ';
const STACK = /^(\d{1,12}) @(?: 0x[0-9a-f]+)+/;
/** A search is fast where the first character is rare. */
const MARK = '@ 0x';
const FRAME = /^(?:#|0x[0-9a-f]+\s)/;

/** A profile as far as it is read, without what stood around its lines. */
interface OpenProfile {
  readonly envelope: Envelope;
  /** Of goroutines; others are passed over. */
  readonly isOurs: boolean;
  readonly lines: string[];
  goroutines: number;
  size: number;
  /** Lines since the last one that belongs to it. */
  others: number;
}

/**
 * Finds profiles of goroutines in the text form (`debug=1`) in whatever text, piece by piece, with or without their
 * first line, and keeps the one with the most goroutines.
 */
export class CountedFinder {
  #rest = '';
  #open: OpenProfile | undefined;
  #best: { readonly goroutines: number; readonly text: string } | undefined;

  /** `piece` holds the bytes of the input, one to a character. */
  push(piece: string): void {
    const text = this.#rest + piece;
    const end = this.#scan(text, false);
    this.#rest = text.slice(Math.max(end, text.length - LONGEST_LINE));
  }

  /** The text of the largest profile, from its first line on; undefined where there is none. */
  end(): string | undefined {
    this.#scan(this.#rest, true);
    this.#close();
    return this.#best && decoded(this.#best.text);
  }

  /** Reads the whole lines of a text and gives where the first unfinished one begins. */
  #scan(text: string, isLast: boolean): number {
    const [total, mark, newline] = [nextOf(text, TOTAL), nextOf(text, MARK), nextOf(text, '\n')];
    let [written, escaped] = [this.#open?.envelope.lineEnd, nextOf(text, this.#open?.envelope.lineEnd ?? '\n')];
    for (let at = 0; at < text.length; ) {
      if (this.#open === undefined) {
        const found = [total(at), mark(at)].filter((each) => each !== -1);
        const word = Math.min(...found);
        if (found.length === 0) return Math.max(at, text.lastIndexOf('\n') + 1);
        if (!isLast && text.length - word < LONGEST_LINE / 2 && newline(word) === -1)
          return Math.max(at, text.lastIndexOf('\n', word) + 1);
        at = this.#begin(text, at, word) ?? word + 1;
        continue;
      }
      const { lineEnd } = this.#open.envelope;
      if (lineEnd !== written) [written, escaped] = [lineEnd, nextOf(text, lineEnd ?? '\n')];
      const [ofFile, ofString] = [newline(at), escaped(at)];
      const isInString = lineEnd !== undefined && ofString !== -1 && (ofFile === -1 || ofString < ofFile);
      const [end, width] = isInString ? [ofString, lineEnd.length] : [ofFile, 1];
      if (end === -1 && !isLast) return at;
      const to = end === -1 ? text.length : end;
      if (this.#line(text, at, to)) at = to + width;
      else this.#close();
    }
    return text.length;
  }

  /** Opens a profile whose first line or stack has one of its words at `word`; gives where it begins. */
  #begin(text: string, from: number, word: number): number | undefined {
    let start = text[word] === '@' ? word - 1 : word;
    while (start > from && isOfWord(text.charCodeAt(start - 1))) start--;
    // In a string of JSON, what stands in front is `\n`.
    if (text[start - 1] === '\\') start++;
    const line = text.slice(start, word + LONGEST_LINE);
    const header = HEADER.exec(line);
    const [all] = header ?? STACK.exec(line) ?? [];
    if (all === undefined) return undefined;
    const envelope = envelopeOf(text, start, start + all.length);
    // In profiles of locks two numbers stand before the mark.
    if (header === null && /^\s*\d+ $/.test(envelope.prefix)) return undefined;
    const isOurs = header === null || header[1]?.startsWith('goroutine') === true;
    this.#open = { envelope, isOurs, lines: [], goroutines: 0, size: 0, others: 0 };
    return start;
  }

  /** Whether a line was read, or passed over; else it is behind the profile. */
  #line(text: string, from: number, to: number): boolean {
    const open = this.#open;
    if (open === undefined) return false;
    const { envelope } = open;
    const written = text.slice(behindPrefix(text, from, to, envelope), to);
    const tab = envelope.lineEnd && `${envelope.lineEnd.slice(0, -1)}t`;
    const line = (tab === undefined ? written : written.replaceAll(tab, '\t')).trim();
    if (HEADER.test(line) && open.size > 0) return false;
    const count = STACK.exec(line)?.[1];
    const isOther = count === undefined && line !== '' && !FRAME.test(line) && !HEADER.test(line);
    open.others = isOther ? open.others + 1 : line === '' ? open.others : 0;
    if (isOther) return open.others <= MOST_OTHERS;
    open.goroutines += Number(count ?? 0);
    open.size += line.length + 1;
    if (open.size <= MOST_CHARACTERS) open.lines.push(line);
    return true;
  }

  #close(): void {
    const open = this.#open;
    this.#open = undefined;
    if (open?.isOurs !== true || open.goroutines < (this.#best?.goroutines ?? 0)) return;
    const [first = ''] = open.lines;
    const isWhole = HEADER.test(first);
    if (!isWhole && !open.lines.some(hasPlace)) return;
    const header = isWhole ? [] : [`goroutine profile: total ${open.goroutines}`];
    this.#best = { goroutines: open.goroutines, text: `${[...header, ...open.lines].join('\n')}\n` };
  }
}

function hasPlace(line: string): boolean {
  return !STACK.test(line) && /:\d+$/.test(line);
}

function isOfWord(code: number): boolean {
  return isDigit(code) || (code >= 97 && code <= 122);
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
