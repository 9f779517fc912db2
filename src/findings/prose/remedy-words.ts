import type { Remedy, Resource, WayOut } from '../resource.ts';
import { releaseCall, startable } from './resource-words.ts';

/** Where the release belongs, as whole sentences. */
export function remedyWords(resource: Resource, remedy: Remedy): string {
  switch (remedy.kind) {
    case 'defer':
      return deferredRelease(resource);
    case 'move-defer':
      return `Move the defer at line ${remedy.line} up, ${place(resource)}.`;
    case 'in-goroutine':
      return `Write defer ${releaseCall(resource)} at the beginning of the goroutine that is started at line ${remedy.line}.`;
    case 'ways-out':
      return `${onWays(resource, remedy.ways)}; on the others it is handed on.`;
    case 'beside-defer':
      return `${onWays(resource, remedy.ways)}: what is deferred at line ${remedy.line} leaves it out there.`;
    case 'in-pass':
      return resource.holder === undefined
        ? `Keep the ${resource.noun} in a variable and ${resource.held === 'function' ? 'call it' : `call its ${method(resource)}`} where the pass is done.`
        : `${onWays(resource, remedy.ways)}, or move the body of the loop into a function that defers it.`;
    case 'own-name':
      return `Give what the call at line ${remedy.line} returns a name of its own, and call ${releaseCall(resource)} where it fails.`;
    case 'with-owner':
      return withOwner(resource);
  }
}

/** A Stop deferred by the spawner of a goroutine stops its ticker at once: the place matters as much as the call. */
function deferredRelease(resource: Resource): string {
  const { noun, holder, call, held, withError } = resource;
  if (holder !== undefined) return `Write defer ${releaseCall(resource)} ${place(resource)}.`;
  if (held === 'function') return `Keep the ${noun} in a variable and defer its call ${place(resource)}.`;
  return withError
    ? `Keep the result of ${call} in a variable and defer its ${method(resource)} directly behind the check of its error.`
    : `Keep the ${noun} in a variable and defer its ${method(resource)} ${place(resource)}.`;
}

function place({ noun, call, held, withError }: Resource): string {
  if (held === 'function') return `directly after ${call}`;
  if (withError) return `directly behind the check of the error of ${call}, before any other return`;
  return `directly after ${call}, in the function or literal that uses the ${noun}, not in the one that starts it`;
}

/** `Stop`, `Body.Close`. */
function method({ part, release }: Resource): string {
  return part === undefined ? release : `${part}.${release}`;
}

/** More places than this are not listed. */
const listed = 4;

function onWays(resource: Resource, ways: readonly WayOut[]): string {
  const call = releaseCall(resource);
  const plain = ways.filter(({ uses, shared }) => !uses && !shared);
  const [first] = ways;
  if (plain.length > 0 || !first) return `Call ${call} ${placesWords(plain)}`;
  const where = first.shared ? `, where nobody else has ${variableWords(resource)} by then` : '';
  if (first.uses)
    return `Keep what the return at line ${first.line} gives in variables, and call ${call} before it${where}`;
  return `Call ${call} ${placesWords([first])}${where}`;
}

function variableWords({ holder, noun }: Resource): string {
  return holder === undefined ? `the ${noun}` : `"${holder}"`;
}

/** `before the returns at lines 9, 12 and 20`. */
function placesWords(ways: readonly WayOut[]): string {
  const kinds = [...new Set(ways.map(({ by }) => by))];
  return kinds.map((by) => {
    const lines = ways.filter((way) => way.by === by).map(({ line }) => line);
    return `${leadWords(by, lines.length)} ${linesWords(lines)}`;
  }).join(' and ');
}

function leadWords(by: WayOut['by'], count: number): string {
  if (by === 'end') return 'at the end of the function at';
  if (by === 'block') return 'at the end of the block at';
  return `before the ${by}${count > 1 ? 's' : ''} at`;
}

function linesWords(lines: readonly number[]): string {
  const [only, ...others] = lines;
  if (others.length === 0) return `line ${only}`;
  if (lines.length > listed) return `lines ${lines.slice(0, listed).join(', ')} and ${lines.length - listed} more`;
  return `lines ${lines.slice(0, -1).join(', ')} and ${lines.at(-1)}`;
}

function withOwner(resource: Resource): string {
  const { noun, holder, held } = resource;
  const what = holder === undefined ? `the ${noun}` : `"${holder}"`;
  const call = held === 'function' ? 'call it' : `call its ${method(resource)}`;
  return `Keep ${what} with what goes on when the function has returned, in a field or as a result, and ${call} where that ends,`
    + ' and before each return on which it has not begun.';
}

/** Of one that is made from what came with another one, which so must not end before it. */
export function derivedAnew(resource: Resource, line: number): string {
  const { noun } = resource;
  return `Give the ${noun} that is assigned at line ${line} a name of its own, and defer the call of both:`
    + ' the new one ends when this one is called.';
}

/** As above, where each pass makes one from that of the pass before. */
export function derivedInPass(resource: Resource): string {
  return `Make each from the one before the loop, under names that are new in each pass, and call its ${resource.noun}`
    + ' before each continue and at the end of the pass.';
}

/** How a loop that makes one in each pass is mended, where what is held is no value with methods. */
export function eachPassFix(resource: Resource): string | undefined {
  const { noun, held } = resource;
  if (held === 'channel')
    return `Make one ${noun} with ${startable(resource)} before the loop and defer its Stop there.`;
  if (held !== 'function') return undefined;
  return `Call ${releaseCall(resource)} before each continue and at the end of the pass, or move the pass into a function that defers it.`;
}
