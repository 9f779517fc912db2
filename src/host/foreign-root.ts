import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The outermost folder around one (absolute) whose content may be the work of others: a git checkout, a Go module, or
 * one of the `given` (absolute). Undefined where there is none.
 */
export function foreignRoot(dir: string, given: readonly string[]): string | undefined {
  const parent = dirname(dir);
  if (parent === dir) return given.includes(dir) ? dir : undefined;
  const isForeign = given.includes(dir) || existsSync(join(dir, '.git')) || existsSync(join(dir, 'go.mod'));
  return foreignRoot(parent, given) ?? (isForeign ? dir : undefined);
}
