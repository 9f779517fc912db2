import type { Obligation } from '../../src/engines/obligation/rule.ts';

const acquire = ['iter.Pull', 'iter.Pull2'];

/** See rule.md beside this file. https://pkg.go.dev/iter#Pull */
export default {
  engine: 'obligation',
  id: 'iterator-not-stopped',
  summary: 'The stop function of iter.Pull that is not called, nor handed on, on a way out that has not read the sequence to its end',
  tags: ['leak', 'memory', 'iterator'],
  noun: 'stop function',
  released: 'called',
  acquire,
  results: Object.fromEntries(acquire.map((name) => [name, [1]])),
  type: 'func',
  lookalikes: [],
  held: 'function',
  release: [],
  uses: [],
  deferrable: acquire,
  spentByFalse: true,
  effect: 'the sequence stays suspended with all that it holds',
} as const satisfies Obligation;
