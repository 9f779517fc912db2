import { plainName } from '../function-name.ts';
import type { Stack, Wait } from '../profile.ts';
import { StackTable } from '../stack-table.ts';
import { waitByFrames, waitOf } from '../wait.ts';
import { copied, decoded } from './characters.ts';
import type { Header } from './header.ts';

/** A dump holds at most 64 MB, and a goroutine takes a hundred bytes of it. */
const MOST_GOROUTINES = 2 ** 21;

/** No dump shows more frames of a goroutine; the runtime leaves out those in the middle. */
export const MOST_FRAMES = 512;

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
  /** The functions and files of the frames that there is room for, by their bytes: most are those of many frames. */
  readonly #names = new Map<string, Kept>();
  /** What those that wait for a semaphore of the runtime wait for, by the frame of `sync` that says it. */
  readonly #waits = new Map<number, Wait>();
  /** The frames of the runtime itself. */
  readonly #runtime = new Set<number>();
  /** How many goroutines were left by tests. */
  left = 0;

  /** How many goroutines it has. */
  goroutines = 0;

  has(id: number | undefined): boolean {
    return id !== undefined && this.#ids.has(id);
  }

  /** The number of the frame of a function at `path:line`; undefined where there is no room for one more. */
  frame(func: string, place: string): number | undefined {
    const there = this.#places.get(place);
    const known = there?.find((each) => each.func === func);
    if (known) return known.id;
    if (func.length > LONGEST || place.length > LONGEST) return undefined;
    const colon = place.lastIndexOf(':');
    const line = Math.min(Number(place.slice(colon + 1)), 2 ** 31);
    const [name, file] = [this.#kept(func), this.#kept(place.slice(0, colon))];
    const id = this.#table.frame({ func: plainName(name.decoded), file: file.decoded, line, start: undefined });
    if (id === undefined) return undefined;
    if (func.startsWith('runtime.')) this.#runtime.add(id);
    const wait = func.startsWith('sync.') ? waitByFrames([{ func }]) : 'unknown';
    if (wait !== 'unknown') this.#waits.set(id, wait);
    for (const each of [name, file]) this.#names.set(each.raw, each);
    if (there === undefined) this.#places.set(copied(place), [{ func: name.raw, id }]);
    else there.push({ func: name.raw, id });
    return id;
  }

  #kept(text: string): Kept {
    const known = this.#names.get(text);
    if (known) return known;
    const raw = copied(text);
    return { raw, decoded: decoded(raw) };
  }

  add({ header, frames, created }: OpenGoroutine): void {
    const { id, count, reason, leaked, minutes } = header;
    if (id !== undefined && this.#ids.size < MOST_GOROUTINES) this.#ids.add(id);
    this.goroutines += count;
    if (header.left) this.left += count;
    const said = waitOf(reason);
    const wait = said === 'semaphore' ? frames.map((id) => this.#waits.get(id)).find(Boolean) ?? said : said;
    const sample = { wait, count, bytes: 0, leaked: leaked ? 1 : 0, minutes };
    // A crash may show how the scheduler was called, below the operation that waits.
    const first = Math.max(0, frames.findIndex((id) => !this.#runtime.has(id)));
    const kept = first > 0 || frames.length > MOST_FRAMES ? frames.slice(first, first + MOST_FRAMES) : frames;
    this.#table.add(kept, created, sample);
  }

  /** What came of it: all else that was kept to sum it up can go. */
  finished(): FinishedDump {
    return { goroutines: this.goroutines, left: this.left, lost: this.#table.lost, stacks: this.#table.stacks() };
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

/** A name or a path. Its bytes were read one to a character, which is `raw` and looked up; what is shown is decoded. */
interface Kept {
  readonly raw: string;
  readonly decoded: string;
}
