/** Adds up how long named pieces of work take; the time of a piece inside of another one is not counted twice. */
export interface Stopwatch {
  /** Does the work, which may be a promise, and counts its time under the name. */
  readonly measure: <Result>(name: string, work: () => Result) => Result;
  /** Milliseconds by name. */
  readonly totals: () => ReadonlyMap<string, number>;
}

/** Measures nothing. */
export const idleStopwatch: Stopwatch = { measure: (_name, work) => work(), totals: () => new Map() };

/** A stopwatch that asks `now` for milliseconds. For one thread whose pieces of work do not overlap. */
export function stopwatch(now: () => number): Stopwatch {
  const totals = new Map<string, number>();
  const open: string[] = [];
  let since = now();
  // The time since the last change belongs to the innermost open piece.
  const turn = (): void => {
    const time = now();
    const name = open.at(-1);
    if (name !== undefined) totals.set(name, (totals.get(name) ?? 0) + time - since);
    since = time;
  };
  const close = (): void => {
    turn();
    open.pop();
  };
  return {
    measure(name, work) {
      turn();
      open.push(name);
      let isPending = false;
      try {
        const result = work();
        isPending = result instanceof Promise;
        if (result instanceof Promise) void result.then(close, close);
        return result;
      } finally {
        if (!isPending) close();
      }
    },
    totals: () => totals,
  };
}
