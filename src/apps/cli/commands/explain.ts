import { OptionsError, unknownRule } from '../options.ts';
import { rulePage } from './rule-page.ts';
import { pageOf } from './page-of.ts';
import { rulesInForce } from './rules-in-force.ts';
import type { Shell } from './shell.ts';
import { inert } from '../../../visible.ts';

/** The page of the rule with that id. Configuration is read only where the rule is not built in. */
export async function explain(id: string, shell: Shell): Promise<string> {
  if (shell.rules.some((rule) => rule.id === id)) return rulePage(id);
  const known = await rulesInForce(shell);
  const rule = known.find((each) => each.id === id);
  if (!rule) throw new OptionsError(unknownRule(id, known));
  return inert((await pageOf(rule, shell.rules))());
}
