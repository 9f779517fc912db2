/**
 * The program of a helping thread: analyses folders that nobody has claimed until there are none, or its parser is
 * broken.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { rules } from '../../rules/index.ts';
import { settingsFinder } from '../config/settings-finder.ts';
import { folderAnalyzer } from '../folder/folder-analyzer.ts';
import type { RunOptions } from '../run-options.ts';
import type { HelperReport, HelperTask } from './helper-task.ts';
import { claim } from './pool.ts';

/** What the thread is started with. */
export interface HelperData {
  readonly options: RunOptions;
  readonly cwd: string;
  readonly task: HelperTask;
}

void help(workerData);

async function help({ options, cwd, task: { folders, next } }: HelperData): Promise<void> {
  const analyzer = folderAnalyzer(options, rules, settingsFinder(rules.map(({ id }) => id), cwd, options.config), cwd, false);
  while (!analyzer.isBroken()) {
    const index = claim(next);
    const folder = folders[index];
    if (folder === undefined) return;
    report({ index, outcome: undefined });
    report({ index, outcome: await analyzer.analyze(folder) });
  }
}

function report(message: HelperReport): void {
  parentPort?.postMessage(message);
}
