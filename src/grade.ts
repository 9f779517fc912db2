import type { Belief, Evidence, Often, Seeks } from './findings/evidence.ts';
import type { Confidence, Level } from './spec.ts';

/** How sure a finding can be that rests on a belief. With any at all it is not certain, and so no error. */
const trust: Readonly<Record<Belief, Confidence>> = {
  'sure-lookalike': 'high',
  'declared-type': 'high',
  'told-by-use': 'high',
  'callee-name': 'high',
  'one-of-many': 'high',
  'keys-come-and-go': 'high',
  lookalike: 'medium',
  'helper-hands-out': 'medium',
  'shown-to-others': 'medium',
  'unsure-callee-name': 'medium',
  'literal-stays': 'medium',
  'nobody-else-releases': 'medium',
  lasting: 'medium',
  pending: 'medium',
  'field-not-called': 'medium',
  'spawner-returns': 'medium',
  'meant-to-end': 'medium',
  'handed-on': 'medium',
  'callers-seen': 'medium',
  'by-parameter': 'medium',
  'more-comes': 'medium',
  'nobody-else-sends': 'medium',
  'context-lasts': 'medium',
  'error-comes': 'medium',
  'keys-are-told': 'medium',
  'acquired-in-pass': 'medium',
  'callback-is-done': 'medium',
  'runs-again': 'medium',
  'own-key': 'medium',
  'deadline-elsewhere': 'medium',
  'library-name': 'medium',
  'used-to-dial': 'medium',
};

/** How often something must be made to be a leak that grows: not at all, as far as is known, or without any bound. */
const growth: Readonly<Record<Often, 'bounded' | 'likely' | 'unbounded'>> = {
  once: 'bounded',
  'start-up': 'bounded',
  few: 'bounded',
  'test-only': 'bounded',
  'per-owner': 'likely',
  unknown: 'likely',
  'per-request': 'unbounded',
  'per-pass': 'unbounded',
};

/** What a finding is worth. */
export interface Grade {
  readonly level: Level;
  readonly confidence: Confidence;
}

/** The only place that turns evidence into level and confidence. */
export function grade({ often, ways, relief, beliefs }: Evidence): Grade {
  const confidence = beliefs.every((belief) => trust[belief] === 'high') ? 'high' : 'medium';
  if (relief !== undefined || growth[often] === 'bounded' || ways === 'error') return { level: 'note', confidence };
  const isCertain = beliefs.length === 0 && ways === 'all' && growth[often] === 'unbounded';
  return { level: isCertain ? 'error' : 'warning', confidence };
}

/**
 * What is to be looked for, where findings are wanted that are at least so sure: what cannot reach that is left alone.
 */
export function seeks(wanted: Confidence): Seeks {
  return wanted === 'medium' ? seeksAll : seeksSure;
}

const seeksAll: Seeks = () => true;
const seeksSure: Seeks = (belief) => trust[belief] === 'high';
