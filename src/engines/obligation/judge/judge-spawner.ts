import type { Expr, Node, Stmt } from '../../../syntax/ast.ts';
import { someNode } from '../../../syntax/walk.ts';
import { step } from '../../../findings/step.ts';
import { firstExit } from '../../../flow/first-exit.ts';
import { after, findPaths, pointAt } from '../../../flow/paths.ts';
import { lineOf } from '../../../model/line-of.ts';
import { literalRole } from '../../../model/code/use.ts';
import type { Duty } from '../ways/duty.ts';
import type { Reader } from '../ways/effects.ts';
import type { Verdict } from '../verdict.ts';
import { evidenceOf, resourceOf } from '../verdict.ts';

/**
 * Judges a release that comes too early: deferred by the function that starts the goroutine which uses the resource,
 * and nothing holds that function back from returning at once. No leak, but the goroutine waits for a dead resource.
 */
export function judgeSpawner(subject: Duty): Verdict | undefined {
  const { acquisition, cfg, context, variable, effects: { effects, usedHere, readers } } = subject;
  const { info, call } = acquisition;
  const [reader, ...others] = readers;
  const isDeferred = effects.length === 1 && (effects[0]?.kind === 'deferred' || effects[0]?.kind === 'late-deferred');
  if (!reader || others.length > 0 || usedHere || !isDeferred || !isGoroutine(reader, subject)) return undefined;
  const started = pointAt(cfg, reader.func);
  const paths =
    started && findPaths(after(started), { node: (node) => (mayWait(node) ? 'cut' : 'pass'), feasible: () => true });
  const found = paths && firstExit(paths, cfg, info);
  if (!found) return undefined;
  const { exit } = found;
  return {
    fact: {
      kind: 'released-early',
      resource: resourceOf(acquisition, variable.name, context),
      line: lineOf(exit.span.pos, info),
      started: lineOf(reader.func.pos, info),
    },
    evidence: evidenceOf(acquisition, { relief: 'released', beliefs: ['spawner-returns'] }),
    steps: [step('acquired', call, info), step('reads', reader.func, info), step('exit', exit.span, info)],
  };
}

function isGoroutine({ func, info }: Reader, { acquisition }: Duty): boolean {
  return func.kind === 'FuncLit' && info === acquisition.info && literalRole(func, info) === 'goroutine';
}

/** Any call or channel operation may be what the function waits with for its goroutine. */
function mayWait(node: Stmt | Expr): boolean {
  return someNode(
    node,
    (each: Node) =>
      each.kind === 'CallExpr' || each.kind === 'SendStmt' || (each.kind === 'UnaryExpr' && each.op === '<-'),
  );
}
