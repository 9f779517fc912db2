import { expect, test } from 'vitest';
import type { FixKind } from '../../src/findings/finding.ts';
import { fixText } from '../../src/findings/message.ts';

test.each<[FixKind, string]>([
  [{ kind: 'defer', call: 't.Stop()' }, 'Write defer t.Stop().'],
  [{ kind: 'call-before', call: 'signal.Stop(c)', before: 'close(c)' }, 'Call signal.Stop(c) before close(c).'],
  [{ kind: 'buffer', channel: 'done', capacity: 'len(jobs)' }, 'Make "done" with a buffer of len(jobs).'],
  [{ kind: 'hand-function', func: 'metrics.NewMeter' }, 'Hand on metrics.NewMeter itself.'],
  [{ kind: 'return' }, 'Return instead of breaking out of the select.'],
])('%o: %s', (kind, words) => {
  expect(fixText(kind)).toBe(words);
});
