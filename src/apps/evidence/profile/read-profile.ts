import type { Profile } from './profile.ts';
import { ProfileError } from './profile.ts';
import { readProtobuf } from './protobuf/read-protobuf.ts';
import { DumpReader } from './text/dump-reader.ts';
import { isCounted, readCounted } from './text/read-counted.ts';

/** Profiles of large services have a tenth of that. Only dumps and logs may be larger: they are read piece by piece. */
const MOST_BYTES = 96 * 2 ** 20;

/** How much of an input must be there before its form can be told. */
const ENOUGH = 64;

/**
 * Reads one input: a profile in its binary form or as text, a dump, or a log with dumps; unpacked, in pieces. Throws a
 * ProfileError where it is none of these.
 */
export async function readProfile(name: string, pieces: AsyncIterable<Buffer>): Promise<Profile> {
  let start: Buffer = Buffer.alloc(0);
  const iterator = pieces[Symbol.asyncIterator]();
  try {
    for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) {
      start = start.length === 0 ? next.value : Buffer.concat([start, next.value]);
      if (start.length >= ENOUGH) break;
    }
    const rest: AsyncIterable<Buffer> = { [Symbol.asyncIterator]: () => iterator };
    if (start.length === 0) throw new ProfileError('is empty; give a profile, a dump, or a log with one');
    return await readForm(name, start, rest);
  } finally {
    await iterator.return?.();
  }
}

async function readForm(name: string, start: Buffer, rest: AsyncIterable<Buffer>): Promise<Profile> {
  const words = start.toString('latin1', 0, 256).replace(/^\xef\xbb\xbf/, '');
  if (isBinary(start)) return readProtobuf(name, await whole(start, rest));
  if (isCounted(words)) return readCounted(name, (await whole(start, rest)).toString('utf8'));
  refuse(words);
  const reader = new DumpReader();
  reader.push(start);
  for await (const piece of rest) reader.push(piece);
  return reader.end(name);
}

/** A profile begins with one of its fields, most often a short message of small numbers, which are no characters of a text. */
function isBinary(start: Buffer): boolean {
  const [first = 0] = start;
  const isField = first >= 8 && first < 128 && (first % 8 === 0 || first % 8 === 2);
  return isField && start.subarray(0, 16).some((byte) => byte < 9);
}

/** Other files that people have at hand, with the way to the right one. */
function refuse(words: string): void {
  if (words.startsWith('\x28\xb5\x2f\xfd') || words.startsWith('PK\x03\x04') || words.startsWith('BZh'))
    throw new ProfileError('is packed in a form that is not read here; unpack it first');
  if (/^\s*<(?:!doctype|html)/i.test(words))
    throw new ProfileError('is a page of HTML, no profile; take the address of the profile itself, such as /debug/pprof/goroutine');
  if (words.startsWith('go 1.') && words.includes(' trace'))
    throw new ProfileError('is a trace of execution, which does not tell what stays; take /debug/pprof/goroutine or /debug/pprof/heap');
}

async function whole(start: Buffer, rest: AsyncIterable<Buffer>): Promise<Buffer> {
  const pieces = [start];
  let size = start.length;
  for await (const piece of rest) {
    pieces.push(piece);
    size += piece.length;
    if (size > MOST_BYTES) throw new ProfileError(`is larger than ${MOST_BYTES / 2 ** 20} MB unpacked, which no profile of Go is`);
  }
  return Buffer.concat(pieces);
}
