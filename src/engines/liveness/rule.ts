import type { Belief, Seeks } from '../../findings/evidence.ts';
import type { RuleMeta } from '../../spec.ts';
import type { Need, Sign } from '../need.ts';
import { words } from '../need.ts';

/** A goroutine that can wait for ever, or run for ever. */
export interface Liveness extends RuleMeta {
  readonly engine: 'liveness';
  readonly question:
    /** Does anything end a loop that ranges over a channel? */
    | 'unending-range'
    /** Is there a way out of a loop that a goroutine runs? */
    | 'endless-loop'
    /** Is there still somebody to receive what a goroutine sends? */
    | 'blocked-send'
    /** Does anything ever send on, or close, a channel that is received from? */
    | 'blocked-receive'
    /** Is a channel given to signal.Notify taken back? */
    | 'registered-signal';
}

/** What a package must hold for the question of the rule. */
export function needsOfLiveness({ question }: Liveness): Need {
  return needsOf[question];
}

/** Undefined where all that could be found is not sought. */
export function soughtLiveness(rule: Liveness, seeks: Seeks): Liveness | undefined {
  return rule.question === 'blocked-receive' && !waits.some(seeks) ? undefined : rule;
}

const goroutine: Sign = { kind: 'goroutine' };

const endless: Sign = { kind: 'endless-loop' };

const needsOf: Readonly<Record<Liveness['question'], Need>> = {
  'unending-range': [
    { here: [words('range')], anywhere: [words('chan', 'Tick', 'Timer'), goroutine] },
    { here: [words('<-'), endless], anywhere: [words('chan'), goroutine] },
  ],
  'endless-loop': [
    { here: [words('<-'), endless] },
    { here: [words('Sleep', 'Wait', 'Accept', 'Read', 'Recv'), endless], anywhere: [goroutine] },
    // What it calls may wait.
    { here: [endless], anywhere: [words('<-', 'Sleep', 'Wait'), goroutine] },
  ],
  'blocked-send': [{ here: [words('<-')], anywhere: [words('make'), words('chan')] }],
  'blocked-receive': [{ here: [words('<-')], anywhere: [words('chan')] }, { here: [words('<-'), goroutine] }],
  'registered-signal': [{ anywhere: [{ kind: 'import', anyOf: ['os/signal'] }] }],
};

/** What all findings about receives rest on: one of these. */
const waits: readonly Belief[] = ['nobody-else-sends', 'error-comes', 'context-lasts'];
