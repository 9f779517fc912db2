import type { FolderOutcome } from '../folder/analyze-folder.ts';
import type { Folder } from '../discover/discovery.ts';
import { folderSignature } from '../discover/folder-signature.ts';
import type { FolderChoice } from '../folder/folder-choice.ts';
import { isOutcome } from './is-outcome.ts';
import type { ResultCache } from './result-cache.ts';

/** Where the results of earlier runs are, and the time. */
export interface FolderResults {
  readonly open: () => Promise<ResultCache>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** With fewer folders than this, asking the cache costs more than it saves. */
const BREAK_EVEN = 8;

/**
 * File systems count time in steps of up to two seconds: what was changed so shortly before it was read could change
 * again without a new time. Such a folder is not remembered.
 */
const STEP = 2_500;

/** The outcomes of folders, in order: those that are known and still hold, and the others from `analyze`, which are then kept. */
export async function remembered(
  folders: readonly Folder[], choices: readonly FolderChoice[], results: FolderResults | undefined,
  analyze: (folders: readonly Folder[]) => Promise<readonly FolderOutcome[]>,
): Promise<readonly FolderOutcome[]> {
  if (!results || folders.length < BREAK_EVEN) return analyze(folders);
  const cache = await results.open();
  const latest = results.now() - STEP;
  const lookups = folders.map((folder, i) => lookUp(folder, choices[i], cache, latest));
  const unknown = lookups.filter(({ outcome }) => outcome === undefined);
  const fresh = await analyze(unknown.map(({ folder }) => folder));
  unknown.forEach((lookup, i) => keep(lookup, fresh[i], cache));
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

function lookUp(folder: Folder, choice: FolderChoice | undefined, cache: ResultCache, latest: number): Lookup {
  const found = folder.named === 'all' ? folderSignature(folder.dir) : undefined;
  if (!choice || !found || found.changed > latest) return { folder, signature: undefined, outcome: undefined };
  const signature = `${found.text}\n${choice.identity}`;
  const outcome = cache.get(folder.dir, signature);
  return { folder, signature, outcome: isOutcome(outcome) ? outcome : undefined };
}

/** What broke down is tried again. */
function keep({ folder, signature }: Lookup, outcome: FolderOutcome | undefined, cache: ResultCache): void {
  if (signature === undefined || outcome === undefined || outcome.analyses.some(({ failures }) => failures.length > 0)) return;
  cache.put(folder.dir, signature, outcome);
}
