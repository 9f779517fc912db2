import type { DeclInfo, FuncNode } from '../../../model/info.ts';
import { isCommandSlot, takesCommand } from '../../../model/code/command.ts';
import { useOf } from '../../../model/code/use.ts';

/** Whether a function, or one around it, is what a library for command lines runs, once in a process. */
export function runsCommand(func: FuncNode, info: DeclInfo): boolean {
  for (let at: FuncNode | undefined = func; at; at = info.enclosingFunc(at)) {
    if ((at.kind === 'FuncLit' && isCommandSlot(useOf(at, info))) || takesCommand(at, info)) return true;
  }
  return false;
}
