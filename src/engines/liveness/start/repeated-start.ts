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
  return goroutineStarts(func, info, model).find(
    (start) => !startsOnce(start, model, ownChannel) && !isMeantToStay(start.info),
  );
}
