import type { Obligation } from '../../src/spec.ts';

const second = [1] as const;

/** See rule.md beside this file. */
export default {
  engine: 'obligation',
  id: 'context-cancel-not-called',
  summary: 'The cancel function of a context that is not called, nor handed on, on every way out of the function that made it',
  tags: ['leak', 'memory', 'context'],
  noun: 'cancel function',
  released: 'called',
  acquire: [
    'context.WithCancel', 'context.WithCancelCause', 'context.WithTimeout', 'context.WithTimeoutCause', 'context.WithDeadline',
    'context.WithDeadlineCause', 'os/signal.NotifyContext', 'golang.org/x/net/context.WithCancel',
    'golang.org/x/net/context.WithTimeout', 'golang.org/x/net/context.WithDeadline',
  ],
  results: {
    'context.WithCancel': second,
    'context.WithCancelCause': second,
    'context.WithTimeout': second,
    'context.WithTimeoutCause': second,
    'context.WithDeadline': second,
    'context.WithDeadlineCause': second,
    'os/signal.NotifyContext': second,
    'golang.org/x/net/context.WithCancel': second,
    'golang.org/x/net/context.WithTimeout': second,
    'golang.org/x/net/context.WithDeadline': second,
  },
  type: ['context.CancelFunc', 'context.CancelCauseFunc'],
  lookalikes: [],
  held: 'function',
  release: [],
  uses: [],
  overWhen: 'Done',
  effect: 'the context stays until its parent ends',
} as const satisfies Obligation;
