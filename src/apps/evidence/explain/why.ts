import type { CommClause, Node, SelectStmt } from '../../../syntax/ast.ts';
import type { WaitingPlace } from '../match/waiting.ts';
import { families, isOf } from '../match/families.ts';
import type { Wait } from '../profile/profile.ts';
import type { FindPartners, Partners, Site } from './channel-partners.ts';

/** What goroutines wait for, as a clause behind "412 goroutines". */
const waits = {
  send: 'wait in a send for a receiver',
  receive: 'wait in a receive for a value',
  'receive-or-range': 'wait for the next value of a channel',
  select: 'wait in a select',
  nothing: 'wait for something that cannot happen: on a nil channel, or in a select without cases',
  sleep: 'sleep',
  io: 'wait for the other end of a connection or file',
  lock: 'wait for a lock',
  'wait-group': 'wait for a WaitGroup',
  condition: 'wait for a condition',
  semaphore: 'wait for a lock or a WaitGroup',
  syscall: 'are in a system call',
  running: 'run',
  runtime: 'belong to the runtime',
  unknown: 'are here',
} as const satisfies Record<Wait, string>;

/** What the goroutines of a place do there. */
export function waitWords(wait: Wait): string {
  return waits[wait];
}

/** Gives the text of a node of a file (absolute) on one line; undefined where the file cannot be read. */
export type TextOf = (file: string, node: Node) => string | undefined;

/**
 * Why there is no finding, and what to look for: sentences without the last full stop; empty where nothing is known.
 */
export function whyWaiting(place: WaitingPlace, findPartners: FindPartners, textOf: TextOf): readonly string[] {
  const [first] = place.stacks;
  const family = first && families.find((each) => isOf(each, first));
  const operation = first?.own.find(({ index }) => index === 0)?.present?.operation?.node;
  const partners = operation && place.at && isOnChannel(operation) ? findPartners(place.at.file, operation) : undefined;
  return [
    ...(family ? [`they stand for ${family.means}`] : []),
    ...(partners ? aboutPartners(place.wait, partners) : cases(place, operation, textOf) ?? general[place.wait] ?? []),
    ...started(place),
  ];
}

/** What a select can go on with. */
function cases({ at, wait }: WaitingPlace, operation: Node | undefined, textOf: TextOf): readonly string[] | undefined {
  if (at === undefined || wait !== 'select' || operation?.kind !== 'SelectStmt') return undefined;
  const texts = communications(operation).flatMap((node) => textOf(at.file, node) ?? []);
  if (texts.length === 0) return undefined;
  const shown = texts.slice(0, MOST_SITES).join(', ');
  const byContext = texts.some((text) => text.endsWith('.Done()')) ? ', and so with the context' : '';
  return [`it ends with one of its cases${byContext}: ${shown}${texts.length > MOST_SITES ? ` and ${texts.length - MOST_SITES} more` : ''}`];
}

function communications({ body }: SelectStmt): readonly Node[] {
  return body.flatMap(({ comm }: CommClause): readonly Node[] => {
    if (comm === undefined) return [];
    if (comm.kind === 'ExprStmt') return [comm.x];
    return comm.kind === 'AssignStmt' ? comm.rhs : [comm];
  });
}

/** The statements that started the goroutines, where the profile says. */
function started({ at, stacks }: WaitingPlace): readonly string[] {
  if (at === undefined || at.isStart) return [];
  const places = [
    ...new Set(
      stacks.flatMap(({ created }) =>
        created ? [`${created.path}:${created.present?.line ?? created.frame.line}`] : [],
      ),
    ),
  ];
  if (places.length === 0) return [];
  return [`started at ${places.slice(0, MOST_SITES).join(', ')}${places.length > MOST_SITES ? ` and ${places.length - MOST_SITES} more places` : ''}`];
}

function isOnChannel({ kind }: Node): boolean {
  return kind === 'SendStmt' || kind === 'UnaryExpr' || kind === 'RangeStmt';
}

function aboutPartners(wait: Wait, { channel, sends, receives, closes, open }: Partners): readonly string[] {
  const unseen = open
    ? 'code that is not seen from here may use the channel, too, so the analysis says nothing'
    : undefined;
  if (wait === 'send') {
    const others =
      receives.length > 0
        ? `${channel} is received from at ${list(receives)}`
        : `nothing in the package receives from ${channel}`;
    return unseen === undefined
      ? [others, ...(receives.length > 0 ? ['which of them should still be there is not certain'] : [])]
      : [others, unseen];
  }
  const others =
    sends.length > 0 ? `${channel} is sent to at ${list(sends)}` : `nothing in the package sends to ${channel}`;
  const end = closes.length > 0 ? `it is closed at ${list(closes)}` : 'nothing in the package closes it';
  return [`${others}; ${end}`, ...(unseen === undefined ? [] : [unseen])];
}

const MOST_SITES = 4;

function list(sites: readonly Site[]): string {
  const shown = sites.slice(0, MOST_SITES).map(({ path, line }) => `${path}:${line}`).join(', ');
  return sites.length > MOST_SITES ? `${shown} and ${sites.length - MOST_SITES} more places` : shown;
}

/** What the analysis does not follow, and what ends such a wait. */
const general: Partial<Readonly<Record<Wait, readonly string[]>>> = {
  send: ['it ends when somebody receives'],
  receive: ['it ends when somebody sends, or closes the channel'],
  'receive-or-range': ['it ends when somebody sends, or closes the channel'],
  select: ['it ends when one of its cases can go on; look for a case that tells it to leave, and for who does so'],
  nothing: ['nothing can end it'],
  io: ['it ends when the other end answers or is closed, or at a deadline'],
  lock: ['it ends when the holder of the lock unlocks it; look at what the holder waits for'],
  'wait-group': ['it ends when Done has been called often enough; look at what its goroutines wait for'],
  condition: ['it ends with Signal or Broadcast'],
  semaphore: ['look at who holds the lock, or does not call Done'],
};
