import type { Outcome } from '../../../run.ts';
import type { Options } from '../arguments/options.ts';
import type { Shell } from '../shell.ts';

/**
 * One sentence for each resource of the configuration of the working directory that matches no call: most likely its
 * name is wrong. Only where all below the working directory was looked at, and the file that declares it stands there.
 */
export async function unusedResources(
  { acquired, rules }: Outcome, { patterns, baseline, newFromRev }: Options, { settings, cwd }: Shell,
): Promise<readonly string[]> {
  const isWhole = patterns.length === 0 || patterns.some((pattern) => pattern === './...' || pattern === '...');
  if (!isWhole || baseline !== undefined || newFromRev !== undefined) return [];
  const { resources } = await settings(cwd);
  return resources
    .filter(
      ({ value, at }) =>
        !at.path.includes('/') && rules.some(({ id }) => id === value.id) && !acquired.includes(value.id),
    )
    .map(
      ({ value: { id, acquire }, at: { path, line } }) =>
        `${path}:${line}: the resource ${id} matches no call; write acquire (${acquire.join(', ')}) as Go prints the function`,
    );
}
