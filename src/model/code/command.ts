import type { DeclInfo, FuncNode } from '../info.ts';
import { dereferenced, typeFromExpr } from '../types/type.ts';
import type { Use } from './use.ts';

/**
 * Whether a function is kept as what a program runs once: a command's function, as the libraries for command lines have
 * it (`Run: serve`, `command.RunE = serve`), what a plugin is set up with (`InitFn: start`), the hook for the start, or
 * for the time when the process leads.
 */
export function isCommandSlot(use: Use): boolean {
  const assigned = use.kind === 'stored' && use.target.kind === 'SelectorExpr' ? use.target.sel.name : undefined;
  const field = use.kind === 'element' ? use.field : assigned;
  return (
    field !== undefined
    && /^(?:Pre|Post|Persistent)*RunE?$|^Action$|^Init(?:Fn|Func)?$|^OnStart(?:edLeading)?$/.test(field)
  );
}

/** Types of libraries for command lines and services: what gets one is run by the library, once in a process. */
const commands = new RegExp([
  String.raw`(?:^|\/)(?:urfave\/cli|codegangsta\/cli|spf13\/cobra|mitchellh\/cli)(?:\.?\/?v\d+)?\.(?:Context|Command)$`,
  String.raw`^github\.com\/kardianos\/service\.Service$`,
  String.raw`^golang\.org\/x\/sys\/windows\/svc\.ChangeRequest$`,
].join('|'));

/**
 * Whether a function gets the command that is run, `func serve(c *cli.Context) error`: a library calls it once in a
 * process.
 */
export function takesCommand({ type: { params } }: FuncNode, info: DeclInfo): boolean {
  return params.some((field) => {
    const type = typeFromExpr(field.type, info);
    const base = dereferenced(type?.kind === 'Chan' ? type.elem : type);
    return base?.kind === 'Foreign' && commands.test(`${base.path}.${base.name}`);
  });
}
