import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The text of a line of a file, without the space around it; undefined where there is none. */
export type LineText = (module: string, file: string, line: number) => string | undefined;

/** Reads lines of the modules in these folders; a file is read once. */
export function lineText(folders: ReadonlyMap<string, string>): LineText {
  const texts = new Map<string, readonly string[]>();
  return (module, file, line) => {
    const path = join(folders.get(module) ?? '', file);
    const lines = texts.get(path) ?? linesOf(path);
    texts.set(path, lines);
    return lines[line - 1]?.trim();
  };
}

function linesOf(path: string): readonly string[] {
  try {
    return readFileSync(path, 'utf8').split('\n');
  } catch {
    return [];
  }
}
