import { functionName } from '../profile/function-name.ts';
import type { Frame } from '../profile/profile.ts';
import type { Operation, OperationKind } from './operations.ts';
import { calling } from './operations.ts';
import type { SourceFunction } from './sources.ts';

/** A frame of a stack whose source is at hand. */
export interface Placeable {
  readonly frame: Frame;
  readonly kinds: readonly OperationKind[];
  /** The function that it has called, or that its `go` statement starts; undefined where it waits itself. */
  readonly callee: Frame | undefined;
  readonly functions: readonly SourceFunction[];
}

/**
 * By how many lines the source of a stack has moved since the program was built, where the stack says nothing of the
 * beginnings of its functions: the only distance at which each of its frames finds its operation, and its call the
 * function that was called. Undefined where there is no such one, or too few frames to tell.
 */
export function shiftOf(frames: readonly Placeable[]): number | undefined {
  if (new Set(frames.map(({ frame }) => frame.line)).size < 2) return undefined;
  let common: ReadonlySet<number> | undefined;
  for (const each of frames) {
    const own = distances(each);
    common = common === undefined ? own : new Set([...common].filter((distance) => own.has(distance)));
  }
  const [only, ...more] = common ?? [];
  return more.length === 0 ? only : undefined;
}

/** Calls of literals, and calls by function values, have no name that could be compared: a literal may be any call. */
function distances({ frame, kinds, callee, functions }: Placeable): ReadonlySet<number> {
  const name = callee && calledName(callee);
  const fits = (operation: Operation): boolean =>
    kinds.includes(operation.kind)
    && (kinds !== calling || operation.kind === 'call')
    && (name === undefined || operation.callee === name);
  const found = new Set<number>();
  for (const func of functions)
    for (const operation of func.operations().all.filter(fits))
      for (let line = operation.from; line <= Math.min(operation.to, operation.from + MOST_LINES); line++)
        found.add(line - frame.line);
  return found;
}

/** A call over more lines is a call with a function literal in it, which has frames of its own. */
const MOST_LINES = 20;

/** The name by which a function is called; undefined for a literal. */
export function calledName({ func }: Frame): string | undefined {
  const { name, literal } = functionName(func);
  return literal ? undefined : name;
}
