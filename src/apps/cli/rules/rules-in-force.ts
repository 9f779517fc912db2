import type { Rule } from '../../../engines/kinds.ts';
import type { Shell } from '../shell.ts';

/** The built-in rules and those of the configuration of the working directory. */
export async function rulesInForce({
  rules,
  settings,
  cwd,
}: Pick<Shell, 'rules' | 'settings' | 'cwd'>): Promise<readonly Rule[]> {
  const { resources } = await settings(cwd);
  return [...rules, ...resources.map(({ value }) => value)];
}
