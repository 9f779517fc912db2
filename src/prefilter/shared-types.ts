import { bodyEnd } from './container-fields.ts';

/** What goroutines share has a lock, or a map that has its own. */
const signs: readonly string[] = ['Mutex', 'sync.Map', 'SyncMap'];
const declared = /^(?:type |\t)([A-Za-z_\u{80}-\u{10ffff}][\w\u{80}-\u{10ffff}]{0,80}) struct \{/gmu;

/** The structs with a lock in them, by the text: what goroutines share lives, as a rule, as long as what they serve. */
export function sharedTypes(texts: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const text of texts) {
    if (!hasLock(text)) continue;
    for (const { 1: type = '', index } of text.matchAll(declared)) if (hasLock(text.slice(index, bodyEnd(text, index)))) found.add(type);
  }
  return found;
}

function hasLock(text: string): boolean {
  return signs.some((sign) => text.includes(sign));
}
