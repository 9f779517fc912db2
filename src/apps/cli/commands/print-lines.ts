import { inert, visible } from '../../../visible.ts';
import type { Shell } from '../shell.ts';

/** Prints lines that may hold names of files or texts of the user, made safe for a terminal. */
export function printLines(lines: readonly string[], { print }: Shell): void {
  print(inert(lines.map((line) => `${visible(line)}\n`).join('')));
}
