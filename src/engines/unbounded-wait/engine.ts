import type { Draft } from '../../findings/finding.ts';
import type { PackageModel } from '../../model/package-model.ts';
import type { UnboundedWait } from './rule.ts';
import { keepAliveOff } from './keep-alive-off.ts';
import { unboundedDials } from './unbounded-dial.ts';
import { unboundedHandshakes } from './unbounded-handshake.ts';
import { unboundedLiterals } from './unbounded-literal.ts';

/** Finds, in one package, the dials and handshakes that nothing bounds. Files that help tests are left out. */
export function checkUnboundedWait(rule: UnboundedWait, model: PackageModel): readonly Draft[] {
  return [unboundedHandshakes, unboundedDials, unboundedLiterals, keepAliveOff].flatMap((question) =>
    question(rule, model),
  );
}
