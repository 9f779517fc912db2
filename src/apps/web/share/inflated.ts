/** Thrown where packed bytes are broken, or hold more than they may. */
export class PackedError extends Error {}

/** Packs bytes. */
export async function deflated(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const packer = new CompressionStream('deflate-raw');
  feed(packer.writable, bytes);
  return joined(packer.readable, Infinity);
}

/** Unpacks bytes, and stops as soon as there are more than `most`. Throws a PackedError. */
export async function inflated(
  bytes: Uint8Array<ArrayBuffer>,
  format: 'deflate-raw' | 'gzip',
  most: number,
): Promise<Uint8Array> {
  const unpacker = new DecompressionStream(format);
  feed(unpacker.writable, bytes);
  try {
    return await joined(unpacker.readable, most);
  } catch (error) {
    throw error instanceof PackedError ? error : new PackedError('is broken');
  }
}

/** What goes wrong with the writing shows at the reading. */
function feed(writable: CompressionStream['writable'], bytes: Uint8Array<ArrayBuffer>): void {
  const writer = writable.getWriter();
  writer.write(bytes).catch(() => {});
  writer.close().catch(() => {});
}

async function joined(readable: ReadableStream<Uint8Array>, most: number): Promise<Uint8Array> {
  const reader = readable.getReader();
  const pieces: Uint8Array[] = [];
  let size = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    pieces.push(next.value);
    size += next.value.length;
    if (size <= most) continue;
    reader.cancel().catch(() => {});
    throw new PackedError('is too large');
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
