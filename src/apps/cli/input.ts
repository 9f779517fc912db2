import { readSync } from 'node:fs';
import { byteLimits } from '../../host/limits.ts';
import { UsageError } from './arguments/usage-error.ts';

/** The text on standard input, to its end. Throws a UsageError where there is more than a Go file may hold. */
export function readInput(): string {
  const chunks: Buffer[] = [];
  for (let size = 0;;) {
    const chunk = read();
    if (chunk === undefined) continue;
    if (chunk.length === 0) return Buffer.concat(chunks).toString('utf8');
    size += chunk.length;
    if (size > byteLimits.go)
      throw new UsageError(
        `--stdin-filename: standard input is larger than ${byteLimits.go / 2 ** 20} MB; name a smaller file.`,
      );
    chunks.push(chunk);
  }
}

const CHUNK = 2 ** 16;

/** Undefined where nothing has come yet, as from a terminal that does not wait. */
function read(): Buffer | undefined {
  const chunk = Buffer.alloc(CHUNK);
  try {
    return chunk.subarray(0, readSync(0, chunk));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EAGAIN') {
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
      return undefined;
    }
    if (code === 'EOF') return Buffer.alloc(0);
    throw error;
  }
}
