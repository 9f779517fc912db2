import { gunzipSync } from 'node:zlib';
import type { Profile } from '../../src/apps/evidence/profile/profile.ts';
import { readProfile } from '../../src/apps/evidence/profile/read-profile.ts';

/** Reads an input that is given as text or bytes, in pieces of a size; unpacked where it is packed. */
export function read(input: string | Uint8Array, size = 2 ** 18): Promise<Profile> {
  const given = typeof input === 'string' ? Buffer.from(input) : Buffer.from(input);
  const bytes = given[0] === 0x1f && given[1] === 0x8b ? gunzipSync(given) : given;
  return readProfile('input', pieces(bytes, size));
}

async function* pieces(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/**
 * The stacks of a profile in one line each: `3 send main.work /src/a.go:12 < main.main /src/a.go:4 | main.start
 * /src/a.go:9`.
 */
export function shown({ stacks }: Profile): readonly string[] {
  const frame = ({ func, file, line }: Profile['stacks'][number]['frames'][number]): string =>
    `${func} ${file}:${line}`;
  return stacks.map(({ count, wait, frames, created }) =>
    `${count} ${wait} ${frames.map(frame).join(' < ')}${created ? ` | ${frame(created)}` : ''}`);
}
