import { createHash } from 'node:crypto';
import type { FolderOutcome } from '../folder/analyze-folder.ts';
import type { FileSystem } from '../host/file-system.ts';
import { joined, parentOf } from '../host/paths.ts';
import { isGoFile, isSkippedFolder } from '../workspace/go-names.ts';

/** What tells, without reading them, whether the folders of other packages are still as they were. */
export interface NeighbourStates {
  /**
   * The state of all that an analysis looked at beside its own folder; undefined where something of it was changed
   * after `latest` (milliseconds since 1970), so that it could change again without a new time.
   */
  of(asked: FolderOutcome['asked'], latest: number): string | undefined;
}

/** The state of one folder's own files, or of all that is below it. */
interface State {
  readonly digest: string;
  readonly changed: number;
}

/** A folder with those in it that may hold packages. */
interface FolderState extends State {
  readonly folders: readonly string[];
}

/** What decides, besides Go files, what a package is and which folder an import leads to. */
const deciding: ReadonlySet<string> = new Set(['go.mod', 'go.work', '.gitignore']);

/** Each folder is looked at once. */
export function neighbourStates(files: FileSystem): NeighbourStates {
  const folders = new Map<string, FolderState>();
  const trees = new Map<string, State>();
  const folder = (dir: string): FolderState => {
    const state = folders.get(dir) ?? stateOf(dir, files);
    folders.set(dir, state);
    return state;
  };
  const tree = (dir: string): State => {
    const state = trees.get(dir) ?? joinedState([folder(dir), ...folder(dir).folders.map(tree)]);
    trees.set(dir, state);
    return state;
  };
  return {
    of(asked, latest) {
      const around = new Set(asked.folders.flatMap(withParents));
      const state = joinedState([...[...around].sort().map(folder), ...asked.trees.toSorted().map(tree)]);
      return state.changed > latest ? undefined : state.digest;
    },
  };
}

/** A go.mod that appears between makes another module of what is below. */
function withParents(dir: string): readonly string[] {
  const parent = parentOf(dir);
  return parent === dir ? [dir] : [dir, ...withParents(parent)];
}

function stateOf(dir: string, files: FileSystem): FolderState {
  const listing = files.list(dir);
  if (listing.kind === 'unreadable') return { digest: digestOf([dir, listing.why]), changed: 0, folders: [] };
  const names = listing.entries.map(({ name }) => name).filter((name) => isGoFile(name) || deciding.has(name));
  const states = names.map((name) => ({ name, state: files.state(joined(dir, name)) }));
  return {
    digest: digestOf([dir, ...states.map(({ name, state }) => `${name} ${state?.text ?? ''}`)]),
    changed: Math.max(0, ...states.map(({ state }) => state?.changed ?? 0)),
    folders: listing.entries
      .filter(({ name, kind }) => kind === 'folder' && name !== 'vendor' && !isSkippedFolder(name))
      .map(({ name }) => joined(dir, name)),
  };
}

function joinedState(states: readonly State[]): State {
  return {
    digest: digestOf(states.map(({ digest }) => digest)),
    changed: states.reduce((latest, { changed }) => Math.max(latest, changed), 0),
  };
}

/** Long texts would be kept for each folder. */
function digestOf(texts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const text of texts) hash.update(`${text}\0`);
  return hash.digest('hex');
}
