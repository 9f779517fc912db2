import type { Edit, Fix } from '../findings/finding.ts';

/** A text with its edits made. They must be apart, and offsets into this text. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { pos, end, text: added } of edits.toSorted((a, b) => a.pos - b.pos)) {
    parts.push(text.slice(at, pos), added);
    at = end;
  }
  return parts.join('') + text.slice(at);
}

/**
 * The fixes that can be made together, in order of the text: of those that touch one another the first. The others may
 * be made later, in the changed text. Two that insert at one place touch.
 */
export function apart<T extends { readonly fix: Fix }>(fixes: readonly T[]): readonly T[] {
  const taken: T[] = [];
  let end = -1;
  for (const each of fixes.toSorted((a, b) => startOf(a.fix) - startOf(b.fix))) {
    if (startOf(each.fix) <= end) continue;
    taken.push(each);
    end = Math.max(...each.fix.edits.map((edit) => edit.end));
  }
  return taken;
}

function startOf({ edits }: Fix): number {
  return Math.min(...edits.map(({ pos }) => pos));
}
