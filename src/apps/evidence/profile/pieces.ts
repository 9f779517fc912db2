import { createReadStream, statSync } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { ProfileError } from './profile.ts';

/** Pieces of that size are read as fast as any, and leave little behind. */
const PIECE = 2 ** 16;

/** What a packed log may hold: more is an attack on whoever unpacks it. */
export const MOST_UNPACKED = 2 ** 34;

/**
 * The bytes of an input in pieces, unpacked where it is packed by gzip. `path` is absolute; undefined for standard
 * input. Throws a ProfileError where it cannot be read.
 */
export async function* piecesOf(path: string | undefined): AsyncGenerator<Buffer> {
  if (path !== undefined && statSync(path, { throwIfNoEntry: false })?.isDirectory() === true)
    throw new ProfileError('is a folder; name a file in it');
  const file =
    path === undefined
      ? createReadStream('', { fd: 0, autoClose: false, highWaterMark: PIECE })
      : createReadStream(path, { highWaterMark: PIECE });
  try {
    yield* unpacked(file);
  } catch (error) {
    throw asProfileError(error);
  } finally {
    file.destroy();
  }
}

async function* unpacked(file: AsyncIterable<Buffer> & NodeJS.ReadableStream): AsyncGenerator<Buffer> {
  const iterator = file[Symbol.asyncIterator]();
  const first = await iterator.next();
  if (first.done === true) return;
  const again: AsyncIterable<Buffer> = { async *[Symbol.asyncIterator]() {
    yield first.value;
    for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) yield next.value;
  } };
  if (first.value[0] !== 0x1f || first.value[1] !== 0x8b) yield* again;
  else yield* gunzipped(again);
}

async function* gunzipped(packed: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const gunzip = createGunzip({ chunkSize: PIECE });
  const feed = async (): Promise<void> => {
    for await (const piece of packed)
      if (!gunzip.write(piece)) await new Promise((resolve) => gunzip.once('drain', resolve));
    gunzip.end();
  };
  const fed = feed().catch((error: unknown) =>
    gunzip.destroy(error instanceof Error ? error : new Error(String(error))),
  );
  let size = 0;
  for await (const piece of gunzip) {
    const bytes: Buffer = piece;
    size += bytes.length;
    if (size > MOST_UNPACKED) throw new ProfileError(`is larger than ${MOST_UNPACKED / 2 ** 30} GB unpacked`);
    yield bytes;
  }
  await fed;
}

function asProfileError(error: unknown): Error {
  if (!(error instanceof Error) || error instanceof ProfileError)
    return error instanceof Error ? error : new Error(String(error));
  const code = 'code' in error ? String(error.code) : error.message;
  return new ProfileError(words[code] ?? `cannot be read (${code})`);
}

const words: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file; name a profile, or - for standard input',
  EACCES: 'cannot be read: permission denied',
  Z_BUF_ERROR: 'is cut off; fetch it again, to its end',
  Z_DATA_ERROR: 'is broken: gzip cannot unpack it; fetch it again',
};
