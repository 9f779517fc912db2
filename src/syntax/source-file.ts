import { keepText } from './source-text.ts';
import type { Import } from './outline/import-declaration.ts';
import { leadingImports } from './outline/leading-imports.ts';
import { mayDeclare } from './outline/may-declare.ts';
import { lex } from './token/lexer.ts';
import type { Outline, OutlinedDeclaration } from './outline/outline.ts';
import { outline } from './outline/outline.ts';
import type { LineTable } from './position.ts';
import { lineTable } from './position.ts';
import type { Span } from './span.ts';
import type { TokenRange } from './token/token-range.ts';
import { hasName } from './token/token-range.ts';
import type { Tokens } from './token/tokens.ts';

/** A top-level declaration as its tokens show it; `treeOf` parses it. */
export interface Declaration extends OutlinedDeclaration, TokenRange {
  readonly file: SourceFile;
  /** Whether the identifier occurs in it: a cheap question to ask before it is parsed. */
  mentions(name: string): boolean;
}

/** A question about one token of a file. */
export type PlaceTest = (tokens: Tokens, at: number, file: SourceFile) => boolean;

/** One Go file, read as far as somebody asks: all but its path waits until then. */
export interface SourceFile {
  readonly path: string;
  /** Read with the first question about them. */
  readonly tokens: Tokens;
  /** Undefined without a package clause. */
  readonly packageName: string | undefined;
  readonly imports: readonly Import[];
  /** All comments of the file, in order. */
  readonly comments: readonly Span[];
  /** Built when first asked for. */
  readonly lines: LineTable;
  readonly declarations: readonly Declaration[];
  /** Places at the top level that are no declaration. */
  readonly leftovers: number;
  /**
   * Whether a word stands anywhere, in comments, strings and longer words too: the cheapest question, asked before any
   * other.
   */
  mayHold(word: string): boolean;
  /** Whether a name may be an identifier of the file: a look at its bytes as long as its tokens have not been read. */
  mayName(name: string): boolean;
  /** Whether a name may be declared at the top level, asked in the same way. */
  mayDeclare(name: string): boolean;
  /** The tokens that are an identifier, in order. */
  places(name: string): readonly number[];
  /** The declaration that a token is in. */
  declarationAt(token: number): Declaration | undefined;
  /** The declarations in which an identifier occurs, at a place that passes the test where there is one; in order. */
  using(name: string, place?: PlaceTest): readonly Declaration[];
}

/** Opens a file: reads its tokens with the first question about what it holds, and parses nothing. */
export function openFile(path: string, text: string): SourceFile {
  return new OpenFile(path, text);
}

/** Characters of files that are kept open: those of the packages that are asked about now. */
let mostOpen = 12_000_000;

/**
 * The files that were opened last, by their paths: texts may be kept for a whole run, tokens and trees are much larger.
 */
const opened = new Map<string, { readonly text: string; readonly source: SourceFile }>();
let openSize = 0;

/** For a process that is asked again and again about the same files: so many characters of them are kept open. */
export function keepOpen(characters: number): void {
  mostOpen = characters;
}

/** The file that a text was opened as a short while before, so that its tokens are read once, whoever asks. */
export function sourceOf({ path, text }: { readonly path: string; readonly text: string }): SourceFile {
  const known = opened.get(path);
  opened.delete(path);
  const found = known?.text === text ? known : { text, source: openFile(path, text) };
  opened.set(path, found); // the last one
  openSize += text.length - (known?.text.length ?? 0);
  for (const [oldest, each] of opened) {
    if (openSize <= mostOpen || oldest === path) break;
    opened.delete(oldest);
    openSize -= each.text.length;
  }
  return found.source;
}

class OpenFile implements SourceFile {
  readonly path: string;
  readonly #text: string;
  readonly #held = new Map<string, boolean>();
  #imports: readonly Import[] | undefined;
  #tokens: Tokens | undefined;
  #outline: Outline | undefined;
  #lines: LineTable | undefined;
  #declarations: readonly Declaration[] | undefined;

  constructor(path: string, text: string) {
    this.path = path;
    this.#text = text;
    keepText(this, text);
  }

  get tokens(): Tokens {
    return (this.#tokens ??= lex(this.#text));
  }

  get packageName(): string | undefined {
    return this.#content().packageName;
  }

  get imports(): readonly Import[] {
    return this.#outline?.imports ?? (this.#imports ??= leadingImports(this.#text));
  }

  get comments(): readonly Span[] {
    return this.tokens.comments;
  }

  get lines(): LineTable {
    return (this.#lines ??= lineTable(this.#text));
  }

  get declarations(): readonly Declaration[] {
    return (this.#declarations ??= this.#content().declarations.map((each) => new OpenDeclaration(each, this)));
  }

  get leftovers(): number {
    return this.#content().leftovers;
  }

  mayHold(word: string): boolean {
    const known = this.#held.get(word) ?? this.#text.includes(word);
    this.#held.set(word, known);
    return known;
  }

  mayName(name: string): boolean {
    return this.#tokens ? this.#tokens.names.find(name) !== -1 : this.mayHold(name);
  }

  mayDeclare(name: string): boolean {
    return this.mayName(name) && (this.#tokens !== undefined || mayDeclare(this.#text, name));
  }

  places(name: string): readonly number[] {
    if (!this.mayName(name)) return [];
    const { names } = this.tokens;
    const id = names.find(name);
    const found: number[] = [];
    for (let token = id === -1 ? -1 : names.first(id); token !== -1; token = names.next(token)) found.push(token);
    return found;
  }

  declarationAt(token: number): Declaration | undefined {
    const { declarations } = this;
    let low = 0;
    for (let high = declarations.length; low < high;) {
      const middle = (low + high) >> 1;
      if ((declarations[middle]?.last ?? 0) > token) high = middle;
      else low = middle + 1;
    }
    const found = declarations[low];
    return found && found.first <= token ? found : undefined;
  }

  using(name: string, place?: PlaceTest): readonly Declaration[] {
    const places = this.places(name);
    const kept = place ? places.filter((token) => place(this.tokens, token, this)) : places;
    return [...new Set(kept.flatMap((token) => this.declarationAt(token) ?? []))];
  }

  #content(): Outline {
    return (this.#outline ??= outline(this.#text, this.tokens));
  }
}

class OpenDeclaration implements Declaration {
  readonly kind: Declaration['kind'];
  readonly name: string | undefined;
  readonly receiver: string | undefined;
  readonly pos: number;
  readonly end: number;
  readonly first: number;
  readonly last: number;
  readonly tokens: Tokens;
  readonly file: SourceFile;

  constructor({ kind, name, receiver, pos, end, first, last }: OutlinedDeclaration, file: SourceFile) {
    this.kind = kind;
    this.name = name;
    this.receiver = receiver;
    this.pos = pos;
    this.end = end;
    this.first = first;
    this.last = last;
    this.tokens = file.tokens;
    this.file = file;
  }

  mentions(name: string): boolean {
    return hasName(this, name);
  }
}
