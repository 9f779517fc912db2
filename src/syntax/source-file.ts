import type { Decl } from './ast.ts';
import type { Span } from './cursor.ts';
import type { Import } from './import-declaration.ts';
import type { Parser } from './parser.ts';
import type { LineTable } from './position.ts';
import { lineTable } from './position.ts';
import { readDeclaration } from './read-declaration.ts';
import type { Skimmed, SkimmedDeclaration } from './skim.ts';
import { commentsOf, skim } from './skim.ts';

/** A top-level declaration that is parsed only when somebody asks for its tree. */
export interface Declaration extends SkimmedDeclaration {
  /** Its tree, with offsets in the whole file; a BadDecl where it cannot be read. Parsed once. */
  ast(): Decl;
  /** Whether the identifier occurs in its text, comments and strings included: a cheap question to ask before `ast`. */
  mentions(word: string): boolean;
}

/** One Go file, read as far as somebody asks: all but its path and text waits until then. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
  /** Undefined without a package clause. */
  readonly packageName: string | undefined;
  readonly imports: readonly Import[];
  /** All comments of the file, in order. */
  readonly comments: readonly Span[];
  /** Built when first asked for. */
  readonly lines: LineTable;
  readonly declarations: readonly Declaration[];
  /** Places at the top level that are no declaration; none as long as nobody has asked for anything else. */
  readonly leftovers: number;
}

/** Opens a file: skims it with the first question about what it holds, and parses nothing. */
export function openFile(parser: Parser, path: string, text: string): SourceFile {
  let skimmed: Skimmed | undefined;
  let lines: LineTable | undefined;
  let declarations: readonly Declaration[] | undefined;
  const content = (): Skimmed => (skimmed ??= skim(text));
  return {
    path,
    text,
    get packageName() {
      return content().packageName;
    },
    get imports() {
      return content().imports;
    },
    get comments() {
      return commentsOf(text);
    },
    get lines() {
      return (lines ??= lineTable(text));
    },
    get declarations() {
      return (declarations ??= content().declarations.map((declaration) => new OpenDeclaration(declaration, parser, text)));
    },
    get leftovers() {
      return skimmed?.leftovers ?? 0;
    },
  };
}

class OpenDeclaration implements Declaration {
  readonly kind: Declaration['kind'];
  readonly name: string | undefined;
  readonly receiver: string | undefined;
  readonly pos: number;
  readonly end: number;
  readonly #parser: Parser;
  readonly #text: string;
  #decl: Decl | undefined;

  constructor({ kind, name, receiver, pos, end }: SkimmedDeclaration, parser: Parser, text: string) {
    this.kind = kind;
    this.name = name;
    this.receiver = receiver;
    this.pos = pos;
    this.end = end;
    this.#parser = parser;
    this.#text = text;
  }

  ast(): Decl {
    return (this.#decl ??= readDeclaration(this.#parser, this.#text, this));
  }

  mentions(word: string): boolean {
    return mentions(this.#text.slice(this.pos, this.end), word);
  }
}

const WORD = /[\w\u{80}-\u{10ffff}]/u;

/** Whether a word occurs with nothing on either side that would make it part of a longer one. */
function mentions(text: string, word: string): boolean {
  if (word === '') return false; // it would be found at the end again and again
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
    if (!WORD.test(text[at - 1] ?? '') && !WORD.test(text[at + word.length] ?? '')) return true;
  }
  return false;
}
