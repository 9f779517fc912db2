import type { DeclInfo, FuncNode } from '../../model/info.ts';
import { dereferenced, typeFromExpr } from '../../model/type.ts';
import type { Use } from '../../model/use.ts';
import { useOf } from '../../model/use.ts';

/**
 * Whether a function is kept as what a program runs once: a command's function, as the libraries for command lines have
 * it (`Run: serve`, `command.RunE = serve`), what a plugin is set up with (`InitFn: start`), the hook for the start.
 */
export function isCommand(use: Use): boolean {
  const assigned = use.kind === 'stored' && use.target.kind === 'SelectorExpr' ? use.target.sel.name : undefined;
  const field = use.kind === 'element' ? use.field : assigned;
  return field !== undefined && /^(?:Pre|Post|Persistent)*RunE?$|^Action$|^Init(?:Fn|Func)?$|^OnStart$/.test(field);
}

/** The packages of libraries for command lines. */
const libraries = /(?:^|\/)(?:urfave\/cli|codegangsta\/cli|spf13\/cobra|mitchellh\/cli)(?:\.?\/?v\d+)?$/;

/**
 * Whether a function, or one around it, is what a library for command lines runs, once in a process: it is kept as a
 * command's function, or gets the command that is run, `func serve(c *cli.Context) error`.
 */
export function runsCommand(func: FuncNode, info: DeclInfo): boolean {
  for (let at: FuncNode | undefined = func; at; at = info.enclosingFunc(at)) {
    if (at.kind === 'FuncLit' && isCommand(useOf(at, info))) return true;
    if (at.type.params.some(({ type }) => isCommandType(dereferenced(typeFromExpr(type, info))))) return true;
  }
  return false;
}

function isCommandType(type: ReturnType<typeof dereferenced>): boolean {
  return type?.kind === 'Foreign' && /^(?:Context|Command)$/.test(type.name) && libraries.test(type.path);
}
