import type { Frame, Wait } from './profile.ts';

/** The words in which the runtime says why a goroutine waits (`runtime/runtime2.go`, waitReasonStrings). */
const reasons: Readonly<Record<string, Wait>> = {
  'chan send': 'send', 'chan receive': 'receive-or-range', select: 'select', 'select (no cases)': 'nothing',
  'chan send (nil chan)': 'nothing', 'chan receive (nil chan)': 'nothing', sleep: 'sleep', 'IO wait': 'io', semacquire: 'semaphore',
  'sync.Mutex.Lock': 'lock', 'sync.RWMutex.Lock': 'lock', 'sync.RWMutex.RLock': 'lock', 'sync.WaitGroup.Wait': 'wait-group',
  'sync.Cond.Wait': 'condition', syscall: 'syscall', running: 'running', runnable: 'running', waiting: 'unknown',
  'synctest.Wait': 'condition', 'synctest.Run': 'condition', 'chan receive (synctest)': 'receive-or-range',
};

/** Older versions had other words for what is the runtime's own business; those are recognised by how they begin. */
const own = ['GC ', 'finalizer', 'force gc', 'cleanup', 'trace reader', 'timer goroutine', 'debug call', 'idle', 'dead', 'garbage'];

/** What a goroutine waits for, by the words behind its number in a dump. */
export function waitOf(reason: string): Wait {
  const known = reasons[reason];
  if (known !== undefined && Object.hasOwn(reasons, reason)) return known;
  return own.some((start) => reason.startsWith(start)) ? 'runtime' : 'unknown';
}

/** What the innermost frames of the runtime and of `sync` mean, the first that is known decides. */
const frames: Readonly<Record<string, Wait>> = {
  'runtime.chansend1': 'send',
  'runtime.chansend': 'send',
  'runtime.chanrecv1': 'receive',
  'runtime.chanrecv2': 'receive-or-range',
  'runtime.selectgo': 'select',
  'runtime.block': 'nothing',
  'runtime.netpollblock': 'io',
  'internal/poll.runtime_pollWait': 'io',
  'time.Sleep': 'sleep',
  'sync.(*Mutex).Lock': 'lock',
  'sync.(*Mutex).lockSlow': 'lock',
  'internal/sync.(*Mutex).Lock': 'lock',
  'sync.(*RWMutex).Lock': 'lock',
  'sync.(*RWMutex).RLock': 'lock',
  'sync.(*WaitGroup).Wait': 'wait-group',
  'sync.(*Cond).Wait': 'condition',
  'syscall.Syscall': 'syscall',
  'syscall.Syscall6': 'syscall',
  'runtime.gcBgMarkWorker': 'runtime',
  'runtime.bgsweep': 'runtime',
  'runtime.bgscavenge': 'runtime',
  'runtime.forcegchelper': 'runtime',
  'runtime.runfinq': 'runtime',
  'runtime.runFinalizers': 'runtime',
  'runtime.runCleanups': 'runtime',
  'os/signal.signal_recv': 'runtime',
};

/**
 * How many frames stand between the scheduler and the operation at most: `lockSlow` within `internal/sync` is deepest.
 */
const DEEPEST = 8;

/** What a goroutine waits for, by its innermost frames: those of the runtime must be there. */
export function waitByFrames(stack: readonly Pick<Frame, 'func'>[]): Wait {
  for (const { func } of stack.slice(0, DEEPEST)) {
    const known = Object.hasOwn(frames, func) ? frames[func] : undefined;
    if (known !== undefined) return known;
    if (!/^(?:runtime|sync|internal)[./]/.test(func)) break;
  }
  return 'unknown';
}

/** The stack from where the runtime was called; all of it where nothing else is there. */
export function withoutRuntime(stack: readonly Frame[]): readonly Frame[] {
  const first = stack.findIndex(({ func }) => !func.startsWith('runtime.'));
  return first === -1 ? stack : stack.slice(first);
}
