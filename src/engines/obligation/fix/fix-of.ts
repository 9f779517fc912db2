import type { Fact } from '../../../findings/fact.ts';
import type { Fix } from '../../../findings/finding.ts';
import { matchesName } from '../../../model/names/name-pattern.ts';
import type { Acquisition } from '../find/acquisition.ts';
import type { Context } from '../context.ts';
import { deferredRelease } from './deferred-release.ts';
import { releaseFix } from './release-fix.ts';

/**
 * The change that ends a finding, where it is certain to be right: only of what the rule says to be `deferrable`, since
 * a helper may give nil, or something that does not bear a second release.
 */
export function fixOf(acquisition: Acquisition, fact: Fact, context: Context): Fix | undefined {
  const { lookalike, name, call } = acquisition;
  const { rule } = context;
  if (lookalike || call.kind !== 'CallExpr' || !matchesName(name, rule.deferrable ?? [])) return undefined;
  return rule.anyUse ? releaseFix(acquisition, fact, context) : deferredRelease(acquisition, fact, context);
}
