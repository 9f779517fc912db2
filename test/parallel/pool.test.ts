import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import type { FolderOutcome } from '../../src/folder/analyze-folder.ts';
import type { Folder } from '../../src/discover/discovery.ts';
import type { HelperReport, HelperTask } from '../../src/parallel/helper-task.ts';
import type { HelperLike, Pool } from '../../src/parallel/pool.ts';
import { analyzeAll, claim } from '../../src/parallel/pool.ts';

const folders: readonly Folder[] = Array.from({ length: 12 }, (_, i) => ({ dir: `/${i}`, named: 'all' }));

function outcome({ dir }: Folder, by: string): FolderOutcome {
  return { packages: 1, files: 1, excluded: 0, wanted: [], tests: [], complaints: [], notices: [`${dir} by ${by}`], analyses: [], mended: [], asked: { folders: [], trees: [] } };
}

/** A helper that does its part when the event loop comes round; what it does with each folder is up to the test. */
class FakeHelper extends EventEmitter implements HelperLike {
  constructor(task: HelperTask, work: (folder: Folder, index: number) => 'done' | 'crash' | 'leave') {
    super();
    setImmediate(() => {
      for (let index = claim(task.next); index < task.folders.length; index = claim(task.next)) {
        const folder = task.folders[index] ?? { dir: '', named: 'all' as const };
        this.#tell({ index, outcome: undefined });
        const end = work(folder, index);
        if (end === 'crash') {
          this.emit('error', Object.assign(new Error('gone'), { code: 'ERR_WORKER_OUT_OF_MEMORY' }));
          break;
        }
        this.#tell({ index, outcome: outcome(folder, 'helper') });
        if (end === 'leave') break;
      }
      this.emit('exit', 0);
    });
  }

  #tell(report: HelperReport): void {
    this.emit('message', report);
  }
}

function pool(changes: Partial<Pool> = {}): Pool {
  return {
    analyze: async (folder, told) => {
      told(10);
      await new Promise((resolve) => setImmediate(resolve));
      return outcome(folder, 'main');
    },
    isBroken: () => false,
    helpers: 2,
    breakEven: 0,
    startHelper: (task) => new FakeHelper(task, () => 'done'),
    progress: () => {},
    ...changes,
  };
}

const dirs = (outcomes: readonly FolderOutcome[]): readonly string[] =>
  outcomes.map(({ notices }) => notices[0]?.split(' ')[0] ?? 'failed');

test('each folder is analysed once, and outcomes keep the order of the folders', async () => {
  const outcomes = await analyzeAll(folders, pool());
  expect(dirs(outcomes)).toEqual(folders.map(({ dir }) => dir));
  expect(new Set(outcomes.map(({ notices }) => notices[0]?.split(' ')[2]))).toEqual(new Set(['main', 'helper']));
});

test('no helper starts for little', async () => {
  const outcomes = await analyzeAll(folders, pool({ breakEven: 1000, startHelper: () => { throw new Error('started'); } }));
  expect(dirs(outcomes)).toEqual(folders.map(({ dir }) => dir));
});

test('helpers start when a large folder has been read, and not when it is done', async () => {
  const events: string[] = [];
  await analyzeAll(folders, pool({
    helpers: 1,
    breakEven: 10,
    analyze: async (folder, told) => {
      told(10);
      events.push('analysed');
      return outcome(folder, 'main');
    },
    startHelper: (task) => {
      events.push('started');
      return new FakeHelper(task, () => 'done');
    },
  }));
  expect(events.slice(0, 2)).toEqual(['started', 'analysed']);
});

test('a helper that breaks down costs the folder it was at, and the reason is said', async () => {
  let crashed = '';
  const startHelper = (task: HelperTask): HelperLike => new FakeHelper(task, ({ dir }) => {
    if (crashed !== '') return 'done';
    crashed = dir;
    return 'crash';
  });
  const outcomes = await analyzeAll(folders, pool({ startHelper }));
  const failures = outcomes.flatMap(({ analyses }) => analyses.flatMap((each) => each.failures));
  expect(failures).toEqual([{ rule: undefined, path: crashed, reason: 'it needs more memory than there is' }]);
  expect(dirs(outcomes).filter((dir) => dir !== 'failed')).toEqual(
    folders.map(({ dir }) => dir).filter((dir) => dir !== crashed),
  );
});

test('when the parser of this thread is broken, helpers take the rest, one after the other as each breaks in turn', async () => {
  let started = 0;
  const startHelper = (task: HelperTask): HelperLike => {
    started++;
    return new FakeHelper(task, () => 'leave');
  };
  const outcomes = await analyzeAll(folders, pool({ isBroken: () => true, helpers: 0, startHelper }));
  expect(dirs(outcomes)).toEqual(folders.map(({ dir }) => dir));
  expect(started).toBe(folders.length);
});

test('helpers that cannot even start are not tried for ever', async () => {
  const startHelper = (): HelperLike => {
    const helper = new EventEmitter();
    setImmediate(() => {
      helper.emit('error', new Error('no such file'));
      helper.emit('exit', 1);
    });
    return helper;
  };
  const outcomes = await analyzeAll(folders, pool({ isBroken: () => true, helpers: 0, startHelper }));
  expect(outcomes.every(({ analyses }) => analyses[0]?.failures.length === 1)).toBe(true);
});
