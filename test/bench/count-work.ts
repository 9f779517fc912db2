import { idleStopwatch } from '../../src/stopwatch.ts';
import { noSettings } from '../../src/config/settings.ts';
import { findFolders } from '../../src/discover/patterns.ts';
import { folderAnalyzer } from '../../src/folder/folder-analyzer.ts';
import { disk } from '../../src/host/node.ts';
import type { RunOptions } from '../../src/run-options.ts';
import { loadParser } from '../../src/syntax/parse/load-parser.ts';
import { rules } from '../../rules/index.ts';

/** What a run does, as numbers that are the same on every machine. */
export interface Work {
  /** Characters of the Go files of the packages that were read. */
  readonly read: number;
  /** Characters that tree-sitter was given, what it was given twice counted twice. */
  readonly parsed: number;
  /** Declarations and parts of them that it was given. */
  readonly parses: number;
}

const options: RunOptions = {
  patterns: [], only: [], ignored: [], config: 'none', failOn: undefined, goVersion: undefined, strict: undefined,
  notes: undefined, threads: 1, timings: false, isUnit: false, prefilter: true, fix: 'off', mendOnly: undefined,
  carriesFixes: false,
};

/** Analyses all below a folder (absolute) as the command does without flags, in this thread. */
export async function countWork(folder: string): Promise<Work> {
  const parser = await loadParser();
  const work = { read: 0, parsed: 0, parses: 0 };
  const openParser = async (): Promise<typeof parser> => ({
    ...parser,
    parse(text) {
      work.parsed += text.length;
      work.parses++;
      return parser.parse(text);
    },
  });
  const tools = { stopwatch: idleStopwatch, files: disk, openParser };
  const analyzer = folderAnalyzer(options, rules, async () => noSettings, folder, false, tools);
  for (const each of (await findFolders([], folder)).folders)
    await analyzer.analyze(each, (size) => { work.read += size; });
  analyzer.close();
  parser.close();
  return work;
}
