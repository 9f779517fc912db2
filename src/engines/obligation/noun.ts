import { dereferenced, typeString } from '../../model/types/type.ts';
import { typeOf } from '../../model/types/type-of.ts';
import type { Acquisition } from './find/acquisition.ts';
import type { Context } from './context.ts';

/** What values are called, by the last words, in lower case, of the names of their types and variables. */
const nouns: Readonly<Record<string, string>> = {
  db: 'database', database: 'database', store: 'store', storage: 'store',
  tx: 'transaction', txn: 'transaction', transaction: 'transaction',
  ln: 'listener', listener: 'listener', lis: 'listener',
  conn: 'connection', connection: 'connection', socket: 'socket',
  f: 'file', file: 'file', fd: 'file', fp: 'file',
  client: 'client', session: 'session', sess: 'session', stream: 'stream', channel: 'channel', watcher: 'watcher',
  rows: 'result set', cursor: 'cursor', stmt: 'statement', statement: 'statement', iterator: 'iterator', iter: 'iterator',
  reader: 'reader', writer: 'writer', pipe: 'pipe', archive: 'archive', device: 'device', handle: 'handle',
};

/**
 * What a message calls the value that a call gives. That of the rule, unless the call is only recognised by the name of
 * a method that may give anything: then what its type, or else its variable, is called, or `resource`.
 */
export function nounOf(
  { call, info, lookalike }: Acquisition,
  holder: string | undefined,
  { rule, model }: Context,
): string {
  if (!lookalike || !rule.withError || rule.byName || rule.part !== undefined) return rule.noun;
  const type = dereferenced(typeOf(call, info, model));
  const named = type ? nounIn(typeString(type)) : undefined;
  return named ?? (holder === undefined ? undefined : nounIn(holder)) ?? 'resource';
}

/** `database` of `kv.Database` and of `userDB`. */
function nounIn(name: string): string | undefined {
  const word = /(?:[A-Z]+|[A-Z]?[a-z]+)\d*$/.exec(name)?.[0].replace(/\d+$/, '').toLowerCase() ?? '';
  return Object.hasOwn(nouns, word) ? nouns[word] : undefined;
}
