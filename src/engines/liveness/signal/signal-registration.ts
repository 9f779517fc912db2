import type { DeclInfo, FuncNode } from '../../../model/info.ts';
import type { PackageModel } from '../../../model/package-model.ts';
import { calleeOf } from '../../../model/types/type-of.ts';
import type { CallExpr } from '../../../syntax/ast.ts';
import type { Holder } from '../channel/channel.ts';
import type { ChannelUses } from '../channel/channel-uses.ts';

/** A call of signal.Notify with a channel whose uses are all in sight. */
export interface Registration {
  readonly call: CallExpr;
  readonly info: DeclInfo;
  /** The function that registers. */
  readonly func: FuncNode;
  readonly holder: Holder;
  readonly uses: ChannelUses;
}

/** Whether a call is one of a function of another package, named as Go prints it. */
export function isCallOf(call: CallExpr, name: string, info: DeclInfo, model: PackageModel): boolean {
  const callee = calleeOf(call, info, model);
  return callee?.kind === 'Foreign' && callee.name === name;
}
