import type { Belief, Evidence } from '../../findings/evidence.ts';
import { plainEvidence } from '../../findings/evidence.ts';
import type { Fact } from '../../findings/fact.ts';
import type { Fix, Step } from '../../findings/finding.ts';
import type { DeclInfo } from '../../model/info.ts';
import type { Node } from '../../syntax/ast.ts';

/** One answer to a question of this engine that is worth a finding. */
export interface Verdict {
  /** The operation that waits for ever, or the loop: where the finding is shown. */
  readonly at: Node;
  readonly info: DeclInfo;
  readonly fact: Fact;
  readonly evidence: Evidence;
  readonly steps: readonly Step[];
  /** The change that surely mends it. */
  readonly fix?: Fix | undefined;
}

/** Evidence that rests on no more than these beliefs. */
export function restingOn(...beliefs: readonly Belief[]): Evidence {
  return { ...plainEvidence, beliefs };
}
