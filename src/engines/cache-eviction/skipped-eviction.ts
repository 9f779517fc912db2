import { plainEvidence } from '../../findings/evidence.ts';
import type { CacheCall } from '../../findings/cache-call.ts';
import type { Draft } from '../../findings/finding.ts';
import { locate } from '../../findings/locate.ts';
import { rootVar } from '../../model/names/entity-name.ts';
import { loopAround } from '../../model/code/loop-around.ts';
import { textOf } from '../../model/text-of.ts';
import type { Expr } from '../../syntax/ast.ts';
import { someNode } from '../../syntax/walk.ts';
import type { CacheContext } from './cache-context.ts';
import type { CacheGroup } from './cache-group.ts';
import type { Callback } from './callback.ts';
import type { Call } from '../../model/code/calls.ts';
import { callsNamed, recurringFunc } from '../../model/code/calls.ts';
import { constantDuration, isNever } from '../../model/code/constant-duration.ts';
import type { OldEntry } from './old-entry.ts';
import { isAskedByHelper, isRemovedBefore, oldEntry } from './old-entry.ts';
import { receiverPlace } from './place.ts';
import type { Skip } from './skip.ts';
import { isCallOn } from './skip.ts';
import type { ValueSource } from './stored-value.ts';
import { sourceOf } from './stored-value.ts';
import { calledName } from '../../syntax/last-word.ts';
import { sourcesOf } from '../../facts/origin.ts';
import { functionNames } from '../../knowledge/function-names.ts';

/** The calls that replace or drop values of this cache without its callback. */
export function skippedEvictions(group: CacheGroup, callback: Callback, context: CacheContext): readonly Draft[] {
  const { cache } = context;
  return callsNamed([...Object.keys(cache.overwrites), ...cache.drops], context.model).flatMap(
    (each): readonly Draft[] => {
      const skip = skipOf(each, group, context);
      if (!skip) return [];
      return cache.drops.includes(skip.name)
        ? dropped(skip, group, callback, context)
        : overwritten(skip, group, callback, context);
    },
  );
}

function skipOf({ call, info }: Call, group: CacheGroup, context: CacheContext): Skip | undefined {
  const name = calledName(call);
  if (name === undefined || call.fun.kind !== 'SelectorExpr' || !info.file.report) return undefined;
  const place = receiverPlace(call.fun.x, name, info, context);
  const func = recurringFunc(call, info, context.model);
  return place !== undefined && group.places.has(place) && func
    ? { call, info, name, func, receiver: call.fun.x }
    : undefined;
}

function dropped(skip: Skip, group: CacheGroup, callback: Callback, context: CacheContext): readonly Draft[] {
  // A loop over the items before the drop may end them one by one.
  const looksAtItems = someNode(
    skip.func,
    (node) => isCallOn(skip, ['Items', 'Keys', context.cache.remove], node) && node.end <= skip.call.pos,
  );
  return looksAtItems ? [] : [draft(skip, 'all', { source: 'made', old: 'possible' }, group, callback, context)];
}

function overwritten(skip: Skip, group: CacheGroup, callback: Callback, context: CacheContext): readonly Draft[] {
  const { call, info, name } = skip;
  const key = call.args[0];
  const value = call.args[context.cache.overwrites[name] ?? -1];
  if (!key || !value || isFresh(key, skip) || isFirst(skip, group, context) || isRemovedBefore(key, skip, context))
    return [];
  const old = hides(group, context)
    ? 'possible'
    : isAskedByHelper(key, skip, context)
      ? 'absent'
      : oldEntry(key, skip, context);
  const source = sourceOf(value, call, info, context);
  return source === 'other' || old === 'absent' ? [] : [draft(skip, 'one', { source, old }, group, callback, context)];
}

/** Whether asking for a key may miss an entry that is still there. Where nothing ever expires it cannot. */
function hides({ call, info }: CacheGroup, { cache: { hidesExpired, sweep } }: CacheContext): boolean {
  const lifetime = sweep && call.args[sweep.interval - 1];
  return hidesExpired && !(lifetime && isNever(lifetime, info));
}

/** Whether the same function has just made the cache, so that nothing is in it yet. */
function isFirst(skip: Skip, group: CacheGroup, context: CacheContext): boolean {
  const { call, info, func, receiver } = skip;
  const variable = receiver.kind === 'Ident' ? info.objectOf(receiver) : undefined;
  if (
    variable?.kind !== 'Var'
    || variable.role !== 'local'
    || group.info !== info
    || info.enclosingFunc(group.call) !== func
  )
    return false;
  if (group.call.pos > call.pos || loopAround(call, info)) return false;
  return !someNode(func, (node) => isCallOn(skip, Object.keys(context.cache.overwrites), node) && node.end <= call.pos);
}

/** A key that no entry can have yet: drawn or counted, or made by what says so. */
function isFresh(key: Expr, { info }: Skip): boolean {
  // A field may hold the same key for long.
  if (key.kind !== 'SelectorExpr' && sourcesOf(key, info, 0).has('fresh')) return true;
  const { origin } = (key.kind === 'Ident' && rootVar(key, info)) || {};
  return [key, ...(origin?.kind === 'value' ? [origin.value] : [])].some((each) =>
    someNode(each, (node) => node.kind === 'CallExpr' && functionNames.makesKeys.test(calledName(node))));
}

/** What is known of the new value and of an old one. */
interface Values {
  readonly source: ValueSource;
  readonly old: OldEntry;
}

function draft(
  skip: Skip,
  drops: 'one' | 'all',
  { source, old }: Values,
  group: CacheGroup,
  callback: Callback,
  context: CacheContext,
): Draft {
  const { call, info, receiver } = skip;
  const { fate } = callback;
  const isEnded = fate.kind === 'ended';
  const isRaced = old === 'raced';
  return {
    rule: context.rule.id,
    evidence: {
      ...plainEvidence,
      ways: 'all',
      beliefs: isEnded && !isRaced && !isOwnKey(skip, source) ? [] : ['own-key'],
    },
    location: locate(info.file.source, call),
    fact: {
      kind: 'eviction-skipped',
      drops,
      cache: {
        call: textOf(call.fun, info),
        key: call.args[0] ? textOf(call.args[0], info) : '',
        line: callback.info.file.source.lines.position(callback.at.pos).line,
        elsewhere: callback.info.file === info.file ? undefined : callback.info.file.source.path,
        ends: isEnded ? fate.by : undefined,
        remove: `${textOf(receiver, info)}.${context.cache.remove}`,
        hidesExpired: hides(group, context),
        raced: isRaced,
        sooner: sooner(skip, group, context),
      },
    },
    steps: [
      { kind: 'callback', location: locate(callback.info.file.source, callback.at) },
      { kind: 'overwritten', location: locate(info.file.source, call) },
    ],
  };
}

/** `Set(s.ID, s)` with a parameter: the caller may save the same value again. */
function isOwnKey({ call, info }: Skip, source: ValueSource): boolean {
  const [key, value] = call.args;
  const root = value && rootVar(value, info);
  return source === 'given' && key !== undefined && root !== undefined && rootVar(key, info) === root;
}

/**
 * The time to live of the entry and the interval of the sweeper, where both are visible and the first is the shorter
 * one.
 */
function sooner(
  { call, info }: Skip,
  { call: made, info: where }: CacheGroup,
  { cache: { sweep } }: CacheContext,
): CacheCall['sooner'] {
  const interval = sweep && made.args[sweep.interval];
  const own = call.args[2];
  const ttl =
    sweep
    && (own
    && constantDuration(own, info) !== 0
    && !(own.kind === 'SelectorExpr' && own.sel.name === 'DefaultExpiration')
      ? own
      : made.args[sweep.interval - 1]);
  if (!interval || !ttl) return undefined;
  const [lifetime, pause] = [constantDuration(ttl, ttl === own ? info : where), constantDuration(interval, where)];
  if (lifetime === undefined || pause === undefined || lifetime <= 0 || lifetime >= pause) return undefined;
  return { ttl: textOf(ttl, ttl === own ? info : where), sweep: textOf(interval, where) };
}
