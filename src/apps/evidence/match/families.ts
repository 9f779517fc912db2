import type { Finding } from '../../../findings/finding.ts';
import type { PlacedStack } from '../places/place-stacks.ts';
import type { Wait } from '../profile/profile.ts';
import { functionsLike } from './function-pattern.ts';

/** Goroutines of a library that stand for something the program has not released: which one, they do not say. */
export interface Family {
  /** Whether a function is one of those of which one is on the stack. */
  readonly has: (func: string) => boolean;
  /** What the goroutine waits for where that matters. */
  readonly wait?: Wait;
  /** From how many on it tells something: of some there is always one. */
  readonly least: number;
  /** What there is one of for each goroutine, in the plural. */
  readonly means: string;
  /** The rule that its cause would have, the words for what is not released, and how the call begins that gave it. */
  readonly rule: string;
  readonly nouns: readonly string[];
  readonly call?: string;
}

/** Read in the sources of the libraries, and measured; docs/evidence.md names them. */
export const families: readonly Family[] = [
  {
    has: functionsLike(['net/http.(*persistConn).readLoop']),
    wait: 'select',
    least: 1,
    rule: 'resource-not-closed',
    nouns: ['response body'],
    means: 'HTTP responses whose body is not closed, or requests under way',
  },
  {
    has: functionsLike(['net/http.(*http2clientStream).doRequest', '*http2.(*clientStream).doRequest']),
    wait: 'select',
    least: 1,
    rule: 'resource-not-closed',
    nouns: ['response body'],
    means: 'HTTP/2 responses whose body is not closed, or requests under way',
  },
  {
    has: functionsLike(['database/sql.(*Rows).awaitDone']),
    least: 1,
    rule: 'resource-not-closed',
    nouns: ['result set'],
    means: 'result sets that are open',
  },
  {
    has: functionsLike(['database/sql.(*Tx).awaitDone']),
    least: 1,
    rule: 'resource-not-closed',
    nouns: ['transaction'],
    means: 'transactions that are neither committed nor rolled back',
  },
  {
    has: functionsLike(['database/sql.(*DB).connectionOpener']),
    least: 2,
    rule: 'resource-not-closed',
    nouns: ['database'],
    means: 'databases that are open',
  },
  {
    has: functionsLike(['context.(*cancelCtx).propagateCancel.func*']),
    least: 1,
    rule: 'context-cancel-not-called',
    nouns: ['cancel function'],
    means: 'contexts that wait for their parent or for their cancel function',
  },
  {
    has: functionsLike(['google.golang.org/grpc/internal/grpcsync.(*CallbackSerializer).run']),
    least: 2,
    rule: 'resource-not-closed',
    nouns: ['connection', 'client'],
    call: 'grpc.',
    means: 'gRPC connections that are open',
  },
  {
    has: functionsLike(['google.golang.org/grpc.newClientStream*']),
    least: 1,
    rule: 'context-cancel-not-called',
    nouns: ['cancel function'],
    means: 'gRPC streams that are neither read to their end nor cancelled',
  },
];

/** Whether a goroutine is one of a family. */
export function isOf({ has, wait }: Family, { stack }: PlacedStack): boolean {
  if (wait !== undefined && stack.wait !== wait && stack.wait !== 'unknown') return false;
  return stack.frames.some(({ func }) => has(func));
}

/** Whether a finding may be why there are goroutines of a family. */
export function mayCause({ fact, rule }: Finding, family: Family): boolean {
  if (rule !== family.rule || !('resource' in fact)) return false;
  return family.nouns.includes(fact.resource.noun) && fact.resource.call.startsWith(family.call ?? '');
}
