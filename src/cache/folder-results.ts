import type { FolderOutcome } from '../folder/analyze-folder.ts';
import type { Folder } from '../discover/discovery.ts';
import { folderSignature } from '../discover/folder-signature.ts';
import type { FolderChoice } from '../folder/folder-choice.ts';
import { disk } from '../host/node.ts';
import { isOutcome } from './is-outcome.ts';
import type { NeighbourStates } from './neighbour-states.ts';
import { neighbourStates } from './neighbour-states.ts';
import type { ResultCache } from './result-cache.ts';

/** Where the results of earlier runs are, and the time. */
export interface FolderResults {
  readonly open: () => Promise<ResultCache>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** With fewer folders than this nothing is asked. */
  readonly breakEven: number;
}

/** With fewer folders than this, asking a cache on the disk costs more than it saves. */
export const BREAK_EVEN = 8;

/**
 * File systems count time in steps of up to two seconds: what was changed so shortly before it was read could change
 * again without a new time. Such a folder is not remembered.
 */
const STEP = 2_500;

/**
 * The outcomes of folders, in order: those that are known and still hold, and the others from `analyze`, which are then
 * kept.
 */
export async function remembered(
  folders: readonly Folder[], choices: readonly FolderChoice[], results: FolderResults | undefined,
  analyze: (folders: readonly Folder[]) => Promise<readonly FolderOutcome[]>,
): Promise<readonly FolderOutcome[]> {
  if (!results || folders.length < results.breakEven) return analyze(folders);
  const cache = await results.open();
  const latest = results.now() - STEP;
  const neighbours = neighbourStates(disk);
  const lookups = folders.map((folder, i) => lookUp(folder, choices[i], { cache, neighbours, latest }));
  const unknown = lookups.filter(({ outcome }) => outcome === undefined);
  const fresh = await analyze(unknown.map(({ folder }) => folder));
  const now = neighbourStates(disk); // what has changed meanwhile is young
  unknown.forEach((lookup, i) => keep(lookup, fresh[i], { cache, neighbours: now, latest }));
  cache.save();
  const outcomes = new Map(unknown.map(({ folder }, i) => [folder, fresh[i]]));
  return lookups.flatMap(({ folder, outcome }) => outcome ?? outcomes.get(folder) ?? []);
}

interface Lookup {
  readonly folder: Folder;
  /** Undefined where the folder cannot be remembered. */
  readonly signature: string | undefined;
  readonly outcome: FolderOutcome | undefined;
}

/** What tells whether an outcome still holds. */
interface Knowledge {
  readonly cache: ResultCache;
  readonly neighbours: NeighbourStates;
  readonly latest: number;
}

function lookUp(folder: Folder, choice: FolderChoice | undefined, { cache, neighbours, latest }: Knowledge): Lookup {
  const found = folder.named === 'all' ? folderSignature(folder.dir) : undefined;
  if (!choice || !found || found.changed > latest) return { folder, signature: undefined, outcome: undefined };
  const signature = `${found.text}\n${choice.identity}`;
  const kept = cache.get(folder.dir, signature);
  const holds = isKept(kept) && kept.neighbours === neighbours.of(kept.outcome.asked, latest);
  return { folder, signature, outcome: holds ? kept.outcome : undefined };
}

/** What is kept of a folder. */
interface Kept {
  readonly outcome: FolderOutcome;
  /** The state of what the analysis looked at beside the folder. */
  readonly neighbours: string;
}

function isKept(value: unknown): value is Kept {
  return (
    typeof value === 'object'
    && value !== null
    && 'outcome' in value
    && isOutcome(value.outcome)
    && 'neighbours' in value
  );
}

/** What broke down is tried again. */
function keep(
  { folder, signature }: Lookup,
  outcome: FolderOutcome | undefined,
  { cache, neighbours, latest }: Knowledge,
): void {
  if (signature === undefined || outcome === undefined || outcome.analyses.some(({ failures }) => failures.length > 0))
    return;
  const state = neighbours.of(outcome.asked, latest);
  if (state === undefined) return;
  const kept: Kept = { outcome, neighbours: state };
  cache.put(folder.dir, signature, kept);
}
