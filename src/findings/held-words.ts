import type { Resource } from './finding.ts';

/** Where the release of a function goes: nobody has a method to call. */
export function deferredCall({ noun, holder, call }: Resource): string {
  return holder === undefined
    ? `Keep the ${noun} in a variable and defer its call directly after ${call}.`
    : `Write defer ${holder}() directly after ${call}; where it is kept for later, call it on each return before that.`;
}

/** How a loop that makes one in each pass is mended, where what is held is no value with methods. */
export function eachPassFix(resource: Resource): string | undefined {
  const { noun, holder, held } = resource;
  if (held === 'channel') return `Make one ${noun} with ${startable(resource)} before the loop and defer its Stop there.`;
  if (held !== 'function') return undefined;
  const call = holder === undefined ? `the ${noun}` : `${holder}()`;
  return `Call ${call} before each continue and at the end of the pass, or move the pass into a function that defers it.`;
}

/** What makes such a thing with a method to stop it: `time.NewTicker` in place of `time.Tick`. */
export function startable({ noun }: Resource): string {
  return `time.New${noun.charAt(0).toUpperCase()}${noun.slice(1)}`;
}

/** What stays behind, where the rule says so. */
export function consequence({ effect }: Resource): readonly string[] {
  return effect === undefined ? [] : [`: ${effect}`];
}
