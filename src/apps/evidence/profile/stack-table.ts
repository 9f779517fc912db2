import type { Frame, Stack, Wait } from './profile.ts';

/** More different frames and stacks than any program has. Beyond them stacks are counted, and not kept. */
const MOST_FRAMES = 2 ** 20;
const MOST_NODES = 2 ** 21;
const MOST_STACKS = 2 ** 18;

/** What is known of one goroutine, or of one sample of a heap. */
export interface Sample {
  readonly wait: Wait;
  readonly count: number;
  readonly bytes: number;
  readonly leaked: number;
  readonly minutes: number | undefined;
}

type Sum = { -readonly [Key in keyof Stack]: Stack[Key] };

/** Sums up stacks: equal frames are one object, equal stacks one entry, whatever their number. Its memory is bounded. */
export class StackTable {
  /** How many samples had no room. */
  lost = 0;
  readonly #frames: Frame[] = [];
  readonly #ids = new Map<string, number>();
  /** A tree of frames: the node below a node, by `node * MOST_FRAMES + frame`. */
  readonly #nodes = new Map<number, number>();
  readonly #sums = new Map<string, Sum>();

  /** The number of a frame; undefined where there is no room for another one. */
  frame(frame: Frame): number | undefined {
    const key = `${frame.line} ${frame.start ?? ''} ${frame.func} ${frame.file}`;
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    if (this.#frames.length >= MOST_FRAMES) return undefined;
    this.#ids.set(key, this.#frames.length);
    return this.#frames.push(frame) - 1;
  }

  /** Adds what has this stack, given by the numbers of its frames, innermost first, and that of its `go` statement. */
  add(frames: readonly number[], created: number | undefined, sample: Sample): void {
    const node = this.#node(frames);
    const key = `${node} ${created ?? ''} ${sample.wait}`;
    const sum = this.#sums.get(key);
    if (sum !== undefined) addTo(sum, sample);
    else if (node === undefined || this.#sums.size >= MOST_STACKS) this.lost += sample.count;
    else this.#sums.set(key, this.#sum(frames, created, sample));
  }

  stacks(): readonly Stack[] {
    return [...this.#sums.values()];
  }

  #sum(frames: readonly number[], created: number | undefined, sample: Sample): Sum {
    return {
      ...sample,
      frames: frames.flatMap((id) => this.#frames[id] ?? []),
      created: created === undefined ? undefined : this.#frames[created],
    };
  }

  #node(frames: readonly number[]): number | undefined {
    let node = 0;
    for (const frame of frames) {
      const edge = node * MOST_FRAMES + frame;
      const next = this.#nodes.get(edge);
      if (next === undefined && this.#nodes.size >= MOST_NODES) return undefined;
      node = next ?? this.#nodes.size + 1;
      if (next === undefined) this.#nodes.set(edge, node);
    }
    return node;
  }
}

function addTo(sum: Sum, { count, bytes, leaked, minutes }: Sample): void {
  sum.count += count;
  sum.bytes += bytes;
  sum.leaked += leaked;
  if (minutes !== undefined) sum.minutes = Math.max(sum.minutes ?? 0, minutes);
}
