import { codeUnitOrder } from './code-unit-order.ts';
import type { Entry, FileSystem, Listing } from './file-system.ts';
import { memoryFiles } from './memory.ts';

/**
 * Files of which some have another text than on the disk, as in the buffers of an editor or the index of git: texts by
 * absolute path count, also where there is no such file yet, and what is `hidden` is not there.
 */
export function overlay(
  base: FileSystem,
  buffers: ReadonlyMap<string, string>,
  hidden: ReadonlySet<string> = new Set(),
): FileSystem {
  const open = memoryFiles(Object.fromEntries(buffers));
  const list = (dir: string): Listing => {
    const [below, above] = [base.list(dir), open.list(dir)];
    if (above.kind === 'unreadable' && hidden.size === 0) return below;
    if (below.kind === 'unreadable') return above.kind === 'unreadable' ? below : above;
    const seen = below.entries.filter(({ name }) => !hidden.has(dir === '/' ? `/${name}` : `${dir}/${name}`));
    const entries = new Map<string, Entry>(
      [...(above.kind === 'entries' ? above.entries : []), ...seen].map((each) => [each.name, each]),
    );
    return { kind: 'entries', entries: [...entries.values()].sort((a, b) => codeUnitOrder(a.name, b.name)) };
  };
  return {
    list,
    readText: (path, limit) => (buffers.has(path) || hidden.has(path) ? open : base).readText(path, limit),
    exists: (path) => (!hidden.has(path) && base.exists(path)) || open.exists(path),
    kind: (path) => (buffers.has(path) || hidden.has(path) || !base.exists(path) ? open : base).kind(path),
    realPath: (path) => base.realPath(path) ?? open.realPath(path),
    state: (path) => (buffers.has(path) || hidden.has(path) ? open : base).state(path),
  };
}
