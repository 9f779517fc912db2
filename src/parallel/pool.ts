import type { FolderOutcome } from '../folder/analyze-folder.ts';
import type { Folder } from '../discover/discovery.ts';
import { failedFolder } from './failed-folder.ts';
import type { HelperReport, HelperTask } from './helper-task.ts';

/** What is used of a Worker. */
export interface HelperLike {
  on(event: 'message', listener: (report: HelperReport) => void): unknown;
  on(event: 'error', listener: (error: unknown) => void): unknown;
  on(event: 'exit', listener: (code: number) => void): unknown;
}

/** How the folders of one run are analysed. */
export interface Pool {
  /** Analyses a folder in this thread, and tells before how many characters it has read. */
  readonly analyze: (folder: Folder, told: (size: number) => void) => Promise<FolderOutcome>;
  /** Whether this thread can go on: after its parser has run out of memory it can not. */
  readonly isBroken: () => boolean;
  /** How many threads may help this one. */
  readonly helpers: number;
  /** Characters that this thread reads before helpers start. */
  readonly breakEven: number;
  readonly startHelper: (task: HelperTask) => HelperLike;
  /** Told before each folder how many are done, of how many. */
  readonly progress: (done: number, all: number) => void;
}

/**
 * Analyses all folders, each once, and gives their outcomes in the same order, whichever thread had which. Helpers
 * start when there is enough to do; one that breaks down costs the folder it was at, and is replaced while there is
 * more to do.
 */
export async function analyzeAll(folders: readonly Folder[], pool: Pool): Promise<readonly FolderOutcome[]> {
  const run = new Run(folders, pool);
  await run.workHere();
  await run.waitForHelpers();
  return run.outcomes();
}

class Run {
  readonly #folders: readonly Folder[];
  readonly #pool: Pool;
  /** The number of the next folder that nobody has claimed: threads count it up together. */
  readonly #next = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  readonly #outcomes = new Map<number, FolderOutcome>();
  #helpers: readonly Promise<void>[] = [];
  /** Characters read in this thread. */
  #size = 0;

  constructor(folders: readonly Folder[], pool: Pool) {
    this.#folders = folders;
    this.#pool = pool;
  }

  async workHere(): Promise<void> {
    while (!this.#pool.isBroken()) {
      const index = claim(this.#next);
      const folder = this.#folders[index];
      if (folder === undefined) return;
      this.#pool.progress(index, this.#folders.length);
      this.#outcomes.set(index, await this.#analyzed(folder));
    }
  }

  /** A helper that ends without having claimed a folder cannot run here: to start more of them would never end. */
  async waitForHelpers(): Promise<void> {
    await Promise.all(this.#helpers);
    for (let before = -1; this.#isMoreToDo() && before !== this.#claimed();) {
      before = this.#claimed(); // a helper that cannot even start gets no successor
      await this.#help();
    }
  }

  outcomes(): readonly FolderOutcome[] {
    return this.#folders.map(
      (folder, index) => this.#outcomes.get(index) ?? failedFolder(folder, 'the thread that was at it broke down'),
    );
  }

  /** A mistake of ours costs the folder it shows in, as it does in a helper. */
  async #analyzed(folder: Folder): Promise<FolderOutcome> {
    try {
      return await this.#pool.analyze(folder, (size) => this.#count(size));
    } catch (error) {
      return failedFolder(folder, reasonOf(error));
    }
  }

  /** Helpers start before a large folder is analysed, not after. */
  #count(size: number): void {
    this.#size += size;
    if (this.#helpers.length === 0 && this.#size >= this.#pool.breakEven && this.#isMoreToDo()) this.#startHelpers();
  }

  #isMoreToDo(): boolean {
    return this.#claimed() < this.#folders.length;
  }

  #claimed(): number {
    return Atomics.load(this.#next, 0);
  }

  #startHelpers(): void {
    this.#helpers = Array.from({ length: this.#pool.helpers }, () => this.#help());
  }

  /** Until the helper has nothing to do any more, or breaks down. */
  #help(): Promise<void> {
    return new Promise((resolve) => {
      let current: number | undefined;
      const helper = this.#pool.startHelper({ folders: this.#folders, next: this.#next });
      helper.on('message', (report) => {
        if (report.outcome) this.#outcomes.set(report.index, report.outcome);
        else current = report.index;
      });
      helper.on('error', (error) => {
        const folder = current === undefined ? undefined : this.#folders[current];
        if (current !== undefined && folder && !this.#outcomes.has(current))
          this.#outcomes.set(current, failedFolder(folder, reasonOf(error)));
      });
      helper.on('exit', () => resolve());
    });
  }
}

/** Takes the next folder that nobody has taken. */
export function claim(next: Int32Array): number {
  return Atomics.add(next, 0, 1);
}

function reasonOf(error: unknown): string {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
    ? 'it needs more memory than there is'
    : String(error);
}
