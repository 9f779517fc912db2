import type { Dirent } from 'node:fs';
import { readdirSync } from 'node:fs';
import { codeUnitOrder } from './code-unit-order.ts';
import { failure } from './failure.ts';

/** What is in a folder, sorted by name, or why that is not known. */
export type Listing =
  | { readonly kind: 'entries'; readonly entries: readonly Dirent[] }
  | { readonly kind: 'unreadable'; readonly why: string };

/** Lists a folder without looking at each entry: the kinds come with the names. */
export function listFolder(dir: string): Listing {
  try {
    const entries = readdirSync(dir, { withFileTypes: true });
    return { kind: 'entries', entries: entries.sort((a, b) => codeUnitOrder(a.name, b.name)) };
  } catch (error) {
    return { kind: 'unreadable', why: failure(error, dir) };
  }
}
