import { readdirSync, readFileSync } from 'node:fs';
import { assetPath } from '../../src/assets.ts';
import type { Measure } from './probe-output.ts';
import { measures } from './probe-output.ts';

/**
 * A call that shows the leak of a fixture, as a mark at the end of its file says: `//oracle:timers
 * labelledBreak(closed, nothing)`.
 */
export interface Runnable {
  /** `rules/ticker-not-stopped/leaky/end-of-body.go` */
  readonly path: string;
  /** What grows. */
  readonly measure: Measure;
  readonly call: string;
}

/** The marks of all leaky fixtures, in order. Files in a folder of a Go version have none: all run as Go 1.22. */
export function runnableFixtures(): readonly Runnable[] {
  const entries = readdirSync(assetPath('rules'), { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => `rules/${name}/leaky`).sort();
  return folders.flatMap((folder) => {
    const files = readdirSync(assetPath(folder)).filter((name) => name.endsWith('.go')).sort();
    return files.flatMap((name) => marks(`${folder}/${name}`, readFileSync(assetPath(`${folder}/${name}`), 'utf8')));
  });
}

function marks(path: string, text: string): readonly Runnable[] {
  return [...text.matchAll(/^\/\/oracle:(\w+) (.*)$/gm)].map(([mark, word = '', call = '']) => {
    const measure = measures.find((each) => each === word);
    if (measure === undefined) throw new Error(`${path}: unknown measure: ${mark}`);
    return { path, measure, call };
  });
}
