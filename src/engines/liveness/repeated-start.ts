import type { DeclInfo, FuncNode } from '../../model/info.ts';
import type { PackageModel } from '../../model/package-model.ts';
import type { GoroutineStart } from './goroutine-start.ts';
import { goroutineStarts } from './goroutine-start.ts';
import { startsOnce } from './starts-once.ts';

/** Where a function is started as a goroutine, and more than once in a process; of several such places the first. */
export function repeatedStart(func: FuncNode, info: DeclInfo, model: PackageModel): GoroutineStart | undefined {
  return goroutineStarts(func, info, model).find((start) => !startsOnce(start, model));
}
