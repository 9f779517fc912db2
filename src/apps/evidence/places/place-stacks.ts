import { displayPath } from '../../../discover/display-path.ts';
import { functionName } from '../profile/function-name.ts';
import type { Frame, Profile, Stack } from '../profile/profile.ts';
import type { Located } from './locate.ts';
import { allocating, anything, calling, possibleAt, starting } from './operations.ts';
import type { OperationKind } from './operations.ts';
import type { Present } from './present-line.ts';
import { presentLine } from './present-line.ts';
import type { Sources } from './sources.ts';

/** A frame whose source is a file of the checkout. */
export interface OwnFrame {
  readonly frame: Frame;
  /** Its place in the stack, from the innermost on, which is 0; -1 for the one that started the goroutine. */
  readonly index: number;
  /** Absolute, and as findings name it. */
  readonly file: string;
  readonly path: string;
  /** Where it is now; undefined where the source has changed so that this cannot be told. */
  readonly present: Present | undefined;
}

/** A stack with its frames in the checkout. */
export interface PlacedStack {
  readonly stack: Stack;
  readonly profile: Profile;
  /** Innermost first. */
  readonly own: readonly OwnFrame[];
  readonly created: OwnFrame | undefined;
}

/** What is needed to place stacks. */
export interface Surroundings {
  readonly located: ReadonlyMap<Frame, Located>;
  readonly sources: Sources;
  readonly cwd: string;
  /** Where a line (from 1) of a file (absolute) has gone since the program was built; undefined where it is no more. */
  readonly moved: (file: string, line: number) => number | undefined;
}

/** Finds the places of the stacks of a profile in the sources as they are now. */
export function placeStacks(profile: Profile, surroundings: Surroundings): readonly PlacedStack[] {
  const placed = profile.stacks.map((stack): PlacedStack => ({
    stack, profile,
    own: stack.frames.flatMap((frame, index) => ownFrame(frame, index, kindsAt(stack, index, profile), surroundings) ?? []),
    created: stack.created && ownFrame(stack.created, -1, starting, surroundings),
  }));
  return withoutDoubt(placed);
}

function kindsAt(stack: Stack, index: number, { kind }: Profile): readonly OperationKind[] {
  if (index > 0) return calling;
  if (kind === 'heap' || stack.wait === 'running') return allocating;
  return stack.wait === 'unknown' ? anything : possibleAt(stack.wait);
}

function ownFrame(frame: Frame, index: number, kinds: readonly OperationKind[], surroundings: Surroundings): OwnFrame | undefined {
  const { located, sources, cwd, moved } = surroundings;
  const place = located.get(frame);
  if (place?.kind !== 'own') return undefined;
  const { file } = place;
  const name = functionName(frame.func);
  const line = moved(file, frame.line);
  const present = line === undefined ? undefined : presentLine(frame, line, name, sources.functions(file, name), kinds);
  return { frame, index, file, path: displayPath(file, cwd), present };
}

/**
 * Without the lines at which functions begin, a file that has changed shows only by lines that do not fit. One that does not
 * makes all lines of its file doubtful.
 */
function withoutDoubt(stacks: readonly PlacedStack[]): readonly PlacedStack[] {
  const all = stacks.flatMap(({ own, created }) => (created ? [...own, created] : own));
  const doubtful = new Set(all.filter(({ present, frame }) => present === undefined && frame.start === undefined).map(({ file }) => file));
  if (doubtful.size === 0) return stacks;
  const cleared = (frame: OwnFrame): OwnFrame =>
    doubtful.has(frame.file) && frame.present?.sure === false ? { ...frame, present: undefined } : frame;
  return stacks.map((each) => ({ ...each, own: each.own.map(cleared), created: each.created && cleared(each.created) }));
}
