import type { Finding, FixKind, Step } from './finding.ts';
import { growthProse } from './prose/growth-prose.ts';
import { livenessProse } from './prose/liveness-prose.ts';
import { callProse } from './prose/call-prose.ts';
import { obligationProse } from './prose/obligation-prose.ts';
import type { FactByKind, Part, ProseOf } from './prose/prose.ts';
import { suppressionProse } from './prose/suppression-prose.ts';

/** The words of all findings. A new kind of fact does not compile without its own. */
const prose: ProseOf<keyof FactByKind> = {
  ...obligationProse,
  ...livenessProse,
  ...callProse,
  ...growthProse,
  ...suppressionProse,
};

const steps = {
  acquired: 'acquired here',
  deferred: 'this defer takes the value of the variable as it is here',
  taken: 'by way of',
  overwritten: 'the variable is given another value here',
  exit: 'the function is left here',
  loop: 'the loop begins its next pass here',
  reads: 'it is used here',
  made: 'the channel is made here',
  started: 'the goroutine is started here',
  called: 'and runs the function from here',
  waits: 'it waits here in each pass',
  clause: 'this clause does not leave the loop',
  sends: 'this send waits for a receiver',
  receives: 'this receive waits for a sender',
  closed: 'it is closed here',
  kept: 'it is kept here',
  registered: 'it is registered here',
  asked: 'it is asked for here',
  locks: 'it is locked here',
  callback: 'the callback is set here',
  declared: 'it is declared here',
  inserted: 'and something is put in here',
  finalizer: 'this finalizer never runs',
  given: 'this function hands it out',
} satisfies Record<Step['kind'], string>;

/** The message of a finding: one line without the id of the rule and without a full stop. */
export function message(finding: Finding): string {
  return messageParts(finding).map((part) => (typeof part === 'string' ? part : part.words)).join('');
}

/** The message of a finding in pieces, so that a report can link the places it names. */
export function messageParts(finding: Finding): readonly Part[] {
  return [...wordsOf(finding.fact.kind, finding.fact).message, ...whenCollected(finding), ...whenDrained(finding)];
}

/** How to mend what was found: one or two sentences. */
export function fix(finding: Finding): string {
  return wordsOf(finding.fact.kind, finding.fact).fix();
}

/** What a fix does to the source: a short sentence. */
export function fixText(fixed: FixKind): string {
  switch (fixed.kind) {
    case 'defer':
      return `Write defer ${fixed.call}.`;
    case 'move-defer':
      return `Move defer ${fixed.call} up, behind the check of the error.`;
    case 'call-before':
      return `Call ${fixed.call} before ${fixed.before}.`;
    case 'buffer':
      return `Make "${fixed.channel}" with a buffer of ${fixed.capacity}.`;
    case 'hand-function':
      return `Hand on ${fixed.func} itself.`;
    case 'return':
      return 'Return instead of breaking out of the select.';
  }
}

/** What happens at one step on the way to the leak; of a branch, its condition. */
export function stepText({ kind, text, location: { source, column, endColumn } }: Step): string {
  return kind === 'taken' ? `${steps.taken} ${text ?? source.slice(column - 1, endColumn - 1)}` : steps[kind];
}

function wordsOf<K extends keyof FactByKind>(
  kind: K,
  fact: FactByKind[K],
): { message: readonly Part[]; fix: () => string } {
  const { message: say, fix: mend } = prose[kind];
  return { message: say(fact), fix: () => mend(fact) };
}

/** Nothing leaks then, and must not be said to. */
function whenDrained({ evidence: { relief }, fact }: Finding): readonly Part[] {
  if (relief !== 'drained') return [];
  return [
    fact.kind === 'deferred-in-loop'
      ? ', but each is read to its end, and leaves nothing then'
      : '; it is read to its end before, so nothing of it stays',
  ];
}

/** From Go 1.23 a forgotten ticker is no leak, and must not be called one. */
function whenCollected({ collected, fact }: Finding): readonly Part[] {
  if (!collected || !('resource' in fact) || fact.kind === 'released-early') return [];
  return [`; with this Go version it is kept until it is unreachable, ${fact.resource.release} is tidier`];
}
