import type { Fact, Fix, Step } from '../../findings/finding.ts';
import type { DeclInfo } from '../../model/info.ts';
import type { Confidence, Level } from '../../spec.ts';
import type { Node } from '../../syntax/ast.ts';

/** One answer to a question of this engine that is worth a finding. */
export interface Verdict {
  /** The operation that waits for ever, or the loop: where the finding is shown. */
  readonly at: Node;
  readonly info: DeclInfo;
  readonly fact: Fact;
  readonly level: Level;
  readonly confidence: Confidence;
  readonly steps: readonly Step[];
  /** The change that surely mends it. */
  readonly fix?: Fix | undefined;
}
