import type { DeclInfo } from '../../../model/info.ts';
import type { PackageModel } from '../../../model/package-model.ts';
import { typeOfVar } from '../../../model/types/type-of.ts';
import { typeString } from '../../../model/types/type.ts';
import { useOf } from '../../../model/code/use.ts';
import type { Expr } from '../../../syntax/ast.ts';
import { identOf } from '../hold/ident-of.ts';

/**
 * `cmd.Stdout = file`, where the command runs to its end in the function and goes nowhere else: it closes nothing that
 * it is given.
 */
export function isLentToCommand(target: Expr, info: DeclInfo, model: PackageModel): boolean {
  if (target.kind !== 'SelectorExpr' || !['Stdin', 'Stdout', 'Stderr'].includes(target.sel.name)) return false;
  const command = identOf(target.x, info);
  if (command?.role !== 'local' || typeString(typeOfVar(command, model)) !== '*os/exec.Cmd') return false;
  const uses = info.usesOf(command).map((ident) => useOf(ident, info));
  return (
    uses.some((use) => use.kind === 'method-call' && use.name === 'Run')
    && uses.every((use) => use.kind === 'method-call' || use.kind === 'selected')
  );
}
