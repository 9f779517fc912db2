import type { Expr, Node } from '../../../syntax/ast.ts';
import { walk } from '../../../syntax/walk.ts';
import type { FunctionCfgs } from '../../../flow/function-cfg.ts';
import { entryOf, reachesExit } from '../../../flow/paths.ts';
import type { DeclInfo } from '../../../model/info.ts';
import type { PackageModel } from '../../../model/package-model.ts';
import { useOf } from '../../../model/code/use.ts';
import type { Holder } from '../channel/channel.ts';
import { holderAt, holderName, sameHolder } from '../channel/channel.ts';
import type { Context } from '../context.ts';
import { isTimeChannel } from '../channel/time-channel.ts';
import { isWithin } from '../../../syntax/span.ts';

/** Where a ticker is stopped. */
export interface TickerStop {
  readonly at: Node;
  readonly info: DeclInfo;
}

/**
 * Where the owner of a ticker stops it, while a loop without a way out waits for its channel: a call of Stop anywhere
 * but in the function of the loop, which never gets there. Then the owner is done and the goroutine is not.
 */
export function stoppedTicker(channel: Expr, info: DeclInfo, { model, cfgs }: Context): TickerStop | undefined {
  if (channel.kind !== 'SelectorExpr' || channel.sel.name !== 'C' || !isTimeChannel(channel, info, model))
    return undefined;
  const ticker = holderAt(channel.x, info, model);
  const waiting = info.enclosingFunc(channel);
  if (!ticker || !waiting) return undefined;
  return stopsOf(ticker, model).find(
    (stop) => (stop.info !== info || !isWithin(stop.at, waiting)) && isReached(stop, cfgs),
  );
}

/** What a function defers that never ends, perhaps because it runs the loop in question, never comes. */
function isReached({ at, info }: TickerStop, cfgs: FunctionCfgs): boolean {
  const func = info.parent(at)?.kind === 'DeferStmt' ? info.enclosingFunc(at) : undefined;
  const cfg = func && cfgs.of(func, info);
  return !cfg || reachesExit(entryOf(cfg));
}

function stopsOf(ticker: Holder, model: PackageModel): readonly TickerStop[] {
  if (ticker.kind === 'variable' && ticker.variable.role !== 'package') {
    const { info } = ticker.variable;
    return info.usesOf(ticker.variable).flatMap((ident) => stopAt(ident, info));
  }
  return model.declarationsUsing(holderName(ticker)).flatMap((info) => {
    const found: TickerStop[] = [];
    walk(info.decl, (node) => {
      if (node.kind !== 'SelectorExpr' || node.sel.name !== 'Stop') return;
      const holder = holderAt(node.x, info, model);
      if (holder && sameHolder(holder, ticker)) found.push(...stopAt(node.x, info));
    });
    return found;
  });
}

function stopAt(ticker: Expr, info: DeclInfo): readonly TickerStop[] {
  const use = useOf(ticker, info);
  return use.kind === 'method-call' && use.name === 'Stop' ? [{ at: use.call, info }] : [];
}
