import type { Use } from '../../model/use.ts';

/**
 * Whether a function is kept as what a program runs once: a command's function, as the libraries for command lines have
 * it (`Run: serve`, `command.RunE = serve`), what a plugin is set up with (`InitFn: start`), the hook for the start.
 */
export function isCommand(use: Use): boolean {
  const assigned = use.kind === 'stored' && use.target.kind === 'SelectorExpr' ? use.target.sel.name : undefined;
  const field = use.kind === 'element' ? use.field : assigned;
  return field !== undefined && /^(?:Pre|Post|Persistent)*RunE?$|^Action$|^Init(?:Fn|Func)?$|^OnStart$/.test(field);
}
