import type { Profile, Stack } from '../profile.ts';
import { Dump } from './dump.ts';
import type { FinishedDump, OpenGoroutine } from './dump.ts';
import { dumpLine } from './dump-line.ts';
import type { Envelope } from './envelope.ts';
import { behindPrefix, envelopeOf } from './envelope.ts';
import type { FoundHeader } from './header.ts';
import { INSTANCES, readHeader, readInstances } from './header.ts';
import { nextOf } from './next-of.ts';

/** What is carried from one chunk into the next; a longer line is no line of a dump. */
export const LONGEST_LINE = 2 ** 16;

/**
 * Other lines between two of a stack, when several write to one log; and characters between two goroutines of one dump.
 */
const MOST_OTHERS = 16;
const FARTHEST = 2048;

/** What headers have, whatever their first letter is. */
const WORD = 'oroutine ';

type Next = (from: number) => number;

/** Whether a header was found; `at` is behind its line, or where the first unfinished line begins. */
interface Sought {
  readonly found: boolean;
  readonly at: number;
}

/** Finds dumps of goroutines in whatever text, piece by piece, and keeps the one with the most goroutines. */
export class DumpReader {
  #rest = '';
  #dump = new Dump();
  #best: FinishedDump | undefined;
  #dumps = 0;
  #envelope: Envelope = { prefix: '', lineEnd: undefined };
  #open: OpenGoroutine | undefined;
  /** The call whose place comes on the next line. */
  #call: { readonly func: string; readonly created: boolean } | undefined;
  /** Whether a blank line stands behind each line, as in copies of a page; and whether the last line was blank. */
  #spaced = false;
  #blank = false;
  /** Lines that do not belong to the open goroutine, and characters since the last one ended. */
  #others = 0;
  #since = 0;
  /** Whether the text ends in the middle of a stack. */
  #cut = false;

  /** `piece` holds the bytes of the input, one to a character. */
  push(piece: string): void {
    const text = this.#rest + piece;
    const end = this.#scan(text, 0, false);
    this.#rest = text.slice(Math.max(end, text.length - LONGEST_LINE));
  }

  /** The profile of the largest dump; undefined where there is none. */
  end(name: string): Profile | undefined {
    const isUnfinished = this.#rest !== '';
    this.#scan(this.#rest, 0, true);
    this.#cut = this.#open !== undefined && (this.#call !== undefined || (isUnfinished && this.#others > 0));
    this.#close();
    this.#settle();
    const best = this.#best;
    if (best === undefined) return undefined;
    return {
      name, kind: 'goroutine', stacks: best.stacks, delta: false, time: undefined, build: undefined,
      picked: (best.left > 0 && best.left === best.goroutines) || best.stacks.some(isOfTest),
      notices: this.#notices(best),
    };
  }

  #notices(best: FinishedDump): readonly string[] {
    return [
      ...(this.#dumps > 1 ? [`holds ${this.#dumps} dumps; the largest counts, of ${best.goroutines} goroutines`] : []),
      ...(this.#cut
        ? ['ends within a stack, so it is cut off, as a dump is at 64 MB; there were more goroutines']
        : []),
      ...(best.lost > 0 ? ['has more different stacks than there is room for; the rest is left out'] : []),
    ];
  }

  /** Reads the whole lines of a text and gives where the first unfinished one begins. */
  #scan(text: string, from: number, isLast: boolean): number {
    let at = from;
    const [newline, word, instances] = [nextOf(text, '\n'), nextOf(text, WORD), nextOf(text, INSTANCES)];
    const next = (from: number): number => first(word(from), instances(from));
    let [written, escaped] = [this.#envelope.lineEnd, nextOf(text, this.#envelope.lineEnd ?? '\n')];
    while (at < text.length) {
      if (this.#open === undefined) {
        const sought = this.#seek(text, at, isLast, newline, next);
        if (sought.found === false) return sought.at;
        at = sought.at;
        continue;
      }
      const { lineEnd } = this.#envelope;
      if (lineEnd !== written) [written, escaped] = [lineEnd, nextOf(text, lineEnd ?? '\n')];
      let [end, width] = [newline(at), 1];
      let isWhole = true;
      const within = lineEnd === undefined ? -1 : escaped(at);
      if (lineEnd !== undefined && within !== -1 && (end === -1 || within < end))
        [end, width] = [within, lineEnd.length];
      if (end === -1) {
        if (!isLast) return at;
        [end, isWhole] = [text.length, false];
      }
      this.#line(text, at, end, isWhole);
      at = end + width;
    }
    return text.length;
  }

  /** Looks for the next header. Where it has one, the open goroutine is that of it, and `at` is behind its line. */
  #seek(text: string, from: number, isLast: boolean, newline: Next, next: Next): Sought {
    for (let at = from; ; ) {
      const word = next(at);
      if (word === -1) {
        return this.#unfound(from, Math.max(from, text.lastIndexOf('\n') + 1));
      }
      const lineEnd = newline(word);
      if (lineEnd === -1 && !isLast && text.length - word < LONGEST_LINE / 2) {
        return this.#unfound(from, Math.max(from, text.lastIndexOf('\n', word) + 1));
      }
      const behind = this.#header(text, word, lineEnd === -1 ? text.length : lineEnd, from);
      if (behind !== undefined) return { found: true, at: behind };
      at = word + 1;
    }
  }

  #unfound(from: number, at: number): Sought {
    this.#since += at - from;
    return { found: false, at };
  }

  /** Opens a goroutine where there is a header with its word at `word`. Gives where its line ends. */
  #header(text: string, word: number, limit: number, since: number): number | undefined {
    const found = headerAt(text, word, limit);
    if (found === undefined) return undefined;
    const { from: at, header } = found;
    const envelope = envelopeOf(text, at, header.end);
    const again = header.id !== undefined && this.#open?.header.id === header.id && this.#open.frames.length === 0;
    if (!again) this.#close();
    this.#since += Math.max(0, at - since);
    if (!again && (this.#dump.has(header.id) || this.#since > FARTHEST)) this.#settle();
    const left = header.left || (again && this.#open?.header.left === true);
    this.#envelope = envelope;
    this.#open = { header: { ...header, left }, frames: [], created: undefined };
    [this.#others, this.#since, this.#call, this.#spaced] = [0, 0, undefined, false];
    return envelope.lineEnd === undefined ? limit + 1 : header.end + envelope.lineEnd.length;
  }

  #line(text: string, from: number, to: number, isWhole: boolean): void {
    const start = behindPrefix(text, tabBehind(text, from, this.#envelope), to, this.#envelope);
    const line = dumpLine(text, tabBehind(text, start, this.#envelope), to);
    const wasBlank = this.#blank;
    this.#blank = line.kind === 'blank';
    switch (line.kind) {
      case 'blank':
        // A log may leave a blank line between a header and its stack.
        if (this.#call !== undefined) this.#spaced = true;
        else if (this.#open !== undefined && this.#open.frames.length > 0 && (wasBlank || !this.#spaced)) this.#close();
        return;
      case 'call':
        this.#call = { func: line.func, created: false };
        return;
      case 'created':
        this.#call = { func: line.func, created: true };
        return;
      case 'place':
        // The last line of a text that was cut off may have lost digits.
        if (isWhole || !line.bare) this.#place(line.place);
        return;
      case 'other':
        if (!this.#restart(text, start, to) && ++this.#others > MOST_OTHERS) this.#close();
    }
  }

  #place(place: string): void {
    const [open, call] = [this.#open, this.#call];
    [this.#call, this.#others] = [undefined, 0];
    if (open === undefined || call === undefined) return;
    const id = this.#dump.frame(call.func, place);
    if (call.created) {
      open.created = id;
      this.#close();
    } else if (id !== undefined && call.func !== 'runtime.goexit') open.frames.push(id);
  }

  /** A header may follow a stack without a blank line between. */
  #restart(text: string, from: number, to: number): boolean {
    const line = text.slice(from, to);
    const word = first(line.indexOf(WORD), line.indexOf(INSTANCES));
    return word !== -1 && this.#header(text, from + word, to, from + word) !== undefined;
  }

  #close(): void {
    const open = this.#open;
    if (open !== undefined && (open.header.id !== undefined || open.frames.length > 0)) this.#dump.add(open);
    [this.#open, this.#call] = [undefined, undefined];
  }

  /** Ends a dump: the next goroutine belongs to another one. */
  #settle(): void {
    if (this.#dump.goroutines === 0) return;
    this.#dumps++;
    if (this.#dump.goroutines >= (this.#best?.goroutines ?? 0)) this.#best = this.#dump.finished();
    this.#dump = new Dump();
  }
}

function headerAt(text: string, word: number, limit: number): FoundHeader | undefined {
  if (text.startsWith(INSTANCES, word)) return readInstances(text, word);
  const header = word === 0 ? undefined : readHeader(text, word - 1, limit);
  return header && { from: word - 1, header };
}

/** The first of two places, of which each may be none. */
function first(a: number, b: number): number {
  return a === -1 ? b : b === -1 ? a : Math.min(a, b);
}

/** What a test leaves or hangs in is few, and all of it matters. */
function isOfTest({ frames }: Stack): boolean {
  return frames.some(({ func }) => func.startsWith('testing.'));
}

/** A tab within a string of JSON is written `\t`. */
function tabBehind(text: string, from: number, { lineEnd }: Envelope): number {
  if (lineEnd === undefined) return from;
  const tab = `${lineEnd.slice(0, -1)}t`;
  return text.startsWith(tab, from) ? from + tab.length : from;
}
