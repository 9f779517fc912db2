import type { Finding } from '../../../findings/finding.ts';
import type { Profile } from '../profile/profile.ts';
import type { Sight } from './sights.ts';
import { sightOf } from './sights.ts';

/** Why profiles show nothing of a finding: a clause. That does not mean that nothing leaks there. */
export function whyUnseen(finding: Finding, profiles: readonly Profile[]): string {
  const sight = sightOf(finding);
  const kinds = new Set(profiles.map(({ kind }) => kind));
  if (sight === undefined)
    return 'no profile shows it: it is about what calls do, not about what waits or is allocated at its line';
  if (sight.kind === 'heap')
    return kinds.has('heap') ? notAllocated(finding) : 'what stays is memory, which only a profile of the heap shows';
  if (!kinds.has('goroutine') && !kinds.has('goroutineleak'))
    return 'what stays are goroutines, which only a profile or dump of goroutines shows';
  return kinds.has('goroutine') ? 'no goroutine is at its line' : notLeaked(sight);
}

/** The runtime calls leaked only what nothing can wake any more. */
function notLeaked({ waits }: Sight): string {
  return waits === undefined
    ? 'the runtime does not call goroutines leaked that a timer, a connection or a signal could wake; a profile of all goroutines shows them'
    : 'no goroutine that the runtime calls leaked is at its line';
}

function notAllocated({ collected }: Finding): string {
  if (collected)
    return 'no memory in use was allocated at its line: this Go version collects what is not reachable any more';
  return 'no memory in use was allocated at its line; the profile has one sample in 512 KB unless the program sets runtime.MemProfileRate, so little may be missed';
}
