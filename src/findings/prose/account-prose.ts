import type { Account, ChannelDeed, Found, Ground, Use } from '../account.ts';
import type { Belief, Evidence } from '../evidence.ts';
import type { Site } from '../fact.ts';
import { oftenWords, reliefWords } from '../reason.ts';

/** An account as lines of text: what was looked at, what came of it, and what that rests on. */
export function accountLines({ rule, about, path, line, found, grounds }: Account): readonly string[] {
  const head = `${path}:${line}: ${rule}: ${about}`;
  const because = grounds.map((ground) => `  ${groundWords(ground)}`);
  return found ? [head, ...foundLines(found), ...because] : [head, ...because, '  so it is silent'];
}

function foundLines({ message, level, confidence, suppressed, evidence }: Found): readonly string[] {
  return [
    `  found: ${message}`,
    ...evidenceLines(evidence).map((line) => `  ${line}`),
    `  which makes it ${level === 'error' ? 'an' : 'a'} ${level}${confidence === 'high' ? '' : ', shown with --strict'}`
    + (suppressed ? '; a directive suppresses it' : ''),
  ];
}

const ways: Readonly<Record<Evidence['ways'], string>> = {
  all: 'on every way out', some: 'on some way out', error: 'only on ways behind an error',
};

function evidenceLines({ often, ways: on, relief, beliefs }: Evidence): readonly string[] {
  return [
    `lost ${ways[on]}, and made ${oftenWords[often]}`,
    ...(relief === undefined ? [] : [`harmless: ${reliefWords[relief]}`]),
    ...beliefs.map((belief) => `believed, though the code does not show it: ${beliefWords[belief]}`),
  ];
}

const uses: Readonly<Record<Use, string>> = {
  release: 'released',
  'deferred-release': 'released when the function ends',
  use: 'only used',
  started: 'used by a goroutine',
  overwrite: 'the variable is given another value',
  alias: 'held by another variable, too',
  carried: 'handed to a function that gives it back',
  escape: 'handed on: who has it then may release it',
};

const deeds: Readonly<Record<ChannelDeed, string>> = {
  made: 'made',
  sent: 'sent to',
  received: 'received from',
  closed: 'closed',
  escaped: 'handed to code that is not seen',
  stored: 'kept elsewhere',
  taken: 'taken from elsewhere',
};

const entries = {
  in: 'something is put in',
  out: 'entries are taken out, or it goes where that may happen',
  finalizer: 'a finalizer is to take an entry out',
} as const;

function groundWords(ground: Ground): string {
  switch (ground.kind) {
    case 'use':
      return `${place(ground.at)}: "${ground.name}" in ${ground.text}: ${uses[ground.use]}`;
    case 'channel':
      return `${place(ground.at)}: ${deeds[ground.does]}`;
    case 'entry':
      return `${place(ground.at)}: ${entries[ground.does]}`;
    case 'returned':
      return 'given to the caller, whose call is judged in its place';
    case 'kept':
      return ground.field === undefined
        ? 'kept where it is not followed'
        : `kept in the field ${ground.field}, which the package may release`;
    default:
      return plain[ground.kind];
  }
}

const plain = {
  'helps-tests': 'the file helps tests: what it leaves behind ends with them',
  'released-by-name': 'registered under a name, and the package takes names out of registries',
  'kept-by-nobody': 'what it is derived from never ends by itself and keeps nothing',
  'ends-with-parent': 'its context is that of a request, or nobody knows whose: it goes with that',
  dead: 'no way leads there',
  collected: 'this Go version collects it',
  'channel-open': 'code that is not seen from here may use the channel, too',
  'short-lived': 'it is not seen to live as long as the process',
} as const satisfies Partial<Record<Ground['kind'], string>>;

function place({ file, line }: Site): string {
  return file === undefined ? `line ${line}` : `${file}:${line}`;
}

const beliefWords: Readonly<Record<Belief, string>> = {
  lookalike: 'that a method of an unknown type gives what its name says',
  'sure-lookalike': 'that a method of this name with these arguments gives what it says',
  'told-by-use': 'that what it gives is what it is used as',
  'declared-type': 'that a type is what it is declared to be',
  'helper-hands-out': 'that a helper hands out what it makes',
  'shown-to-others': 'that others only look at what they are shown',
  'callee-name': 'that a function does what its name says',
  'unsure-callee-name': 'that a function does no more than its name says',
  'literal-stays': 'that what is put into a literal stays with its owner',
  'nobody-else-releases': 'that nobody else releases it',
  'one-of-many': 'that there are many of it',
  lasting: 'that it lasts',
  pending: 'that it is still pending',
  'field-not-called': 'that a function in a field is not called elsewhere',
  'spawner-returns': 'that the function which started it returns',
  'meant-to-end': 'that it is meant to end',
  'handed-on': 'that who is handed it does not end it',
  'callers-seen': 'that all callers are seen',
  'by-parameter': 'that callers give different values',
  'more-comes': 'that the goroutine has more to send when its reader leaves',
  'nobody-else-sends': 'that nobody else sends',
  'context-lasts': 'that the context lasts longer',
  'error-comes': 'that the error comes at some time',
  'keys-come-and-go': 'that keys of this kind come and go',
  'keys-are-told': 'that keys are what they are called',
  'acquired-in-pass': 'that each pass acquires its own',
  'callback-is-done': 'that the callback is done with it',
  'runs-again': 'that the function runs again and again',
  'own-key': 'that the key is new each time',
  'deadline-elsewhere': 'that no deadline is set elsewhere',
  'library-name': 'that the library is the one it is called after',
  'used-to-dial': 'that it is used to dial',
};
