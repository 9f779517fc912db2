import { begunOnceFor } from '../../../facts/functions/begun-once.ts';
import { isBounded, multiplicityOf } from '../../../facts/multiplicity.ts';
import type { DeclInfo, FuncNode } from '../../../model/info.ts';
import type { Context } from '../context.ts';
import type { GoroutineStart } from './goroutine-start.ts';
import { goroutineStarts } from './goroutine-start.ts';
import { endsProcessWithIt, isMeantToStay } from './process-lifetime.ts';
import { startsOnce } from './starts-once.ts';

/**
 * Where a function is started as a goroutine, and more than once in a process; of several such places the first.
 * `ownChannel`: what it waits for is made by the function that starts it.
 */
export function repeatedStart(
  func: FuncNode,
  info: DeclInfo,
  { model, cfgs }: Context,
  ownChannel = false,
): GoroutineStart | undefined {
  if (endsProcessWithIt(func, info, cfgs) || isMeantToStay(info)) return undefined;
  const repeated = goroutineStarts(func, info, model).find(
    (start) => !startsOnce(start, model, ownChannel) && !isMeantToStay(start.info),
  );
  return repeated && begins(func, info) ? repeated : undefined;
}

/** Whether a function that is started again and again does more than look at a flag of its value then. */
function begins(func: FuncNode, info: DeclInfo): boolean {
  return func.kind !== 'FuncDecl' || !begunOnceFor(func, info) || !isBounded(multiplicityOf(func, info));
}
