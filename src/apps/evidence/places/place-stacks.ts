import { displayPath } from '../../../discover/path/display-path.ts';
import { functionName } from '../profile/function-name.ts';
import type { Frame, Profile, Stack } from '../profile/profile.ts';
import type { Located } from './locate.ts';
import { allocating, anything, calling, possibleAt, starting, waitAt } from './operations.ts';
import type { OperationKind } from './operations.ts';
import type { Present } from './present-line.ts';
import { presentLine } from './present-line.ts';
import type { Placeable } from './shift.ts';
import { shiftOf } from './shift.ts';
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
  const known = new Map<Frame, Source | undefined>();
  const sourceOf = (frame: Frame): Source | undefined => {
    if (!known.has(frame)) known.set(frame, source(frame, surroundings));
    return known.get(frame);
  };
  return withoutDoubt(profile.stacks.map((stack) => placeStack(stack, profile, sourceOf)));
}

/** Where the source of a frame is, whatever stack it is in. */
interface Source extends Pick<Placeable, 'functions'> {
  readonly file: string;
  readonly path: string;
  /** The line where it is now, as far as git says. */
  readonly line: number | undefined;
}

function source(frame: Frame, { located, sources, cwd, moved }: Surroundings): Source | undefined {
  const place = located.get(frame);
  if (place?.kind !== 'own') return undefined;
  const { file } = place;
  return {
    file,
    path: displayPath(file, cwd),
    line: moved(file, frame.line),
    functions: sources.functions(file, functionName(frame.func)),
  };
}

type SourceOf = (frame: Frame) => Source | undefined;

function placeStack(stack: Stack, profile: Profile, sourceOf: SourceOf): PlacedStack {
  const calls = stack.frames.flatMap((frame, index) => candidate(frame, index, stack, profile, sourceOf) ?? []);
  const start = stack.created && candidate(stack.created, -1, stack, profile, sourceOf);
  const shift = shiftIn(start ? [...calls, start] : calls);
  const placed = (each: Candidate): OwnFrame => ownFrame(each, shift);
  const own = calls.map(placed);
  return { stack: withWait(stack, own), profile, own, created: start && placed(start) };
}

/** The text form of a profile does not say what goroutines wait for; the operation at which they are does. */
function withWait(stack: Stack, [inner]: readonly OwnFrame[]): Stack {
  const operation = inner?.index === 0 && stack.wait === 'unknown' ? inner.present?.operation : undefined;
  const wait = operation && waitAt(operation, stack.count);
  return wait === undefined ? stack : { ...stack, wait };
}

interface Candidate extends Placeable, Source {
  readonly index: number;
}

function candidate(
  frame: Frame,
  index: number,
  stack: Stack,
  profile: Profile,
  sourceOf: SourceOf,
): Candidate | undefined {
  const found = sourceOf(frame);
  const callee = index === -1 ? stack.frames.at(-1) : stack.frames[index - 1];
  return found && { ...found, frame, index, kinds: kindsAt(stack, index, profile), callee };
}

function kindsAt(stack: Stack, index: number, { kind }: Profile): readonly OperationKind[] {
  if (index === -1) return starting;
  if (index > 0) return calling;
  if (kind === 'heap' || stack.wait === 'running') return allocating;
  return stack.wait === 'unknown' ? anything : possibleAt(stack.wait);
}

/** The files of which a stack shows by how many lines they have moved. */
function shiftIn(frames: readonly Candidate[]): ReadonlyMap<string, number> {
  const shifts = new Map<string, number>();
  for (const file of new Set(frames.map((each) => each.file))) {
    const own = frames.filter(
      (each) =>
        each.file === file
        && each.frame.start === undefined
        && each.line === each.frame.line
        && each.kinds !== allocating,
    );
    const shift = shiftOf(own);
    if (shift !== undefined) shifts.set(file, shift);
  }
  return shifts;
}

function ownFrame(candidate: Candidate, shifts: ReadonlyMap<string, number>): OwnFrame {
  const { frame, index, file, path, line } = candidate;
  const shift = shifts.get(file);
  const at = line === undefined || shift === undefined ? line : line + shift;
  const present = at === undefined ? undefined : presentLine(candidate, at, shift !== undefined && shift !== 0);
  return { frame, index, file, path, present: present && shift === 0 ? { ...present, sure: true } : present };
}

/**
 * Without the lines at which functions begin, a file that has changed shows only by lines that do not fit. One that
 * does not makes all lines of its file doubtful, but for those of stacks that agree in how far they have moved.
 */
function withoutDoubt(stacks: readonly PlacedStack[]): readonly PlacedStack[] {
  const all = stacks.flatMap(({ own, created }) => (created ? [...own, created] : own));
  const isMoved = ({ present, frame }: OwnFrame): boolean =>
    frame.start === undefined && (present === undefined || present.moved);
  const doubtful = new Set(all.filter(isMoved).map(({ file }) => file));
  if (doubtful.size === 0) return stacks;
  const cleared = (frame: OwnFrame): OwnFrame =>
    doubtful.has(frame.file) && frame.present?.sure === false ? { ...frame, present: undefined } : frame;
  return stacks.map((each) => ({
    ...each,
    own: each.own.map(cleared),
    created: each.created && cleared(each.created),
  }));
}
