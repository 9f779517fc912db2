import type { Site } from '../../findings/fact.ts';
import type { Step } from '../../findings/finding.ts';
import { step } from '../../findings/step.ts';
import type { DeclInfo } from '../../model/info.ts';
import { lineOf } from '../../model/line-of.ts';
import type { Node } from '../../syntax/ast.ts';
import type { GoroutineStart } from './start/goroutine-start.ts';

/** Where a node stands, as a finding in the file of `from` names it. */
export function siteOf(node: Node, info: DeclInfo, from: DeclInfo): Site {
  const { path } = info.file.source;
  return {
    file: info.file === from.file ? undefined : path.slice(path.lastIndexOf('/') + 1),
    line: lineOf(node.pos, info),
  };
}

/** The steps from the go statement to the function that it makes run. */
export function startSteps({ node, call, info }: GoroutineStart): readonly Step[] {
  return [step('started', node, info), ...(call ? [step('called', call.expr, call.info)] : [])];
}
