import type { Closer } from '../fact.ts';
import type { FactByKind, Part, ProseOf } from './prose.ts';
import { siteWords } from './site-words.ts';

/** The words of goroutines and channels that wait for ever. */
export const livenessProse: ProseOf<
  | 'unending-range'
  | 'endless-loop'
  | 'looks-between'
  | 'ignored-done'
  | 'blocked-send'
  | 'surplus-send'
  | 'unheard-reply'
  | 'unread-send'
  | 'send-before-receiver'
  | 'blocked-receive'
  | 'unfed-return'
  | 'context-wait'
  | 'registered-channel-closed'
  | 'signal-left-registered'
> = {
  'unending-range': {
    message: ({ channel, closer, flag, started, stopped }) => [
      whoCloses[closer](channel),
      flag === undefined
        ? ', so this loop never ends'
        : ` and nothing is sent on it once "${flag}" is set, so this loop never sees that`,
      ' and the goroutine started ',
      siteWords(started),
      ' stays for ever',
      ...(stopped ? [', also when the ticker is stopped ', siteWords(stopped)] : []),
    ],
    fix: ({ closer }) =>
      closer === 'function' || closer === 'package'
        ? 'Close the channel in the sender when it has sent the last value,'
          + ' or select in the loop on a done channel or ctx.Done() as well, and return there.'
        : 'Write for { select { … } } with a clause for a done channel or ctx.Done() that returns.',
  },
  'endless-loop': {
    message: ({ waits, started, stopped, reads, exits }) => [
      `this loop has no way out${reads ? ', whatever the error' : exits ? ' but the end of the process' : ''}: it waits for ${waits} in each pass, and the goroutine started `,
      siteWords(started),
      ' outlives its owner',
      ...(stopped ? [', who stops the ticker ', siteWords(stopped)] : []),
    ],
    fix: ({ reads }) =>
      reads
        ? 'Return when the error says that there is nothing more to come (net.ErrClosed, io.EOF): with the next pass it comes again.'
        : 'Select on a done channel or ctx.Done() beside what the loop waits for, and return there.',
  },
  'looks-between': {
    message: ({ waits, look, line }) => [
      'this loop looks at ',
      { words: `"${look}" at line ${line}`, line },
      ` only between two calls of ${waits}: told to stop, its goroutine`,
      ' stays there until one more connection comes',
    ],
    fix: ({ waits }) =>
      `Close the listener from another goroutine when it is time to stop, and return when ${waits} says net.ErrClosed.`,
  },
  'ignored-done': {
    message: ({ clause, by, line }) => [
      by === 'break' ? { words: `the break at line ${line}`, line } : { words: `"${clause}" at line ${line}`, line },
      by === 'break' ? ` leaves only the select, so "${clause}" does not end this loop` : ' does not leave this loop',
      ': once that channel is closed, it spins',
    ],
    fix: ({ by }) =>
      by === 'break'
        ? 'Return there, or give the loop a label and break to it.'
        : 'Return in that clause, or break to a label of the loop.',
  },
  'blocked-send': {
    message: (fact) => [
      receivers(fact),
      ...leaving(fact),
      ': the goroutine ',
      { words: `started at line ${fact.started}`, line: fact.started },
      ' then stays in this send for ever',
    ],
    fix({ channel, many, again, values }) {
      const orDone = 'on a done channel or ctx.Done() as well';
      if (again)
        return `Select in the send to "${channel}" ${orDone}: the goroutine sends again and again, and fills any buffer.`;
      return many
        ? `Make "${channel}" with room for ${values === 1 ? 'one value of each goroutine' : 'all values of all goroutines'},`
            + ` or select in ${values === 1 ? 'the send' : 'each send'} ${orDone}.`
        : `Make "${channel}" ${values === undefined ? 'with room for all that is sent' : `with capacity ${values}`},`
            + ` so that ${values === 1 ? 'the send never waits, or select in it' : 'no send waits, or select in each of them'} ${orDone}.`;
    },
  },
  'surplus-send': {
    message: ({ channel, capacity, started, values, receives, each }) => [
      each ? 'each goroutine ' : 'the goroutine ',
      { words: `started at line ${started}`, line: started },
      ` may send ${values} values on "${channel}", one after the other, and ${receives === 1 ? 'one is' : `${receives} are`} received`,
      each ? ' for each' : '',
      capacity > 0 ? `, with room for ${capacity} more` : '',
      ': it then stays in this send for ever',
    ],
    fix: ({ channel }) =>
      `Return after the send in front of it, or receive from "${channel}" as often as the goroutine sends.`,
  },
  'unheard-reply': {
    message: ({ channel, clause, left }) => [
      `nobody receives from "${channel}" where the caller has given up by "${clause}" `,
      siteWords(left),
      ': whoever answers then waits in this send for ever, and with it all who need an answer',
    ],
    fix: ({ field, made }) =>
      `Make "${field}" with capacity 1, ${made.file === undefined ? 'at' : `in ${made.file} at`} line ${made.line},`
      + ' so that an answer that nobody wants stays in the buffer.',
  },
  'unread-send': {
    message: ({ channel, started, left, dropped }) => [
      `nobody receives from "${channel}"${dropped ? ', which its caller drops ' : ' any more once its reader leaves '}`,
      siteWords(left),
      ': the goroutine started ',
      siteWords(started),
      ' then stays in this send for ever',
    ],
    fix: ({ channel, dropped }) => dropped
      ? `Receive from the channel, or make "${channel}" with a buffer for what is sent.`
      : `Select in the send to "${channel}" on ctx.Done(), or on a channel that the reader closes when it leaves, and return there.`,
  },
  'send-before-receiver': {
    message: ({ channel, made }) => [
      'this send never ends: nobody else knows ',
      { words: `"${channel}", made without a buffer at line` + ` ${made}`, line: made },
      ', so nobody can receive',
    ],
    fix: ({ channel }) => `Start the receiver before the send, or make "${channel}" with a buffer.`,
  },
  'blocked-receive': {
    message: ({ channel, where, made }) => [
      `nothing in the ${where} sends on or closes "${channel}"`,
      ...(made ? [', made ', siteWords(made)] : []),
      ': this receive never ends',
    ],
    fix: ({ channel }) =>
      `Close "${channel}" or send on it, on the ways of errors too, or select on a done channel or ctx.Done() as well.`,
  },
  'unfed-return': {
    message: ({ channel, started, line }) => [
      'the goroutine ',
      { words: `started at line ${started}`, line: started },
      ' is to end this receive, and where it ',
      { words: `returns at line ${line}`, line },
      ` it has neither sent on "${channel}" nor closed it`,
    ],
    fix: ({ channel }) =>
      `Defer the close of "${channel}" in the goroutine, or send the error on it, so that no way out leaves the receiver waiting.`,
  },
  'context-wait': {
    message: ({ waits, started, end, line, until }) => [
      'the goroutine ',
      { words: `started at line ${started}`, line: started },
      ` waits for ${waits} alone: when the function `,
      { words: `returns at line ${line}`, line },
      ...(end
        ? [
            `, ${end.call} `,
            { words: `at line ${end.line}`, line: end.line },
            ` has done its work, and it stays ${staying[until]}`,
          ]
        : [
            until === 'connection' ? ', the request is answered' : ', there is nobody left to tell,',
            ` and it stays ${staying[until]}`,
          ]),
    ],
    fix: ({ waits }) =>
      `Select on ${waits} and on a channel that the function closes when it is done; or use context.AfterFunc and defer its stop.`,
  },
  'registered-channel-closed': {
    message: ({ channel, registered, stopped }) => [
      `"${channel}" is closed while signal.Notify `,
      siteWords(registered),
      ` still sends to it${stopped ? ', signal.Stop comes later' : ''}: the next signal panics`,
    ],
    fix: ({ channel }) =>
      `Call signal.Stop(${channel}) before the close; deferred calls run in reverse order, so defer the close first.`,
  },
  'signal-left-registered': {
    message: ({ channel, line }) => [
      `"${channel}" is still registered with signal.Notify when the function `,
      { words: `returns at line ${line}`, line },
      ': it is kept for ever, and the signals no longer do what they did before',
    ],
    fix: ({ channel }) => `Write defer signal.Stop(${channel}) directly after signal.Notify.`,
  },
};

const whoCloses: Readonly<Record<Closer, (channel: string) => string>> = {
  time: (channel) => `nothing ever closes "${channel}" (Stop does not either)`,
  signal: (channel) => `neither this package nor os/signal closes "${channel}"`,
  function: (channel) => `nothing in the function closes "${channel}"`,
  package: (channel) => `nothing in the package closes "${channel}"`,
};

const staying: Readonly<Record<FactByKind['context-wait']['until'], string>> = {
  context: 'until that context ends',
  channel: 'until that channel is closed',
  connection: 'as long as the connection',
};

type BlockedSend = FactByKind['blocked-send'];

function receivers({ channel, receives, many, again }: BlockedSend): string {
  if (again && receives > 0) return `nobody receives from "${channel}" any more `;
  if (receives === 0) return `nobody receives from "${channel}" `;
  const times = receives === 1 ? 'one value' : `${receives} values`;
  return `only ${times} ${receives === 1 ? 'is' : 'are'} received from "${channel}"${many ? ', on which several goroutines send,' : ''} `;
}

function leaving({ leaves, receives, again }: BlockedSend): readonly Part[] {
  const once = receives === 0 || again ? 'once' : 'before';
  if (leaves.by === 'clause')
    return [`${once} "${leaves.clause}" `, { words: `at line ${leaves.line}`, line: leaves.line }, ' leaves'];
  return [
    `${once} the function `,
    { words: `${leaves.by === 'end' ? 'ends' : 'returns'} at line ${leaves.line}`, line: leaves.line },
  ];
}
