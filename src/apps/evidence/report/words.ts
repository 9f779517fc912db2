import { byteWords } from '../../../report/byte-words.ts';
import { baseName } from '../../../host/paths.ts';
import type { Entry } from '../../../report/meta.ts';
import { waitWords } from '../explain/why.ts';
import type { ExplainedPlace } from '../assemble.ts';
import type { Amount, Evidence } from '../match/evidence.ts';
import type { Folded } from '../match/waiting.ts';
import { slashed } from '../places/checkout.ts';
import { isStandard } from '../places/locate.ts';
import { functionName } from '../profile/function-name.ts';
import type { Frame } from '../profile/profile.ts';

/** `1,412` */
export function number(count: number): string {
  return String(Math.round(count)).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

/** `1 goroutine`, `1,412 goroutines` */
export function goroutines(count: number): string {
  return `${number(count)} goroutine${count === 1 ? '' : 's'}`;
}

/** What a profile shows of a finding: one sentence without the full stop. `minutes` have passed since the older one. */
export function evidenceWords(evidence: Evidence, minutes: number | undefined): string {
  const { amount, growth } = evidence;
  const isHeap = evidence.stacks.some(({ profile }) => profile.kind === 'heap');
  const start =
    amount.goroutines === 0 && amount.bytes === 0 ? [] : [isHeap ? heapWords(amount) : goroutineWords(evidence)];
  const moved = evidence.tier === 'moved' ? ['its function has moved since the program was built'] : [];
  const doubt = evidence.tier === 'family' ? ['which of them come from here does not show'] : [];
  return [...start, ...more(amount, isHeap), ...growthWords(growth, isHeap, minutes), ...moved, ...doubt].join('; ');
}

function goroutineWords({ tier, amount, means, stacks }: Evidence): string {
  if (tier === 'family') return `${number(amount.goroutines)} ${means ?? ''}`;
  const verb = amount.goroutines === 1 ? ['is', 'was'] : ['are', 'were'];
  if (tier === 'start')
    return `${goroutines(amount.goroutines)} that ${verb[1] ?? ''} started here ${verb[0] ?? ''} alive`;
  const waits = [...new Set(stacks.map(({ stack }) => waitWords(stack.wait)))];
  return `${goroutines(amount.goroutines)} ${singular(waits.slice(0, 2).join(' or '), amount.goroutines)}`;
}

/** `wait in a send` of one goroutine is `waits in a send`. */
function singular(words: string, count: number): string {
  if (count !== 1) return words;
  const [first = '', ...rest] = words.split(' ');
  return [first === 'are' ? 'is' : `${first}s`, ...rest].join(' ');
}

function heapWords({ objects, bytes: size }: Amount): string {
  return objects > 0
    ? `some ${number(objects)} that were made here are kept, ${byteWords(size)} in use`
    : `${byteWords(size)} that were allocated here are in use`;
}

function more({ goroutines: all, leaked, minutes }: Amount, isHeap: boolean): readonly string[] {
  if (isHeap) return [];
  const leaks =
    leaked === 0
      ? []
      : [leaked >= all ? 'all leaked, says the runtime' : `${number(leaked)} of them leaked, says the runtime`];
  return [
    ...(minutes === undefined ? [] : [`the longest for ${number(minutes)} minute${minutes === 1 ? '' : 's'}`]),
    ...leaks,
  ];
}

function growthWords(growth: Amount | undefined, isHeap: boolean, minutes: number | undefined): readonly string[] {
  if (growth === undefined) return [];
  const change = isHeap ? growth.bytes : growth.goroutines;
  const within =
    minutes === undefined ? '' : ` in ${minutes < 1 ? 'less than a minute' : `${number(minutes)} minutes`}`;
  if (change === 0) return [`as ${isHeap ? 'much' : 'many'} as before${within}`];
  const amount = isHeap ? byteWords(Math.abs(change)) : number(Math.abs(change));
  return [`${amount} ${change > 0 ? 'more' : 'fewer'} than before${within}`];
}

/** About a place without a finding: what waits there, and why that may be. */
export function placeEntry(place: ExplainedPlace, minutes: number | undefined): Entry {
  const { at, amount, growth, wait, stacks, why } = place;
  const isHeap = stacks.some(({ profile }) => profile.kind === 'heap');
  const where = at ? `${at.path}:${at.line}` : (stacks[0]?.stack.frames.at(-1)?.func ?? 'somewhere');
  const what = isHeap
    ? `${byteWords(amount.bytes)} that were allocated here are in use`
    : `${goroutines(amount.goroutines)} ${at?.isStart === true ? 'started here ' : ''}${singular(waitWords(wait), amount.goroutines)}`;
  const [first] = stacks;
  const below = first?.stack.frames.slice(0, first.own[0]?.index).find(({ func }) => isTelling(func));
  return {
    head: `${where}: ${[what, ...more(amount, isHeap), ...growthWords(growth, isHeap, minutes)].join('; ')}`,
    lines: [
      ...(at?.isPresent === false
        ? ['its function has changed since the program was built: the line is the one of then']
        : []),
      ...(below !== undefined && !isHeap ? [`in ${whereabouts(below)}`] : []),
      ...why,
    ],
  };
}

/** A function that is not in the checkout, and its line as the profile has it, where that is of use. */
function whereabouts({ func, file, line }: Frame): string {
  return isStandard(functionName(func).importPath, file) ? func : `${func}, ${baseName(slashed(file))}:${line}`;
}

/** Whether a function says more than that something waits. */
function isTelling(func: string): boolean {
  return !/^(?:runtime|internal|sync|syscall)[./]/.test(func);
}

/** About goroutines of which only their number matters. */
export function foldedEntry({ words, goroutines: count }: Folded): Entry {
  return { head: `${number(count)} ${words}`, lines: [] };
}
