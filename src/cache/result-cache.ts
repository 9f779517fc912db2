import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { ownFile } from './own-file.ts';
import { replaceCacheFile } from './replace-cache-file.ts';

/**
 * What is known about folders from earlier runs. Two runs may use one cache at a time: a file is replaced as a whole,
 * and the last one wins. What cannot be read, or is damaged, counts as empty; what cannot be written is not written.
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
 * Opens the cache in a folder. `scope` names what may share results: another scope is another file. Only files of the
 * user's own are believed (see ownFile), and nothing in them that their checksum does not cover.
 */
export function openCache(folder: string, scope: string, user: number | undefined): ResultCache {
  const file = join(folder, `${digest(scope).slice(0, 32)}.cache`);
  const entries = readEntries(file, scope, user);
  let changed = false;
  return {
    get(name, signature) {
      const entry = entries.get(name);
      return entry?.signature === digest(signature) ? parsed(entry.value) : undefined;
    },
    put(name, signature, value) {
      entries.delete(name); // so that it becomes the youngest
      entries.set(name, { signature: digest(signature), value: JSON.stringify(value) });
      changed = true;
    },
    save() {
      if (changed) replaceCacheFile(folder, file, () => contentWith(entries, scope));
    },
  };
}

interface Entry {
  readonly signature: string;
  /** JSON, without line ends. */
  readonly value: string;
}

function readEntries(file: string, scope: string, user: number | undefined): Map<string, Entry> {
  const content = ownFile(file, user)?.toString('utf8') ?? '';
  const [, sum = '', body = ''] = /^([0-9a-f]{64})\n(.*)$/s.exec(content) ?? [];
  if (digest(body) !== sum) return new Map();
  const [head, ...lines] = body.split('\n');
  if (head !== digest(scope)) return new Map();
  return new Map(lines.flatMap((line) => {
    const [quoted = '', signature = '', value = ''] = line.split('\t', 3);
    const name = parsed(quoted);
    return typeof name === 'string' ? [[name, { signature, value }] as const] : [];
  }));
}

/** Undefined for what is not JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
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
