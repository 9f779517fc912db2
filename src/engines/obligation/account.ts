import type { Account, Ground } from '../../findings/account.ts';
import { functionCfgs } from '../../flow/function-cfg.ts';
import { collects } from '../../model/build/go-version.ts';
import { lineOf } from '../../model/line-of.ts';
import type { PackageModel } from '../../model/package-model.ts';
import { shownText } from '../../model/text-of.ts';
import type { Context } from './context.ts';
import type { Acquisition } from './find/acquisition.ts';
import { acquisitions } from './find/acquisitions.ts';
import { isDead } from './find/is-dead.ts';
import { received } from './find/received.ts';
import { spared } from './find/spared.ts';
import { holderOf } from './hold/holder.ts';
import { holdingsOf } from './meaning/meaning.ts';
import type { Obligation } from './rule.ts';

/** What became of each acquisition on a line of a file (as it is shown), as the judgement saw it. */
export function obligationAccounts(
  rule: Obligation,
  model: PackageModel,
  path: string,
  line: number,
): readonly Account[] {
  const context: Context = { rule, model, cfgs: functionCfgs(model), seeks: () => true };
  return [...acquisitions(context), ...(rule.withError ? received(context) : [])]
    .filter(({ call, info }) => info.file.source.path === path && lineOf(call.pos, info) === line)
    .map((each) => ({
      rule: rule.id,
      about: `the ${rule.noun} from ${each.name}`,
      path,
      line,
      found: undefined,
      grounds: groundsOf(each, context),
    }));
}

function groundsOf(acquisition: Acquisition, context: Context): readonly Ground[] {
  const { rule, model } = context;
  const { call, info } = acquisition;
  if (rule.silentWhenCollected && rule.collectedSince !== undefined && collects(model.go, rule.collectedSince))
    return [{ kind: 'collected' }];
  const why = spared(acquisition, context);
  if (why) return [why];
  if (isDead(acquisition, context)) return [{ kind: 'dead' }];
  const holder = holderOf(call, acquisition.result, info, rule);
  switch (holder.kind) {
    case 'variable':
      return usesOf(acquisition, holder, context);
    case 'returned':
      return [{ kind: 'returned' }];
    case 'field':
      return [{ kind: 'kept', field: holder.field }];
    default:
      return [{ kind: 'kept', field: undefined }];
  }
}

/** The uses of the variable that holds it, and of those it is handed to in the same declaration. */
function usesOf(
  { info, owner }: Acquisition,
  { variable }: { readonly variable: Parameters<typeof holdingsOf>[0] },
  context: Context,
): readonly Ground[] {
  return holdingsOf(variable, info, context, owner ?? 'whole').flatMap((holding) =>
    holding.uses.map(({ ident, meaning }): Ground => {
      const around = info.parent(ident) ?? ident;
      return {
        kind: 'use',
        name: holding.variable.name,
        use: meaning.kind,
        text: shownText(around, info),
        at: { file: undefined, line: lineOf(ident.pos, info) },
      };
    }),
  );
}
