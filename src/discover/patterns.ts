import { codeUnitOrder } from '../host/code-unit-order.ts';
import type { Complaint, Discovery, Folder, Found } from './discovery.ts';
import { expandPattern } from './expand-pattern.ts';

/**
 * Finds the folders that the patterns lead to: `./...`, `dir`, `dir/...`, `file.go` and globs, relative to `cwd`
 * (absolute) or absolute; no pattern means `./...`. A path that is named explicitly is always analysed, whatever its
 * name and .gitignore say.
 */
export async function findFolders(patterns: readonly string[], cwd: string): Promise<Discovery> {
  const found: Found[] = [];
  for (const pattern of patterns.length === 0 ? ['./...'] : patterns)
    for (const one of await expandPattern(pattern, cwd)) found.push(one);
  return { folders: mergedFolders(found), complaints: distinctComplaints(found) };
}

/** Each folder once, wanted by all the patterns together; not those of which nothing is wanted. */
function mergedFolders(found: readonly Found[]): readonly Folder[] {
  const wanted = new Map<string, Set<string> | 'all'>();
  for (const one of found) {
    if (one.kind === 'folder') wanted.set(one.folder.dir, merged(wanted.get(one.folder.dir), one.folder.named));
  }
  return [...wanted]
    .map(([dir, files]): Folder => ({ dir, named: files === 'all' ? files : [...files].sort(codeUnitOrder) }))
    .filter(({ named }) => named.length > 0)
    .sort((a, b) => codeUnitOrder(a.dir, b.dir));
}

function merged(before: Set<string> | 'all' | undefined, named: Folder['named']): Set<string> | 'all' {
  if (before === 'all' || named === 'all') return 'all';
  const files = before ?? new Set();
  for (const file of named) files.add(file);
  return files;
}

function distinctComplaints(found: readonly Found[]): readonly Complaint[] {
  const complaints = found.flatMap((one) => (one.kind === 'complaint' ? [one.complaint] : []));
  return [...new Map(complaints.map((complaint) => [complaint.message, complaint])).values()];
}
