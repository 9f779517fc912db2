import { safeJson } from '../../../report/safe-json.ts';
import { rulesInForce } from '../rules/rules-in-force.ts';
import { ruleInfo } from '../../../report/rule-info.ts';
import type { Command } from './command-spec.ts';
import { listFormat } from './list-format.ts';
import { printLines } from './print-lines.ts';

/**
 * Lists the built-in rules and those of the configuration of the working directory. As JSON: an array of objects with
 * `id`, `summary`, `tags`, `builtIn` and `page` (its address, or null); others may be added.
 */
export const listRules: Command = async (given, shell) => {
  const format = listFormat(given);
  const rules = await rulesInForce(shell);
  if (format === 'text') {
    printLines(rules.map((rule) => `${rule.id}  ${rule.summary}`), shell);
    return 0;
  }
  const rows = rules.map((rule) => {
    const builtIn = shell.rules.includes(rule);
    const { id, summary, tags, helpUri } = ruleInfo(rule, () => '', builtIn);
    return { id, summary, tags, builtIn, page: helpUri ?? null };
  });
  shell.print(safeJson(rows));
  return 0;
};
