import { plainEvidence } from '../../src/findings/evidence.ts';
import type { Fact } from '../../src/findings/fact.ts';
import type { Finding, Location, Step } from '../../src/findings/finding.ts';
import type { Resource } from '../../src/findings/resource.ts';

/** A ticker held by `t`. */
export const ticker: Resource = {
  noun: 'ticker',
  holder: 't',
  call: 'time.NewTicker',
  release: 'Stop',
  released: 'stopped',
};

/** A place in `poll.go`; the source line is a line of Go that says its number. */
export function makeLocation(changes: Partial<Location> = {}): Location {
  const line = changes.line ?? 12;
  return { path: 'poll.go', line, column: 1, endColumn: 2, source: `line${line}()`, ...changes };
}

/** One step on the way to a leak. */
export function makeStep(kind: Step['kind'], changes: Partial<Location>): Step {
  return { kind, location: makeLocation(changes) };
}

/** A warning of ticker-not-stopped: a ticker made at line 12 and not stopped at the return at line 31. */
export function makeFinding(changes: Partial<Finding> = {}): Finding {
  return {
    rule: 'ticker-not-stopped',
    level: 'warning',
    confidence: 'high',
    evidence: plainEvidence,
    location: makeLocation({ column: 7, endColumn: 24, source: '\tt := time.NewTicker(d)' }),
    fact: { kind: 'missed-exit', resource: ticker, exit: 'return', line: 31, remedy: { kind: 'defer' } },
    collected: false,
    steps: [],
    fingerprint: '1a2b:1',
    ...changes,
  };
}

/** The same finding with another fact. */
export function withFact(fact: Fact): Finding {
  return makeFinding({ fact });
}
