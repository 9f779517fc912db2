import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import type { Rule } from '../../engines/kinds.ts';
import { keepOpen } from '../../syntax/source-file.ts';
import { serve } from './server.ts';

/** Characters of Go files whose tokens and trees are kept: more than the packages of the documents that anybody has open. */
const kept = 10_000_000;

/** Milliseconds: less is between the keys of who types, more is waited for. */
const pause = 150;

/** Serves an editor over two streams. When the first one ends, or the editor's process, so does this one. */
export function start(input: NodeJS.ReadableStream, output: NodeJS.WritableStream, rules: readonly Rule[], version: string): void {
  keepOpen(kept);
  serve(createConnection(ProposedFeatures.all, input, output), { rules, version, pause });
}
