/** Rounds of work that follow what an editor tells, when it has been silent for a while. */
export interface Rounds {
  /** A round is due so many milliseconds after the last call; one that is under way has had its time. */
  soon(delay: number): void;
  /** Comes when no round is waiting for its time. */
  quiet(): Promise<void>;
  /** Comes when no round is waiting or under way. */
  idle(): Promise<void>;
  /** Takes back what is due. */
  stop(): void;
}

/** `round` is told whether it is stale: then it ends as soon as it can, for another one is due. It fails never. */
export function rounds(round: (isStale: () => boolean) => Promise<void>): Rounds {
  let timer: NodeJS.Timeout | undefined;
  let number = 0;
  let running: Promise<void> = Promise.resolve();
  let waiting: (() => void)[] = [];
  const begin = (): void => {
    timer = undefined;
    const mine = number;
    running = Promise.all([running, round(() => mine !== number)]).then(() => {});
    for (const wake of waiting.splice(0)) wake();
  };
  const quiet = (): Promise<void> =>
    timer === undefined
      ? Promise.resolve()
      : new Promise((resolve) => {
          waiting.push(resolve);
        });
  return {
    soon(delay) {
      number++;
      clearTimeout(timer);
      timer = setTimeout(begin, delay);
    },
    quiet,
    async idle() {
      while (timer !== undefined) {
        await quiet();
        await running;
      }
      await running;
    },
    stop() {
      number++;
      clearTimeout(timer);
      timer = undefined;
      for (const wake of waiting.splice(0)) wake();
    },
  };
}
