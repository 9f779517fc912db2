import type { Finding } from '../../../findings/finding.ts';
import type { PlacedStack } from '../places/place-stacks.ts';
import type { Wait } from '../profile/profile.ts';

/** Goroutines of a library that stand for something the program has not released: which one, they do not say. */
export interface Family {
  /** Patterns of functions, one of which is on the stack: `*` stands for any text. */
  readonly functions: readonly string[];
  /** What the goroutine waits for where that matters. */
  readonly wait?: Wait;
  /** From how many on it tells something: of some there is always one. */
  readonly least: number;
  /** What there is one of for each goroutine, in the plural. */
  readonly means: string;
  /** The rule and the words of its resources, in lower case, that its cause would have. */
  readonly rule: string;
  readonly nouns: readonly string[];
}

/** Read in the sources of the libraries, and measured; docs/evidence.md names them. */
export const families: readonly Family[] = [
  {
    functions: ['net/http.(*persistConn).readLoop'], wait: 'select', least: 1, rule: 'resource-not-closed', nouns: ['response body'],
    means: 'HTTP responses whose body is not closed, or requests under way',
  },
  {
    functions: ['*http2*lientStream).doRequest', '*http2.(*clientStream).doRequest'], wait: 'select', least: 1,
    rule: 'resource-not-closed', nouns: ['response body'], means: 'HTTP/2 responses whose body is not closed, or requests under way',
  },
  { functions: ['database/sql.(*Rows).awaitDone'], least: 1, rule: 'resource-not-closed', nouns: ['rows'], means: 'result sets that are open' },
  {
    functions: ['database/sql.(*Tx).awaitDone'], least: 1, rule: 'resource-not-closed', nouns: ['transaction'],
    means: 'transactions that are neither committed nor rolled back',
  },
  {
    functions: ['database/sql.(*DB).connectionOpener'], least: 2, rule: 'resource-not-closed', nouns: ['database'],
    means: 'databases that are open',
  },
  {
    functions: ['context.(*cancelCtx).propagateCancel.func*'], least: 1, rule: 'context-cancel-not-called', nouns: ['cancel function'],
    means: 'contexts that wait for their parent or for their cancel function',
  },
  {
    functions: ['google.golang.org/grpc/internal/grpcsync.(*CallbackSerializer).run'], least: 2, rule: 'resource-not-closed',
    nouns: ['connection'], means: 'gRPC connections that are open',
  },
  {
    functions: ['google.golang.org/grpc.newClientStream*'], least: 1, rule: 'context-cancel-not-called', nouns: ['cancel function'],
    means: 'gRPC streams that are neither read to their end nor cancelled',
  },
];

/** Whether a goroutine is one of a family. */
export function isOf({ functions, wait }: Family, { stack }: PlacedStack): boolean {
  if (wait !== undefined && stack.wait !== wait && stack.wait !== 'unknown') return false;
  return stack.frames.some(({ func }) => functions.some((pattern) => fits(pattern, func)));
}

/** Whether a finding may be why there are goroutines of a family. */
export function mayCause({ fact, rule }: Finding, family: Family): boolean {
  return rule === family.rule && 'resource' in fact && family.nouns.some((noun) => fact.resource.noun.toLowerCase().includes(noun));
}

/** Whether a text fits a pattern in which `*` stands for any text but for the stars of Go's pointers, which follow `(`. */
export function fits(pattern: string, text: string): boolean {
  const [first = '', ...rest] = pattern.split(/(?<!\()\*/);
  if (!text.startsWith(first)) return false;
  let at = first.length;
  for (const [i, part] of rest.entries()) {
    const found = i === rest.length - 1 && part !== '' ? text.length - part.length : text.indexOf(part, at);
    if (found < at || !text.startsWith(part, found)) return false;
    at = found + part.length;
  }
  return rest.length > 0 || at === text.length;
}
