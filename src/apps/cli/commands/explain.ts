import { inert } from '../../../visible.ts';
import { unknownRule } from '../arguments/rule-selectors.ts';
import { UsageError } from '../arguments/usage-error.ts';
import { pageOf } from '../../../rule-pages/page-of.ts';
import { rulePage } from '../../../rule-pages/rule-page.ts';
import { rulesInForce } from '../rules/rules-in-force.ts';
import type { Shell } from '../shell.ts';
import type { Command } from './command-spec.ts';

/** Prints the page of a rule. */
export const explain: Command = async ({ words: [id = ''] }, shell) => {
  shell.print(await pageOfId(id, shell));
  return 0;
};

/** Configuration is read only where the rule is not built in. */
async function pageOfId(id: string, shell: Shell): Promise<string> {
  if (shell.rules.some((rule) => rule.id === id)) return rulePage(id);
  const known = await rulesInForce(shell);
  const rule = known.find((each) => each.id === id);
  if (!rule) throw new UsageError(unknownRule(id, known));
  return inert((await pageOf(rule, shell.rules))());
}
