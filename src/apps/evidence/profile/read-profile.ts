import { empty, formOf } from './form.ts';
import type { Profile } from './profile.ts';
import { ProfileError } from './profile.ts';
import { readProtobuf } from './protobuf/read-protobuf.ts';
import { readCounted } from './text/read-counted.ts';
import { TextReader } from './text/text-reader.ts';

/** Profiles of large services have a tenth of that. Only dumps and logs may be larger: they are read piece by piece. */
export const MOST_BYTES = 96 * 2 ** 20;

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
    if (start.length === 0) throw new ProfileError(empty);
    return await readForm(name, start, rest);
  } finally {
    await iterator.return?.();
  }
}

async function readForm(name: string, start: Buffer, rest: AsyncIterable<Buffer>): Promise<Profile> {
  const form = formOf(start, start.toString('latin1', 0, 256));
  if (form === 'binary') return readProtobuf(name, await whole(start, rest));
  if (form === 'counted') return readCounted(name, (await whole(start, rest)).toString('utf8'));
  const reader = new TextReader();
  reader.push(start.toString('latin1'));
  for await (const piece of rest) reader.push(piece.toString('latin1'));
  return reader.end(name);
}

async function whole(start: Buffer, rest: AsyncIterable<Buffer>): Promise<Buffer> {
  const pieces = [start];
  let size = start.length;
  for await (const piece of rest) {
    pieces.push(piece);
    size += piece.length;
    if (size > MOST_BYTES)
      throw new ProfileError(`is larger than ${MOST_BYTES / 2 ** 20} MB unpacked, which no profile of Go is`);
  }
  return Buffer.concat(pieces);
}
