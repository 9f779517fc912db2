// Runs the built program again and again in one thread, which loads it once (test/built-program.ts starts it).
import { createRequire } from 'node:module';
import { workerData } from 'node:worker_threads';

const { obey } = createRequire(import.meta.url)(workerData.main);
const done = new Int32Array(workerData.done);

workerData.port.on('message', async ({ cwd, args, env, input }) => {
  const [out, err] = [[], []];
  const { code } = await obey(args, {
    cwd, env, isTerminal: { out: false, err: false }, print: (text) => out.push(text), draw: (text) => err.push(text),
    isReaderGone: () => false, readInput: () => input, build: 'test', helpers: 0,
    startHelper: () => { throw new Error('threads of a thread: take runProcess'); },
  });
  workerData.port.postMessage({ code, out: out.join(''), err: err.join('') });
  Atomics.store(done, 0, 1);
  Atomics.notify(done, 0);
});
