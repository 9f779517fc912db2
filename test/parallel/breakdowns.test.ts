import { EventEmitter } from 'node:events';
import { describe, expect, test } from 'vitest';
import type { FolderOutcome } from '../../src/folder/analyze-folder.ts';
import type { Folder } from '../../src/discover/discovery.ts';
import type { HelperReport, HelperTask } from '../../src/parallel/helper-task.ts';
import type { HelperLike, Pool } from '../../src/parallel/pool.ts';
import { analyzeAll, claim } from '../../src/parallel/pool.ts';

function outcome(dir: string): FolderOutcome {
  return { packages: 1, files: 1, excluded: 0, wanted: [dir], tests: [], complaints: [], notices: [], analyses: [], mended: [], asked: { folders: [], trees: [] } };
}

const folders = ['a', 'b', 'c', 'd', 'e', 'f'].map((dir): Folder => ({ dir, named: 'all' }));

/** What a helper does with a folder that it has claimed: finishes it, or ends, with an exception or without. */
type Doing = 'finish' | 'throw' | 'run out of memory' | 'exit';

/** A helper without a thread, which works in turns with everybody else. */
function fakeHelper(task: HelperTask, doing: (dir: string) => Doing): HelperLike {
  const helper = new EventEmitter();
  const tell = (report: HelperReport): boolean => helper.emit('message', report);
  const work = (): void => {
    const index = claim(task.next);
    const folder = task.folders[index];
    if (folder === undefined) return void helper.emit('exit');
    tell({ index, outcome: undefined });
    const act = doing(folder.dir);
    if (act === 'finish') {
      tell({ index, outcome: outcome(folder.dir) });
      setImmediate(work);
      return;
    }
    if (act === 'throw') helper.emit('error', new TypeError('a mistake of ours'));
    if (act === 'run out of memory')
      helper.emit('error', Object.assign(new Error('limit'), { code: 'ERR_WORKER_OUT_OF_MEMORY' }));
    helper.emit('exit');
  };
  setImmediate(work);
  return helper;
}

function pool(changes: Partial<Pool>): Pool {
  return {
    analyze: async ({ dir }, told) => {
      told(5_000_000); // large enough that helpers are wanted
      return outcome(dir);
    },
    isBroken: () => false,
    helpers: 1,
    breakEven: 4_000_000,
    startHelper: () => {
      throw new Error('no helper is wanted');
    },
    progress: () => {},
    ...changes,
  };
}

/** Breaks after the first folder. */
function brokenSoon(): Pick<Pool, 'analyze' | 'isBroken'> {
  let done = 0;
  return {
    isBroken: () => done > 0,
    analyze: async ({ dir }) => {
      done++;
      return outcome(dir);
    },
  };
}

/** For each folder `ok`, or why it failed. */
function told(outcomes: readonly FolderOutcome[]): readonly string[] {
  return outcomes.map(
    ({ wanted, analyses }) => analyses[0]?.failures[0]?.reason ?? (wanted.length > 0 ? 'ok' : 'nothing'),
  );
}

describe('what breaks down', () => {
  test('an exception in this thread costs the folder it was at', async () => {
    const analyze: Pool['analyze'] = async ({ dir }) => {
      if (dir === 'b') throw new RangeError('too deep');
      return outcome(dir);
    };
    expect(told(await analyzeAll(folders, pool({ analyze })))).toEqual([
      'ok',
      'RangeError: too deep',
      'ok',
      'ok',
      'ok',
      'ok',
    ]);
  });

  test('where this thread breaks, a helper does the rest', async () => {
    const outcomes = await analyzeAll(
      folders,
      pool({ ...brokenSoon(), helpers: 0, startHelper: (task) => fakeHelper(task, () => 'finish') }),
    );
    expect(told(outcomes)).toEqual(folders.map(() => 'ok'));
  });

  test.each([
    ['throw', 'TypeError: a mistake of ours'],
    ['run out of memory', 'it needs more memory than there is'],
    ['exit', 'the thread that was at it broke down'],
  ] as const)('a helper that does this: %s, costs the folder it was at and is replaced', async (act, reason) => {
    let started = 0;
    const startHelper = (task: HelperTask): HelperLike => {
      started++;
      return fakeHelper(task, (dir) => (dir === 'b' || dir === 'd' ? act : 'finish'));
    };
    const outcomes = await analyzeAll(folders, pool({ ...brokenSoon(), startHelper }));
    expect(told(outcomes)).toEqual(['ok', reason, 'ok', reason, 'ok', 'ok']);
    expect(started).toBe(3);
  });

  test('where no helper can run, that ends, and is said of each folder that nobody looked at', async () => {
    let started = 0;
    const startHelper = (): HelperLike => {
      started++;
      const helper = new EventEmitter();
      setImmediate(() => {
        helper.emit('error', new Error('no such file'));
        helper.emit('exit');
      });
      return helper;
    };
    const outcomes = await analyzeAll(folders, pool({ ...brokenSoon(), startHelper }));
    expect(told(outcomes)).toEqual(['ok', ...folders.slice(1).map(() => 'the thread that was at it broke down')]);
    expect(started).toBe(1);
  });
});
