import type { Belief, Evidence } from '../../findings/evidence.ts';
import { plainEvidence } from '../../findings/evidence.ts';
import type { Fact } from '../../findings/fact.ts';
import type { Step } from '../../findings/finding.ts';
import type { Remedy, Resource } from '../../findings/resource.ts';
import { branches } from '../../findings/branches.ts';
import { step } from '../../findings/step.ts';
import type { Exit } from '../../flow/first-exit.ts';
import type { Path, Point } from '../../flow/paths.ts';
import { findPaths } from '../../flow/paths.ts';
import { resultTargets } from '../../model/code/assignment.ts';
import type { DeclInfo } from '../../model/info.ts';
import { lineOf } from '../../model/line-of.ts';
import { shownText } from '../../model/text-of.ts';
import { matchesName } from '../../model/names/name-pattern.ts';
import type { Acquisition } from './find/acquisition.ts';
import type { Context } from './context.ts';
import { nounOf } from './noun.ts';

/** What an acquisition turned out to be: a fact with the way that shows it. */
export interface Verdict {
  readonly fact: Fact;
  readonly evidence: Evidence;
  readonly steps: readonly Step[];
}

/** What is known of an acquisition, with more beliefs or facts of a judgement. */
export function evidenceOf({ beliefs }: Acquisition, more: Partial<Evidence> = {}): Evidence {
  return { ...plainEvidence, ...more, beliefs: [...beliefs, ...(more.beliefs ?? [])] };
}

/** The verdict, resting on one more belief. */
export function restingOn(verdict: Verdict, belief: Belief): Verdict {
  return { ...verdict, evidence: { ...verdict.evidence, beliefs: [...verdict.evidence.beliefs, belief] } };
}

/** The resource in the words of the rule. */
export function resourceOf(acquisition: Acquisition, holder: string | undefined, context: Context): Resource {
  const { rule } = context;
  const { name, call, info } = acquisition;
  // Methods and functions of third parties have long names; what the reader sees is shorter.
  const named = call.kind === 'CallExpr' ? call.fun : call.x;
  const shown = /[/(]/.test(name) ? shownText(named, info) : name;
  const { released, part, withError, held, deadline, lasting } = rule;
  const kept = lasting && matchesName(name, lasting.of) ? lasting : undefined;
  const noun = kept?.noun ?? nounOf(acquisition, holder, context);
  const effect = kept?.effect ?? (deadline && matchesName(name, deadline.of) ? deadline.effect : rule.effect);
  const [release = ''] = rule.release;
  const argument = releaseArgument(acquisition, context);
  return {
    noun, holder, call: shown, release, released, held, effect,
    ...(part === undefined || acquisition.hold ? {} : { part }), ...(argument === undefined ? {} : { argument }), ...(withError || hasError(acquisition) ? { withError: true } : {}),
  };
}

/** What the release is to be called with, as it is written; undefined where that is nothing. */
function releaseArgument({ name, call, info }: Acquisition, { rule }: Context): string | undefined {
  const given = rule.releaseArguments?.[name];
  if (typeof given !== 'number') return given;
  const argument = call.kind === 'CallExpr' ? call.args[given] : undefined;
  return argument && shownText(argument, info);
}

/** `conn, err := pool.Get()`: where the error is not nil there is nothing to release. */
function hasError({ call, info }: Acquisition): boolean {
  const targets = resultTargets(call, info);
  const last = targets.length > 1 ? targets.at(-1) : undefined;
  return last?.kind === 'Ident' && /^e$|[eE]rr/.test(last.name);
}

/** All ways out of a function from a point on, nothing cut. */
export function allPaths(start: Point): readonly Path[] {
  return findPaths(start, { node: () => 'pass', feasible: () => true });
}

/** The verdict on a way out that misses the release; `way` are the steps between the acquisition and the exit. */
export function missedExit(
  exit: Exit, way: readonly Step[], remedy: Remedy, acquisition: Acquisition, holder: string, context: Context,
): Verdict {
  const { info, call } = acquisition;
  const fact = {
    kind: 'missed-exit',
    resource: resourceOf(acquisition, holder, context),
    exit: exit.kind,
    line: lineOf(exit.span.pos, info),
    remedy,
  } as const;
  return {
    fact,
    evidence: evidenceOf(acquisition),
    steps: [step('acquired', call, info), ...way, step('exit', exit.span, info)],
  };
}

/**
 * The branches up to where the path turns back to what stands before `offset`: the rest of the round is the same loop
 * again.
 */
export function branchesBefore(path: Path, offset: number, info: DeclInfo): readonly Step[] {
  const { line } = info.file.source.lines.position(offset);
  const steps = branches(path, info);
  const turn = steps.findIndex((each) => each.location.line < line);
  return turn === -1 ? steps : steps.slice(0, turn);
}
