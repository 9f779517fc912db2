import type { Obligation } from '../../src/engines/obligation/rule.ts';

/** Where the package was before it came to the standard library; its functions are those of then. */
const older = ['golang.org/x/net/context', 'code.google.com/p/go.net/context']
  .flatMap((path) => ['WithCancel', 'WithTimeout', 'WithDeadline'].map((name) => `${path}.${name}`));
const acquire = [
  'context.WithCancel', 'context.WithCancelCause', 'context.WithTimeout', 'context.WithTimeoutCause', 'context.WithDeadline',
  'context.WithDeadlineCause', 'os/signal.NotifyContext', ...older,
];

/** Its stop function; https://pkg.go.dev/context#AfterFunc. */
const afterFunc = 'context.AfterFunc';

/** See rule.md beside this file. */
export default {
  engine: 'obligation',
  id: 'context-cancel-not-called',
  summary: 'The cancel function of a context that is not called, nor handed on, on every way out of the function that made it',
  tags: ['leak', 'memory', 'context'],
  cwe: [401, 404, 772],
  precision: 'medium',
  peers: ['govet'],
  noun: 'cancel function',
  released: 'called',
  acquire: [...acquire, afterFunc],
  results: Object.fromEntries(acquire.map((name) => [name, [1]])),
  type: ['context.CancelFunc', 'context.CancelCauseFunc'],
  lookalikes: [],
  held: 'function',
  release: [],
  releaseArguments: { 'context.WithCancelCause': 'nil' },
  uses: [],
  // Those of which a second call, and a call by defer, is always right and takes no argument.
  deferrable: ['context.WithCancel', 'context.WithTimeout', 'context.WithDeadline'],
  overWhen: 'Done',
  roots: {
    of: acquire.filter((name) => !name.startsWith('os/signal')),
    from: ['context', 'golang.org/x/net/context'].flatMap((path) => [`${path}.Background`, `${path}.TODO`, `${path}.WithoutCancel`]),
  },
  effect: 'the context stays until its parent ends',
  deadline: {
    of: acquire.filter((name) => /Timeout|Deadline/.test(name)),
    effect: 'the context stays until its deadline',
  },
  lasting: { of: [afterFunc], noun: 'stop function', effect: 'the function, and what it uses, stays until the context ends' },
} as const satisfies Obligation;
