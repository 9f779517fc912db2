import { behindLetter, isWord } from './letter.ts';
import { FIRST_KEYWORD, IDENT, KEYWORDS } from './token-kind.ts';
import type { Names } from './tokens.ts';

/** The identifiers of one text, gathered while it is read. */
export interface IdentifierTable {
  /** Reads the word that begins at an offset, remembers it, and returns its end. */
  scan(at: number): number;
  /** Of the word read last: IDENT, or the kind of the keyword. */
  kind: number;
  /** Of the word read last: its number; of a keyword -1. */
  id: number;
  /** The names as they are asked for later, given the number of each token. */
  finish(ids: Int32Array): Names;
}

/** Multiplies the hash of what came before; V8 keeps the product in a small integer by `| 0`. */
const FACTOR = 31;
/** Places that are tried for one name. Half of them are free, so that ordinary text needs two. */
const MOST_PROBES = 32;

function hashOf(word: string): number {
  let hash = 0;
  for (let i = 0; i < word.length; i++) hash = (Math.imul(hash, FACTOR) + word.charCodeAt(i)) | 0;
  return hash;
}

/** The keywords by their hashes, which all differ. */
const keywords: ReadonlyMap<number, number> = new Map(KEYWORDS.map((word, i) => [hashOf(word), FIRST_KEYWORD + i]));
const LONGEST_KEYWORD = Math.max(...KEYWORDS.map((word) => word.length));

/** A table for one text. Names are compared in place: no string is made for any. */
export function identifierTable(text: string, names: 'few' | 'many'): IdentifierTable {
  return new OpenTable(text, names === 'few' ? 32 : 512);
}

class OpenTable implements IdentifierTable {
  kind = IDENT;
  id = -1;
  readonly #text: string;
  #count = 0;
  /** Names whose places were all taken: only text that is made to have equal hashes has any. */
  readonly #crowded = new Map<string, number>();
  /** The number of a name plus one, by its hash; 0 where the place is free. */
  #slots: Int32Array;
  #hashes: Int32Array;
  #starts: Int32Array;
  #lengths: Int32Array;

  constructor(text: string, names: number) {
    this.#text = text;
    this.#slots = new Int32Array(names * 2);
    this.#hashes = new Int32Array(names);
    this.#starts = new Int32Array(names);
    this.#lengths = new Int32Array(names);
  }

  scan(at: number): number {
    const text = this.#text;
    let end = at;
    let hash = 0;
    for (;;) {
      const char = text.charCodeAt(end);
      if (char < 128) {
        if (isWord[char] === 0) break;
        hash = (Math.imul(hash, FACTOR) + char) | 0;
        end++;
        continue;
      }
      const next = behindLetter(text, end);
      if (next === end) break; // the end of the text, too: its character is no number
      for (; end < next; end++) hash = (Math.imul(hash, FACTOR) + text.charCodeAt(end)) | 0;
    }
    const keyword = end - at <= LONGEST_KEYWORD ? keywords.get(hash) : undefined;
    if (keyword !== undefined && text.startsWith(KEYWORDS[keyword - FIRST_KEYWORD] ?? '', at)) {
      this.kind = keyword;
      this.id = -1;
    } else {
      this.kind = IDENT;
      this.id = this.#number(at, end - at, hash);
    }
    return end;
  }

  #number(start: number, length: number, hash: number): number {
    const mask = this.#slots.length - 1;
    let slot = spread(hash) & mask;
    for (let probes = 0; probes < MOST_PROBES; probes++, slot = (slot + 1) & mask) {
      const found = (this.#slots[slot] ?? 0) - 1;
      if (found === -1) break;
      if (this.#hashes[found] === hash && this.#isAt(found, start, length)) return found;
    }
    if (this.#slots[slot] !== 0 || this.#crowded.size > 0) {
      const found = this.#crowded.get(this.#text.slice(start, start + length));
      if (found !== undefined) return found;
    }
    return this.#add(start, length, hash);
  }

  #isAt(id: number, start: number, length: number): boolean {
    if (this.#lengths[id] !== length) return false;
    const other = this.#starts[id] ?? 0;
    for (let i = 0; i < length; i++)
      if (this.#text.charCodeAt(start + i) !== this.#text.charCodeAt(other + i)) return false;
    return true;
  }

  #add(start: number, length: number, hash: number): number {
    if (this.#count === this.#hashes.length) this.#grow();
    const id = this.#count++;
    this.#hashes[id] = hash;
    this.#starts[id] = start;
    this.#lengths[id] = length;
    if (this.#count * 2 > this.#slots.length) this.#rehash();
    else this.#place(id);
    return id;
  }

  #place(id: number): void {
    const mask = this.#slots.length - 1;
    let slot = spread(this.#hashes[id] ?? 0) & mask;
    for (let probes = 0; probes < MOST_PROBES; probes++, slot = (slot + 1) & mask) {
      if (this.#slots[slot] !== 0) continue;
      this.#slots[slot] = id + 1;
      return;
    }
    this.#crowded.set(this.#word(id), id);
  }

  #word(id: number): string {
    const start = this.#starts[id] ?? 0;
    return this.#text.slice(start, start + (this.#lengths[id] ?? 0));
  }

  #grow(): void {
    this.#hashes = wider(this.#hashes);
    this.#starts = wider(this.#starts);
    this.#lengths = wider(this.#lengths);
  }

  #rehash(): void {
    this.#slots = new Int32Array(this.#slots.length * 2);
    this.#crowded.clear();
    for (let id = 0; id < this.#count; id++) this.#place(id);
  }

  finish(ids: Int32Array): Names {
    let asked = 0;
    let chains: Chains | undefined;
    return {
      count: this.#count,
      find: (name) => this.#find(name),
      word: (id) => this.#word(id),
      first: (id) => {
        if (asked++ === FEW) chains = chainsOf(ids, this.#count);
        return chains ? (chains.first[id] ?? -1) : ids.indexOf(id);
      },
      next: (token) => (chains ? (chains.next[token] ?? -1) : ids.indexOf(ids[token] ?? -1, token + 1)),
    };
  }

  #find(name: string): number {
    const hash = hashOf(name);
    const mask = this.#slots.length - 1;
    let slot = spread(hash) & mask;
    for (let probes = 0; probes < MOST_PROBES; probes++, slot = (slot + 1) & mask) {
      const found = (this.#slots[slot] ?? 0) - 1;
      if (found === -1) break;
      const isEqual = this.#hashes[found] === hash && this.#lengths[found] === name.length;
      if (isEqual && this.#text.startsWith(name, this.#starts[found])) return found;
    }
    return this.#crowded.get(name) ?? -1;
  }
}

/** So many names are looked for one by one; from then on it is known where each stands. */
const FEW = 64;

/** By the number of a name its first token, by a token the next one with the same name; -1 where there is none. */
interface Chains {
  readonly first: Int32Array;
  readonly next: Int32Array;
}

function chainsOf(ids: Int32Array, count: number): Chains {
  const first = new Int32Array(count).fill(-1);
  const next = new Int32Array(ids.length);
  for (let token = ids.length - 1; token >= 0; token--) {
    const id = ids[token] ?? -1;
    if (id < 0) continue;
    next[token] = first[id] ?? -1;
    first[id] = token;
  }
  return { first, next };
}

/** Hashes of names that differ in their last letter only lie side by side; this scatters them. */
function spread(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return mixed ^ (mixed >>> 13);
}

function wider(column: Int32Array): Int32Array<ArrayBuffer> {
  const into = new Int32Array(column.length * 2);
  into.set(column);
  return into;
}
