import { setFlagsFromString } from 'node:v8';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import type { Rule } from '../../engines/kinds.ts';
import { keepOpen } from '../../syntax/source-file.ts';
import { serve } from './server.ts';

/**
 * Characters of Go files whose tokens and trees are kept: more than the packages of the documents that anybody has
 * open.
 */
const kept = 10_000_000;

/** Milliseconds: less is between the keys of who types, more is waited for. */
const pause = 150;

/**
 * Readies a process that is asked all day: what it has read is kept open, and V8 collects before it grows. Without that
 * the process has half as much memory again after a day of edits, of which nothing is used; with it an edit takes a
 * quarter longer.
 */
export function stayLong(): void {
  keepOpen(kept);
  setFlagsFromString('--optimize-for-size');
}

/** Serves an editor over two streams. When the first one ends, or the editor's process, so does this one. */
export function start(
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
  rules: readonly Rule[],
  version: string,
): void {
  stayLong();
  serve(createConnection(ProposedFeatures.all, input, output), { rules, version, pause });
}
