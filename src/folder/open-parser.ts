import { setFlagsFromString } from 'node:v8';
import { loadParser } from '../syntax/parse/load-parser.ts';
import type { Parser } from '../syntax/parse/parser.ts';

/**
 * Opens a parser for this thread, and tells V8 what is coming, until it is closed: V8 accepts code that is kept from an
 * earlier run only under the flags under which it was made.
 *
 * V8 optimises a function for the shapes of objects that it has seen. Trees have a hundred, so what it makes in the first
 * seconds is thrown away again and again, which took a third of a run's CPU time.
 *
 * At its end a process waits for V8 to finish compiling wasm a second, better time. A run that `isShort` has no use for
 * that: it would cost more than all the rest; from about a megabyte of parsing on it pays.
 */
export async function openParser(isShort: boolean): Promise<Parser> {
  setFlags(tiering.late);
  if (isShort) setFlags(wasmTiers.map((tier) => `--no-${tier}`));
  const parser = await loadParser();
  return {
    parse: (text) => parser.parse(text),
    isBroken: () => parser.isBroken(),
    close() {
      parser.close();
      setFlags(tiering.usual);
      setFlags(wasmTiers.map((tier) => `--${tier}`));
    },
  };
}

const wasmTiers = ['wasm-tier-up', 'wasm-dynamic-tiering'];

/**
 * When V8 optimises a function: in Node 20 by how much it has run, since then by how often it has been called after the
 * last shape that was new to it.
 */
const tiering = process.versions.v8.startsWith('11.3.')
  ? { late: ['--interrupt-budget=1000000'], usual: ['--interrupt-budget=67584'] }
  : { late: ['--minimum-invocations-after-ic-update=20000'], usual: ['--minimum-invocations-after-ic-update=500'] };

function setFlags(flags: readonly string[]): void {
  for (const flag of flags) setFlagsFromString(flag);
}
