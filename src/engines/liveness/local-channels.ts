import type { CallExpr } from '../../syntax/ast.ts';
import { walk } from '../../syntax/walk.ts';
import type { DeclInfo, FuncNode, Var } from '../../model/info.ts';
import type { PackageModel } from '../../model/package-model.ts';
import { calleeOf } from '../../model/type-of.ts';
import { useOf } from '../../model/use.ts';
import type { ChannelUses } from './channel-uses.ts';
import { channelUses } from './channel-uses.ts';

/** A channel that a function makes and that only this function, its literals and functions of the package use. */
export interface LocalChannel {
  readonly variable: Var;
  /** The function in which the variable is declared. */
  readonly owner: FuncNode;
  readonly info: DeclInfo;
  /** Where it is made: the first one, if there are several. */
  readonly make: CallExpr;
  /** The smallest one where it is made several times. */
  readonly capacity: number;
  readonly uses: ChannelUses;
}

/** The local channels with a known capacity of all declarations that are reported on and whose text passes the test. */
export function localChannels(test: (text: string) => boolean, model: PackageModel): readonly LocalChannel[] {
  return model.declarations((text) => /\bmake\(\s*chan\b/.test(text) && test(text))
    .filter((info) => info.file.report)
    .flatMap((info) => variablesMade(info, model).flatMap((variable) => localChannel(variable, info, model)));
}

/** The local variables that a declaration gives a made channel to. */
function variablesMade(info: DeclInfo, model: PackageModel): readonly Var[] {
  const found = new Set<Var>();
  walk(info.decl, (node) => {
    if (node.kind !== 'CallExpr' || node.args[0]?.kind !== 'ChanType') return;
    const callee = calleeOf(node, info, model);
    const use = useOf(node, info);
    if (callee?.kind !== 'Foreign' || callee.name !== 'make' || use.kind !== 'stored' || use.target.kind !== 'Ident') return;
    const object = info.objectOf(use.target);
    if (object?.kind === 'Var' && object.role === 'local') found.add(object);
  });
  return [...found];
}

function localChannel(variable: Var, info: DeclInfo, model: PackageModel): readonly LocalChannel[] {
  const uses = channelUses({ kind: 'variable', variable }, model);
  const inside = uses.holders.every((each) => each.kind === 'variable' && each.variable.role !== 'package');
  const makes = uses.uses.flatMap((use) => (use.kind === 'made' ? [use] : []));
  const [first] = makes;
  if (uses.open || !inside || !first || !variable.func) return [];
  const capacities = makes.map((each) => each.capacity);
  if (!capacities.every((each) => each !== undefined)) return [];
  return [{ variable, owner: variable.func, info, make: first.call, capacity: Math.min(...capacities), uses }];
}
