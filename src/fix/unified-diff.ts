import type { Change } from '../line-changes.ts';
import { lineChanges } from '../line-changes.ts';

/** How many unchanged lines are shown around a change. */
const CONTEXT = 3;

/**
 * The change of one file as `diff -u` writes it and `git apply` and `patch -p1` read it; empty where nothing changes.
 */
export function unifiedDiff(path: string, before: string, after: string): string {
  const old = linesOf(before);
  const now = linesOf(after);
  const hunks = grouped(lineChanges(old, now)).map((changes) => hunk(changes, old, now));
  return hunks.length === 0 ? '' : `--- ${header('a', path)}\n+++ ${header('b', path)}\n${hunks.join('')}`;
}

/** With their line ends, so that a file may end without one and `\r` is what it is. */
function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/** As git quotes names: those with control characters and quotes in full, a tab behind those with a space. */
function header(side: 'a' | 'b', path: string): string {
  const name = `${side}/${path.replace(/^\/+/, '')}`;
  if (/[\p{Cc}"\\]/u.test(name)) return JSON.stringify(name);
  return name.includes(' ') ? `${name}\t` : name;
}

/** Changes whose contexts meet are shown in one hunk. */
function grouped(changes: readonly Change[]): readonly (readonly Change[])[] {
  const groups: Change[][] = [];
  for (const change of changes) {
    const last = groups[groups.length - 1];
    const before = last?.[last.length - 1];
    if (last && before && change.from - before.to <= 2 * CONTEXT) last.push(change);
    else groups.push([change]);
  }
  return groups;
}

function hunk(changes: readonly Change[], old: readonly string[], now: readonly string[]): string {
  const [first] = changes;
  const last = changes[changes.length - 1];
  if (!first || !last) return '';
  const from = Math.max(0, first.from - CONTEXT);
  const to = Math.min(old.length, last.to + CONTEXT);
  const newFrom = first.newFrom - (first.from - from);
  const newTo = last.newTo + (to - last.to);
  const lines = changes.flatMap((change, index) => [
    ...marked(' ', old, changes[index - 1]?.to ?? from, change.from),
    ...marked('-', old, change.from, change.to),
    ...marked('+', now, change.newFrom, change.newTo),
  ]).concat(marked(' ', old, last.to, to));
  return `@@ -${range(from, to)} +${range(newFrom, newTo)} @@\n${lines.map(ended).join('')}`;
}

function marked(mark: ' ' | '-' | '+', lines: readonly string[], from: number, to: number): readonly string[] {
  return lines.slice(from, to).map((line) => `${mark}${line}`);
}

/** `first,count`; of no lines, the line before. */
function range(from: number, to: number): string {
  const count = to - from;
  return count === 1 ? String(from + 1) : `${count === 0 ? from : from + 1},${count}`;
}

function ended(line: string): string {
  return line.endsWith('\n') ? line : `${line}\n\\ No newline at end of file\n`;
}
