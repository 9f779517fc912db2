import type { Answer, Question } from '../protocol.ts';

/** A question without its number. */
type Ask = Question extends infer Each ? (Each extends Question ? Omit<Each, 'id'> : never) : never;

/** The analyzer, in a thread of its own. */
export interface Analyzer {
  /**
   * Asks; the answer to an analysis that a later one has overtaken never comes. Rejects where something of ours broke
   * down.
   */
  ask(question: Ask): Promise<Exclude<Answer, { kind: 'ready' | 'failed' }>>;
}

/** What takes longer hangs: the thread is ended, and another one started. */
const MOST_MILLISECONDS = 20_000;

interface Waiting {
  readonly kind: Question['kind'];
  readonly resolve: (answer: Exclude<Answer, { kind: 'ready' | 'failed' }>) => void;
  readonly reject: (error: Error) => void;
  readonly timer: number;
}

/** Starts the analyzer. `onReady` is called when it can answer. */
export function startAnalyzer(onReady: () => void): Analyzer {
  const waiting = new Map<number, Waiting>();
  let last = 0;
  let worker = start();

  function start(): Worker {
    const made = new Worker(new URL('./worker.js', import.meta.url), { type: 'module' });
    made.addEventListener('message', ({ data }: MessageEvent<Answer>) => receive(data));
    made.addEventListener('error', () => restart('The analyzer could not be started.'));
    return made;
  }

  function receive(answer: Answer): void {
    if (answer.kind === 'ready') return onReady();
    if (answer.kind === 'failed') return restart(`The analyzer broke down: ${answer.reason}.`);
    const asked = waiting.get(answer.id);
    if (!asked) return undefined;
    settle(answer.id, asked);
    asked.resolve(answer);
  }

  function settle(id: number, { timer }: Waiting): void {
    clearTimeout(timer);
    waiting.delete(id);
  }

  function restart(why: string): void {
    worker.terminate();
    const all = [...waiting];
    for (const [id, asked] of all) {
      settle(id, asked);
      asked.reject(new Error(why));
    }
    // Without a question there is nothing that another start could be of use for.
    if (all.length > 0) worker = start();
  }

  return {
    ask: (question) => new Promise((resolve, reject) => {
      const id = ++last;
      const timer = setTimeout(() => restart('The analysis took too long, and was ended.'), MOST_MILLISECONDS);
      for (const [old, asked] of waiting)
        if (question.kind === 'analyse' && asked.kind === 'analyse') settle(old, asked);
      waiting.set(id, { kind: question.kind, resolve, reject, timer });
      worker.postMessage({ ...question, id });
    }),
  };
}
