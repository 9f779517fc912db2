import { codeUnitOrder } from './code-unit-order.ts';
import type { Entry, FileSystem, Listing } from './file-system.ts';
import { memoryFiles } from './memory.ts';

/** Files of which some are open in an editor: what is in its buffers (texts by absolute path) counts, also where there is no such file yet. */
export function overlay(base: FileSystem, buffers: ReadonlyMap<string, string>): FileSystem {
  const open = memoryFiles(Object.fromEntries(buffers));
  const list = (dir: string): Listing => {
    const [below, above] = [base.list(dir), open.list(dir)];
    if (above.kind === 'unreadable') return below;
    if (below.kind === 'unreadable') return above;
    const entries = new Map<string, Entry>([...above.entries, ...below.entries].map((each) => [each.name, each]));
    return { kind: 'entries', entries: [...entries.values()].sort((a, b) => codeUnitOrder(a.name, b.name)) };
  };
  return {
    list,
    readText: (path, limit) => (buffers.has(path) ? open : base).readText(path, limit),
    exists: (path) => base.exists(path) || open.exists(path),
    kind: (path) => (buffers.has(path) || !base.exists(path) ? open : base).kind(path),
    realPath: (path) => base.realPath(path) ?? open.realPath(path),
    state: (path) => (buffers.has(path) ? open : base).state(path),
  };
}
