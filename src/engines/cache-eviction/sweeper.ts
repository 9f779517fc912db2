import { plainEvidence } from '../../findings/evidence.ts';
import type { Draft } from '../../findings/finding.ts';
import { locate } from '../../findings/locate.ts';
import type { CacheContext } from './cache-context.ts';
import type { CacheGroup } from './cache-group.ts';
import type { Callback } from './callback.ts';
import { textOf } from '../../model/text-of.ts';
import { callsNamed } from '../../model/code/calls.ts';
import { isNever } from '../../model/code/constant-duration.ts';

/**
 * `*cache.New(d, i)`: the goroutine that sweeps is stopped by a finalizer of the value that New returns, and after the
 * copy nobody holds that value any more.
 */
export function copiedCache({ call, info }: CacheGroup, { rule, cache: { sweep } }: CacheContext): readonly Draft[] {
  const interval = sweep && call.args[sweep.interval];
  const copy = info.parent(call);
  if (!interval || isNever(interval, info) || copy?.kind !== 'StarExpr' || !info.file.report) return [];
  return [{
    rule: rule.id,
    evidence: plainEvidence,
    location: locate(info.file.source, copy),
    fact: { kind: 'cache-copied', call: textOf(call.fun, info) },
    steps: [],
  }];
}

/**
 * A callback for expired entries, a sweep interval of none, and no sweep by hand. Entries that never expire need none.
 */
export function neverSwept(
  { call, info }: CacheGroup,
  callback: Callback,
  { rule, cache: { sweep }, model }: CacheContext,
): readonly Draft[] {
  const interval = sweep && call.args[sweep.interval];
  const lifetime = sweep && call.args[sweep.interval - 1];
  if (!interval || !lifetime || !isNever(interval, info) || isNever(lifetime, info) || !info.file.report) return [];
  if (callsNamed([sweep.method], model).length > 0) return [];
  return [
    {
      rule: rule.id,
      evidence: plainEvidence,
      location: locate(info.file.source, call),
      fact: { kind: 'never-swept', call: textOf(call.fun, info), sweeper: sweep.method },
      steps: [{ kind: 'callback', location: locate(callback.info.file.source, callback.at) }],
    },
  ];
}
