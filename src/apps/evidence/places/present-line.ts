import type { FunctionName } from '../profile/function-name.ts';
import { functionName } from '../profile/function-name.ts';
import type { Frame } from '../profile/profile.ts';
import type { Operation } from './operations.ts';
import type { Placeable } from './shift.ts';
import { calledName } from './shift.ts';
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
 * kinds is on that line any more, or where more than one place is possible. `line` is that of the frame, or where git
 * says it has gone, or its stack, which `isShifted` says. Without kinds, any line of the function will do.
 */
export function presentLine(
  { frame, kinds, callee, functions }: Placeable,
  line: number,
  isShifted: boolean,
): Present | undefined {
  const name = functionName(frame.func);
  const found = functions.flatMap((func) =>
    distances(frame, line, name, func).flatMap((distance) => {
      const present = line + distance;
      if (present < func.from || present > func.to) return [];
      const possible = func.operations().all.filter((each) => kinds.includes(each.kind) && mayCall(each, callee));
      const operation = narrowest(possible, present);
      if (operation === undefined && kinds.length > 0) return [];
      if ((isShifted || distance !== 0) && operation !== undefined && !isOnly(operation, possible, callee)) return [];
      return [
        {
          line: present,
          operation,
          moved: isShifted || distance !== 0,
          sure: isShifted || frame.start !== undefined || line !== frame.line,
        },
      ];
    }),
  );
  const [only, ...more] = found;
  return more.every((each) => each.line === only?.line) ? only : undefined;
}

/**
 * Whether an operation can be no other one of its function. One that has moved may have been edited as well, and then
 * the line of one operation can be that of another one like it.
 */
function isOnly(operation: Operation, possible: readonly Operation[], callee: Frame | undefined): boolean {
  if (operation.kind !== 'call') return possible.every((each) => each === operation || each.kind === 'call');
  const name = callee && calledName(callee);
  if (name === undefined || operation.callee !== name) return name === undefined;
  return possible.every((each) => each === operation || each.callee !== name);
}

/** What others declare may be called by a value of another name; the methods of locks and the like are called by theirs. */
function mayCall(operation: Operation, callee: Frame | undefined): boolean {
  if (operation.kind !== 'call' || callee?.func.startsWith('sync.') !== true) return true;
  return operation.callee === calledName(callee);
}

/**
 * By how many lines the function may have moved. Of literals the profile gives no name that would stay, only where each
 * began.
 */
function distances(frame: Frame, line: number, { literal }: FunctionName, func: SourceFunction): readonly number[] {
  if (frame.start === undefined || line !== frame.line) return [0];
  const { start } = frame;
  if (!literal) return [func.from - start];
  const { literals } = func.operations();
  return literals.includes(start) ? [0] : [...new Set(literals.map((each) => each - start))];
}

/** Calls stand in each other, and the innermost on a line is the one. */
function narrowest(possible: readonly Operation[], line: number): Operation | undefined {
  const [best] = possible
    .filter(({ from, to }) => from <= line && line <= to)
    .toSorted((a, b) => a.to - a.from - (b.to - b.from));
  return best;
}
