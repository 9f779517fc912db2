import type { Fact } from '../../../findings/fact.ts';
import type { Finding, Location, Step } from '../../../findings/finding.ts';
import type { Wait } from '../profile/profile.ts';

/** Where a profile shows a finding. */
export interface Sight {
  /** The lines at which goroutines or allocations of the finding are. */
  readonly at: readonly Location[];
  /** The `go` statements that start its goroutines. */
  readonly started: readonly Location[];
  /** What its goroutines wait for; undefined for whatever they do. */
  readonly waits: readonly Wait[] | undefined;
  /** Whether whatever its goroutines do in the loop at these lines belongs to it. */
  readonly loop: boolean;
  /** What kind of profile shows it. */
  readonly kind: 'goroutine' | 'heap';
  /** The last name of the function that allocates, as it is called there; undefined for whatever does. */
  readonly call: string | undefined;
}

/** Where a profile shows a finding, by what was found; undefined where no profile can. */
export function sightOf(finding: Finding): Sight | undefined {
  const { fact, steps } = finding;
  const stepsOf = (...kinds: readonly Step['kind'][]): readonly Location[] =>
    steps.filter(({ kind }) => kinds.includes(kind)).map(({ location }) => location);
  const how = manner(fact);
  if (how === undefined) return undefined;
  const more = how.kind === 'goroutine' ? stepsOf('waits', 'sends', 'receives') : stepsOf('acquired', 'inserted');
  return { ...how, at: [finding.location, ...more], started: how.kind === 'goroutine' ? stepsOf('started') : [] };
}

type Manner = Omit<Sight, 'at' | 'started'>;

const blocked: Readonly<Record<string, readonly Wait[]>> = {
  send: ['send', 'nothing', 'unknown'], receive: ['receive', 'receive-or-range', 'nothing', 'unknown'],
};

function manner(fact: Fact): Manner | undefined {
  switch (fact.kind) {
    case 'blocked-send': case 'surplus-send': case 'unheard-reply': case 'unread-send':
    case 'send-before-receiver':
      return waiting(blocked['send']);
    case 'blocked-receive': case 'unfed-return': case 'unending-range':
      return waiting(blocked['receive']);
    case 'endless-loop': case 'looks-between': case 'ignored-done': case 'context-wait':
      return { ...waiting(undefined), loop: true };
    case 'handshake-unbounded': case 'dial-unbounded': case 'literal-unbounded': case 'keep-alive-off':
      return waiting(undefined);
    case 'only-grows': case 'lost-value': case 'deferred-in-loop': case 'cache-copied': case 'never-swept':
    case 'eviction-skipped': case 'transport-dropped':
      return allocated(undefined);
    case 'unused-suppression': case 'unlock-deferred-in-loop':
      return undefined;
    default:
      return allocated('resource' in fact ? lastName(fact.resource.call) : undefined);
  }
}

function waiting(waits: readonly Wait[] | undefined): Manner {
  return { kind: 'goroutine', waits, loop: false, call: undefined };
}

function allocated(call: string | undefined): Manner {
  return { kind: 'heap', waits: undefined, loop: false, call };
}

function lastName(call: string): string {
  return call.slice(call.lastIndexOf('.') + 1);
}
