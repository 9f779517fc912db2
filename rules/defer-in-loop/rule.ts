import type { DeferInLoop } from '../../src/engines/defer-in-loop/rule.ts';

/** See rule.md beside this file. */
export default {
  engine: 'defer-in-loop',
  id: 'defer-in-loop',
  summary: 'A deferred call that waits for the end of the function, while a loop adds another one in each pass',
  tags: ['leak', 'memory', 'resource'],
  cwe: [400, 404, 772],
  precision: 'high',
  peers: ['gocritic', 'revive', 'staticcheck', 'sa5003'],
  releases: [
    'Close', 'Stop', 'Rollback', 'Release', 'Free', 'Destroy', 'Shutdown', 'Disconnect', 'Unsubscribe', 'Cancel', 'DecrRef',
    'DecRef', 'Unref', 'CloseWithError', 'CloseIdleConnections', 'Terminate', 'Cleanup', 'Discard', 'Abort',
  ],
  releasing: ['cancel', 'close', 'stop', 'rollback', 'cleanup', 'teardown', 'shutdown', 'unsubscribe', 'disconnect'],
  exhaustedBy: ['Next'],
  drainedBy: { 'io.ReadAll': 0, 'io/ioutil.ReadAll': 0, 'io.Copy': 1 },
  drained: ['Body'],
  deadlines: ['context.WithTimeout', 'context.WithDeadline', 'context.WithTimeoutCause', 'context.WithDeadlineCause'],
  unlocks: { Unlock: 'Lock', RUnlock: 'RLock' },
} as const satisfies DeferInLoop;
