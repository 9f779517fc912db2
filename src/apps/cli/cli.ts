#!/usr/bin/env node
import { cacheFolder } from '../../cache/cache-folder.ts';
import { namedFolders } from '../../cache/code-folder.ts';
import { codeLoader } from '../../cache/code-loader.ts';

/** Changes with each change of this program: the build puts a digest of it here. */
declare const BUILD: string;

/** Whoever says where results are kept, or that none are, means compiled code as well. */
const isCacheChosen = process.argv.some(
  (word) => word === '--no-cache' || word === '--cache' || word.startsWith('--cache='),
);
const folder = isCacheChosen ? undefined : cacheFolder(process.env, process.platform);
const { load, keep } = codeLoader(import.meta.dirname, {
  folder, identity: `${BUILD}-${process.version}-${process.arch}`, user: process.geteuid?.(), foreign: foreignFolders(),
});

// The program stands in other files, because Node compiles this one anew each time.
const { main }: typeof import('./main.ts') = load('./main.cjs');
void main(BUILD).then((isAnalysis) => (isAnalysis ? keep() : undefined));

/** The working directory, where it still exists, and what is analysed. */
function foreignFolders(): readonly string[] {
  try {
    return namedFolders(process.argv.slice(2), process.cwd());
  } catch {
    return [];
  }
}
