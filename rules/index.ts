import type { Rule } from '../src/engines/kinds.ts';
import blockedReceive from './blocked-receive/rule.ts';
import blockedSend from './blocked-send/rule.ts';
import cacheOverwriteSkipsEviction from './cache-overwrite-skips-eviction/rule.ts';
import commandNotWaited from './command-not-waited/rule.ts';
import contextCancelNotCalled from './context-cancel-not-called/rule.ts';
import deferInLoop from './defer-in-loop/rule.ts';
import dialWithoutTimeout from './dial-without-timeout/rule.ts';
import goroutineWithoutExit from './goroutine-without-exit/rule.ts';
import iteratorNotStopped from './iterator-not-stopped/rule.ts';
import meterNotStopped from './meter-not-stopped/rule.ts';
import rangeOverUnclosedChannel from './range-over-unclosed-channel/rule.ts';
import resourceNotClosed from './resource-not-closed/rule.ts';
import signalNotifyNotStopped from './signal-notify-not-stopped/rule.ts';
import tickerNotStopped from './ticker-not-stopped/rule.ts';
import timeAfterInLoop from './time-after-in-loop/rule.ts';
import timeTickLeak from './time-tick-leak/rule.ts';
import timerNotStopped from './timer-not-stopped/rule.ts';
import transportNotClosed from './transport-not-closed/rule.ts';
import unboundedGlobalMap from './unbounded-global-map/rule.ts';
import unboundedGlobalSlice from './unbounded-global-slice/rule.ts';

/** All rules, in the order in which they are listed; one folder each. */
export const rules: readonly Rule[] = [
  tickerNotStopped,
  timeTickLeak,
  timerNotStopped,
  timeAfterInLoop,
  rangeOverUnclosedChannel,
  goroutineWithoutExit,
  blockedSend,
  blockedReceive,
  signalNotifyNotStopped,
  meterNotStopped,
  cacheOverwriteSkipsEviction,
  resourceNotClosed,
  transportNotClosed,
  dialWithoutTimeout,
  contextCancelNotCalled,
  iteratorNotStopped,
  commandNotWaited,
  deferInLoop,
  unboundedGlobalMap,
  unboundedGlobalSlice,
];
