import type { Frame, Stack, Wait } from './profile.ts';

/** More different frames than any program has. Beyond them, and beyond so many stacks, stacks are counted, and not kept. */
const MOST_FRAMES = 2 ** 17;
/** The same of stacks. */
export const MOST_STACKS = 2 ** 16;
/** Of all stacks together, as numbers of their frames. */
const MOST_LINKS = 2 ** 21;

/** What is known of one goroutine, or of one sample of a heap. */
export interface Sample {
  readonly wait: Wait;
  readonly count: number;
  readonly bytes: number;
  readonly leaked: number;
  readonly minutes: number | undefined;
}

/**
 * Samples with one stack, whose frames are numbers until somebody asks for the stacks: most dumps of a log are thrown
 * away.
 */
interface Sum {
  readonly wait: Wait;
  readonly frames: readonly number[];
  readonly created: number | undefined;
  count: number;
  bytes: number;
  leaked: number;
  minutes: number | undefined;
}

/**
 * Sums up stacks: equal frames are one object, equal stacks one entry, whatever their number. Its memory is bounded.
 */
export class StackTable {
  /** How many samples had no room. */
  lost = 0;
  readonly #frames: Frame[] = [];
  readonly #ids = new Map<string, number>();
  /** Of frames that are one object: to compare them by what they hold takes longer. */
  readonly #same = new WeakMap<Frame, number>();
  #links = 0;
  readonly #sums = new Map<string, Sum>();

  /** The number of a frame; undefined where there is no room for another one. */
  frame(frame: Frame): number | undefined {
    const same = this.#same.get(frame);
    if (same !== undefined) return same;
    const id = this.#equal(frame);
    if (id !== undefined) this.#same.set(frame, id);
    return id;
  }

  #equal(frame: Frame): number | undefined {
    const key = `${frame.line} ${frame.start ?? ''} ${frame.func} ${frame.file}`;
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    if (this.#frames.length >= MOST_FRAMES) return undefined;
    this.#ids.set(key, this.#frames.length);
    return this.#frames.push(frame) - 1;
  }

  /** Adds what has this stack, given by the numbers of its frames, innermost first, and that of its `go` statement. */
  add(frames: readonly number[], created: number | undefined, sample: Sample): void {
    const key = `${frames.join()} ${created ?? ''} ${sample.wait}`;
    const sum = this.#sums.get(key);
    if (sum !== undefined) return addTo(sum, sample);
    this.#links += frames.length;
    if (this.#links > MOST_LINKS || this.#sums.size >= MOST_STACKS) this.lost += sample.count;
    else this.#sums.set(key, { ...sample, frames, created });
  }

  stacks(): readonly Stack[] {
    return Array.from(this.#sums.values(), (sum) => ({
      ...sum,
      frames: sum.frames.flatMap((id) => this.#frames[id] ?? []),
      created: sum.created === undefined ? undefined : this.#frames[sum.created],
    }));
  }
}

function addTo(sum: Sum, { count, bytes, leaked, minutes }: Sample): void {
  sum.count += count;
  sum.bytes += bytes;
  sum.leaked += leaked;
  if (minutes !== undefined) sum.minutes = Math.max(sum.minutes ?? 0, minutes);
}
