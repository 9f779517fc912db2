import { Language, Parser as Engine } from 'web-tree-sitter';
import { cursorsFor } from './cursors-for.ts';
import { treeCopier } from './tree.ts';
import type { CopyTree, OpenCursor, SyntaxNode } from './tree.ts';

/**
 * What came of one parse. `damaged`: syntax errors. `refused`: too large, too deep or too much work, or the parser
 * itself is broken.
 */
export type Parsed =
  | { readonly kind: 'tree'; readonly root: SyntaxNode }
  | { readonly kind: 'damaged' }
  | { readonly kind: 'refused' };

/** Reads Go text into syntax trees. Equal texts give equal answers: limits count work, never time. */
export interface Parser {
  /** Reads the text of one declaration. */
  parse(text: string): Parsed;
  /**
   * Whether the wasm module has aborted: it refuses everything from then on, and only another thread or process
   * recovers.
   */
  isBroken(): boolean;
  close(): void;
}

/** What one parse may cost. */
export interface Limits {
  /**
   * UTF-16 code units. A tree takes up to 85 bytes of wasm memory for each; the module aborts at 2 GiB and never gives
   * memory back.
   */
  readonly size: number;
  /**
   * Progress reports, one in 100 operations of the parser, for each code unit. Measured: 0.01 for ordinary Go, 0.08 for
   * the densest.
   */
  readonly work: number;
}

const LIMITS: Limits = { size: 4 * 1024 * 1024, work: 0.125 };

/** Progress reports that even the shortest text may use. */
const WORK_FLOOR = 100;

/** The wasm module with all that it exports, once it has started. */
const RUNTIME = {};
let started: Promise<void> | undefined;

/** Only once: two starts that overlap would make two modules, and mix up in `RUNTIME` what they export. */
async function start(): Promise<void> {
  return (started ??= Engine.init(RUNTIME));
}

/** Starts the runtime with a grammar: its bytes or, in a browser, its address. Takes some 30 ms. */
export async function startParser(grammar: Uint8Array | string, limits: Limits = LIMITS): Promise<Parser> {
  await start();
  const language = await Language.load(grammar);
  const engine = new Engine();
  engine.setLanguage(language);
  const copy = treeCopier(language);
  return new WasmParser(engine, copy, cursorsFor(engine, copy, RUNTIME), limits);
}

class WasmParser implements Parser {
  #engine: Engine | undefined;
  readonly #copy: CopyTree;
  readonly #open: OpenCursor;
  readonly #limits: Limits;

  constructor(engine: Engine, copy: CopyTree, open: OpenCursor, limits: Limits) {
    this.#engine = engine;
    this.#copy = copy;
    this.#open = open;
    this.#limits = limits;
  }

  parse(text: string): Parsed {
    if (this.#engine === undefined || text.length > this.#limits.size) return { kind: 'refused' };
    try {
      return this.#read(this.#engine, text);
    } catch (error) {
      if (!isAbort(error)) throw error;
      this.close();
      return { kind: 'refused' };
    }
  }

  isBroken(): boolean {
    return this.#engine === undefined;
  }

  close(): void {
    try {
      this.#engine?.delete();
    } catch {
      // After an abort nothing in the module can be freed. The attempt still matters: it takes the engine off the
      // finalization registry, whose call into the dead module would be an uncaught exception.
    }
    this.#engine = undefined;
  }

  #read(engine: Engine, text: string): Parsed {
    let work = WORK_FLOOR + text.length * this.#limits.work;
    const tree = engine.parse(text, null, { progressCallback: () => --work < 0 });
    if (tree === null) {
      // Otherwise the next parse goes on with the rest of this one.
      engine.reset();
      return { kind: 'refused' };
    }
    try {
      if (tree.rootNode.hasError) return { kind: 'damaged' };
      const root = this.#copy(tree, this.#open);
      return root === undefined ? { kind: 'refused' } : { kind: 'tree', root };
    } finally {
      tree.delete();
    }
  }
}

/** Out of memory, and any other end of the wasm module. */
function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === 'RuntimeError';
}
