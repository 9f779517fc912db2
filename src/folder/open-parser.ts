import { setFlagsFromString } from 'node:v8';
import { loadParser } from '../syntax/parse/load-parser.ts';
import type { Parser } from '../syntax/parse/parser.ts';

/**
 * Opens a parser for this thread. At its end a process waits for V8 to finish compiling wasm a second, better time. A
 * run that `isShort` has no use for that: it would cost more than all the rest; from about a megabyte of parsing on it
 * pays.
 */
export async function openParser(isShort: boolean): Promise<Parser> {
  if (!isShort) return loadParser();
  setTiers('--no-');
  const parser = await loadParser();
  return {
    parse: (text) => parser.parse(text),
    isBroken: () => parser.isBroken(),
    close() {
      parser.close();
      // V8 accepts code that is kept from an earlier run only under the flags under which it was made.
      setTiers('--');
    },
  };
}

function setTiers(prefix: '--' | '--no-'): void {
  setFlagsFromString(`${prefix}wasm-tier-up`);
  setFlagsFromString(`${prefix}wasm-dynamic-tiering`);
}
