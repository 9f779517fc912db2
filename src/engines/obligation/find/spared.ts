import type { Ground } from '../../../findings/account.ts';
import { helpsTests } from '../../../model/helps-tests.ts';
import type { Context } from '../context.ts';
import { isKeptByNobody } from '../expiring/parent-context.ts';
import { endsWithParent } from '../expiring/ends-with-parent.ts';
import type { Acquisition } from './acquisition.ts';
import { isReleasedByName } from './released-by-name.ts';

/** Why an acquisition is not judged at all, whatever becomes of it; undefined where it is. */
export function spared(acquisition: Acquisition, context: Context): Ground | undefined {
  if (isReleasedByName(acquisition, context)) return { kind: 'released-by-name' };
  if (helpsTests(acquisition.info.file.source)) return { kind: 'helps-tests' };
  if (isKeptByNobody(acquisition, context)) return { kind: 'kept-by-nobody' };
  return endsWithParent(acquisition, context) ? { kind: 'ends-with-parent' } : undefined;
}
