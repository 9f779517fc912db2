import { empty, formOf } from './form.ts';
import type { Profile } from './profile.ts';
import { ProfileError } from './profile.ts';
import { readProtobuf } from './protobuf/read-protobuf.ts';
import { readCounted } from './text/read-counted.ts';
import { TextReader } from './text/text-reader.ts';

/**
 * Reads one input that is in memory as a whole, unpacked, as `readProfile` does piece by piece. Throws a ProfileError.
 */
export function readWhole(name: string, bytes: Uint8Array): Profile {
  if (bytes.length === 0) throw new ProfileError(empty);
  const form = formOf(bytes, characters(bytes.subarray(0, 256)));
  if (form === 'binary') return readProtobuf(name, bytes);
  if (form === 'counted') return readCounted(name, new TextDecoder().decode(bytes));
  const reader = new TextReader();
  for (let at = 0; at < bytes.length; at += PIECE) reader.push(characters(bytes.subarray(at, at + PIECE)));
  return reader.end(name);
}

/** As many arguments as any engine takes. */
const PIECE = 2 ** 14;

/** The bytes, one to a character. (What TextDecoder calls latin1 is another table.) */
function characters(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}
