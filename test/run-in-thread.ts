import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';
import { assetPath } from '../src/assets.ts';

/** How a program ended. */
export interface Result {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** What the program is given. */
export interface Run {
  readonly cwd: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  /** What is on standard input. */
  readonly input: string;
}

/** Milliseconds after which a run hangs, however busy the machine is. */
const PATIENCE = 300_000;

let runner: ((run: Run) => Result) | undefined;

/** Runs the built program in a thread that has loaded it before, and waits for its end. */
export function runInThread(run: Run): Result {
  runner ??= startRunner();
  return runner(run);
}

function startRunner(): (run: Run) => Result {
  const { port1: port, port2 } = new MessageChannel();
  const done = new Int32Array(new SharedArrayBuffer(4));
  const workerData = { main: assetPath('dist/src/main.cjs'), done: done.buffer, port: port2 };
  // As deep as the stack of a process is.
  const resourceLimits = { stackSizeMb: 1.15 };
  const worker = new Worker(assetPath('test/program-thread.mjs'), {
    workerData,
    transferList: [port2],
    resourceLimits,
  });
  worker.unref();
  return (run) => {
    Atomics.store(done, 0, 0);
    port.postMessage(run);
    if (Atomics.wait(done, 0, 0, PATIENCE) === 'timed-out') {
      runner = undefined;
      void worker.terminate();
      throw new Error(`golint-leaks ${run.args.join(' ')} in ${run.cwd} does not end`);
    }
    return receiveMessageOnPort(port)?.message;
  };
}
