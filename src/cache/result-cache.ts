import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { replaceCacheFile } from './replace-cache-file.ts';

/**
 * What is known about folders from earlier runs. Two runs may use one cache at a time: a file is replaced as a whole, and
 * the last one wins. What cannot be read, or is damaged, counts as empty; what cannot be written is not written.
 */
export interface ResultCache {
  /** What was put for a name with the same signature; undefined where there is nothing. */
  get(name: string, signature: string): unknown;
  put(name: string, signature: string, value: object): void;
  /** Writes what is new. */
  save(): void;
}

/** Bytes in one file, oldest entries first to go. */
const MOST_BYTES = 16 * 2 ** 20;

/**
 * Opens the cache in a folder. `scope` names what may share results: another scope is another file. Nothing in a file is
 * believed that its checksum does not cover. `now` is in milliseconds since 1970.
 */
export function openCache(folder: string, scope: string, now: number): ResultCache {
  const file = join(folder, `${digest(scope).slice(0, 32)}.cache`);
  const entries = readEntries(file, scope);
  let changed = false;
  return {
    get(name, signature) {
      const entry = entries.get(name);
      return entry?.signature === digest(signature) ? JSON.parse(entry.value) : undefined;
    },
    put(name, signature, value) {
      entries.delete(name); // so that it becomes the youngest
      entries.set(name, { signature: digest(signature), value: JSON.stringify(value) });
      changed = true;
    },
    save() {
      if (changed) replaceCacheFile(folder, file, () => contentWith(entries, scope), now);
    },
  };
}

interface Entry {
  readonly signature: string;
  /** JSON, without line ends. */
  readonly value: string;
}

function readEntries(file: string, scope: string): Map<string, Entry> {
  const [, sum = '', body = ''] = /^([0-9a-f]{64})\n(.*)$/s.exec(contentOf(file)) ?? [];
  if (digest(body) !== sum) return new Map();
  const [head, ...lines] = body.split('\n');
  if (head !== digest(scope)) return new Map();
  return new Map(lines.map((line) => {
    const [name = '', signature = '', value = ''] = line.split('\t', 3);
    return [JSON.parse(name), { signature, value }];
  }));
}

function contentOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function contentWith(entries: ReadonlyMap<string, Entry>, scope: string): string {
  const body = [digest(scope), ...youngest(entries)].join('\n');
  return `${digest(body)}\n${body}`;
}

/** The lines of as many entries as there is room for. JSON escapes line ends and tabs. */
function youngest(entries: ReadonlyMap<string, Entry>): readonly string[] {
  const lines: string[] = [];
  let room = MOST_BYTES;
  for (const [name, { signature, value }] of [...entries].reverse()) {
    const line = [JSON.stringify(name), signature, value].join('\t');
    room -= line.length;
    if (room < 0) break;
    lines.push(line);
  }
  return lines.reverse();
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
