/** Work that takes no longer needs no line. */
const patience = 1000;
const pause = 100;

/** A line on a terminal that says how far the work is. */
export interface Progress {
  /** To be told as often as one likes. */
  readonly tell: (done: number, all: number) => void;
  /** Takes the line away. */
  readonly clear: () => void;
}

/**
 * A line that comes when the work takes longer than a second. `write` writes to a terminal, `now` gives milliseconds.
 */
export function progressLine(write: (text: string) => void, now: () => number): Progress {
  const start = now();
  let last: number | undefined;
  return {
    tell: (done, all) => {
      const time = now();
      if (time - start < patience || (last !== undefined && time - last < pause)) return;
      last = time;
      write(`\r\x1b[Kgolint-leaks: ${done} of ${all} folders`);
    },
    clear: () => {
      if (last !== undefined) write('\r\x1b[K');
      last = undefined;
    },
  };
}
