import { assetBytes } from '../../assets.ts';
import type { Limits, Parser } from './parser.ts';
import { startParser } from './parser.ts';

/**
 * Loads runtime and grammar from the files beside the program; takes some 30 ms, so only when there is something to
 * parse.
 */
export async function loadParser(limits?: Limits): Promise<Parser> {
  return startParser(assetBytes('grammars/tree-sitter-go.wasm'), limits);
}
