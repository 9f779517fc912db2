import { plainName } from '../function-name.ts';
import type { Stack } from '../profile.ts';
import { StackTable } from '../stack-table.ts';
import { waitOf } from '../wait.ts';
import type { Header } from './header.ts';

/** A dump holds at most 64 MB, and a goroutine takes a hundred bytes of it. */
const MOST_GOROUTINES = 2 ** 21;

/** No dump shows more frames of a goroutine; the runtime leaves out those in the middle. */
const MOST_FRAMES = 512;

/** Names and paths beyond that are no name and no path. */
const LONGEST = 4096;

/** A goroutine that is being read. */
export interface OpenGoroutine {
  readonly header: Header;
  readonly frames: number[];
  created: number | undefined;
}

/** One dump of the goroutines of a process: what was in a log file without anything else in between. */
export class Dump {
  readonly #table = new StackTable();
  /** The numbers of its goroutines: the second of the same number belongs to another dump. */
  readonly #ids = new Set<number>();
  /** The frames of each place, most often one, so that a frame is found by one look. */
  readonly #places = new Map<string, { readonly func: string; readonly id: number }[]>();
  /** How many goroutines were left by tests. */
  left = 0;

  get goroutines(): number {
    return this.#ids.size;
  }

  has(id: number): boolean {
    return this.#ids.has(id);
  }

  /** The number of the frame of a function at `path:line`; undefined where there is no room for one more. */
  frame(func: string, place: string): number | undefined {
    const there = this.#places.get(place);
    const known = there?.find((each) => each.func === func);
    if (known) return known.id;
    if (func.length > LONGEST || place.length > LONGEST) return undefined;
    const path = kept(place);
    const colon = path.lastIndexOf(':');
    const line = Math.min(Number(path.slice(colon + 1)), 2 ** 31);
    const id = this.#table.frame({ func: plainName(kept(func)), file: path.slice(0, colon), line, start: undefined });
    if (id === undefined) return undefined;
    if (there === undefined) this.#places.set(kept(place, true), [{ func: kept(func, true), id }]);
    else there.push({ func: kept(func, true), id });
    return id;
  }

  add({ header, frames, created }: OpenGoroutine): void {
    if (this.#ids.size < MOST_GOROUTINES) this.#ids.add(header.id);
    if (header.left) this.left++;
    const { reason, leaked, minutes } = header;
    const sample = { wait: waitOf(reason), count: 1, bytes: 0, leaked: leaked ? 1 : 0, minutes };
    this.#table.add(frames.slice(0, MOST_FRAMES), created, sample);
  }

  /** What came of it: all else that was kept to sum it up can go. */
  finished(): FinishedDump {
    return { goroutines: this.#ids.size, left: this.left, lost: this.#table.lost, stacks: this.#table.stacks() };
  }
}

/** A dump that was read to its end. */
export interface FinishedDump {
  readonly goroutines: number;
  /** How many of them were left by tests. */
  readonly left: number;
  /** How many had no room. */
  readonly lost: number;
  readonly stacks: readonly Stack[];
}

/**
 * A copy that does not keep the chunk alive which it was cut from. The bytes were read one to a character; what is shown
 * is decoded, what is looked up stays `raw`.
 */
function kept(text: string, raw = false): string {
  const bytes = Uint8Array.from(text, (char) => char.charCodeAt(0));
  return raw ? String.fromCharCode(...bytes) : utf8.decode(bytes);
}

/** Knows no byte order mark, and takes what is no UTF-8 for U+FFFD. */
const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
