import type { FunctionName } from '../profile/function-name.ts';
import type { Frame } from '../profile/profile.ts';
import type { Operation, OperationKind } from './operations.ts';
import type { SourceFunction } from './sources.ts';

/** Where a frame is in the source as it is now. */
export interface Present {
  readonly line: number;
  /** The operation that it is at; undefined where any was possible. */
  readonly operation: Operation | undefined;
  /** Whether its function stands elsewhere now than when the program was built. */
  readonly moved: boolean;
  /** Whether the profile says where its function begins, so that a line is not taken for another one. */
  readonly sure: boolean;
}

/**
 * The line of a frame in the source as it is now, given the functions of its name there; undefined where nothing of the
 * kinds is on that line any more, or where more than one place is possible. `line` is that of the frame, or where git says it
 * has gone. Without kinds, any line of the function will do.
 */
export function presentLine(
  frame: Frame, line: number, name: FunctionName, functions: readonly SourceFunction[], kinds: readonly OperationKind[],
): Present | undefined {
  const found = functions.flatMap((func) => distances(frame, line, name, func).flatMap((distance) => {
    const present = line + distance;
    if (present < func.from || present > func.to) return [];
    const operation = narrowest(func, present, kinds);
    const sure = frame.start !== undefined || line !== frame.line;
    return operation || kinds.length === 0 ? [{ line: present, operation, moved: distance !== 0, sure }] : [];
  }));
  const [only, ...more] = found;
  return more.every((each) => each.line === only?.line) ? only : undefined;
}

/** By how many lines the function may have moved. Of literals the profile gives no name that would stay, only where each began. */
function distances(frame: Frame, line: number, { literal }: FunctionName, func: SourceFunction): readonly number[] {
  if (frame.start === undefined || line !== frame.line) return [0];
  const { start } = frame;
  if (!literal) return [func.from - start];
  const { literals } = func.operations();
  return literals.includes(start) ? [0] : [...new Set(literals.map((each) => each - start))];
}

/** Calls stand in each other, and the innermost on a line is the one. */
function narrowest(func: SourceFunction, line: number, kinds: readonly OperationKind[]): Operation | undefined {
  const [best] = func.operations().all
    .filter(({ kind, from, to }) => kinds.includes(kind) && from <= line && line <= to)
    .toSorted((a, b) => a.to - a.from - (b.to - b.from));
  return best;
}
