import type { Resource } from '../resource.ts';

/** What a message is about: `ticker "t" from time.NewTicker`. */
export function subject({ noun, holder, call }: Resource): string {
  return holder === undefined ? `the ${noun} from ${call}` : `${noun} "${holder}" from ${call}`;
}

/** The variable that holds it, in quotes. */
export function variable({ holder }: Resource): string {
  return holder === undefined ? 'its variable' : `"${holder}"`;
}

/** A holder, where there is one, holds the channel and not the resource. */
export function withoutHandle({ noun, holder, call, held, withError }: Resource): string {
  if (held === 'function') return `the ${noun} from ${call} is discarded`;
  if (held === 'channel') return `${call} gives only the channel of its ${noun}`;
  if (holder === undefined)
    return withError ? `nothing holds the ${noun} from ${call}` : `nothing holds the ${noun} from ${call} itself`;
  return `"${holder}" is only the channel of the ${noun} from ${call}`;
}

/** The first word of a method's name, as a verb: `stop` of `Stop`, `unregister` of `UnregisterAll`. */
export function verb({ release, held }: Resource): string {
  if (held !== undefined) return held === 'function' ? 'call' : 'stop';
  return (/^\p{Lu}?\P{Lu}+/u.exec(release)?.[0] ?? release).toLowerCase();
}

/** `stops` of `stop`, `closes` of `close`, `flushes` of `flush`. */
export function thirdPerson(infinitive: string): string {
  return /(?:[sxz]|ch|sh)$/.test(infinitive) ? `${infinitive}es` : `${infinitive}s`;
}

/** The call that releases it: `t.Stop()`; of a cancel function, its own call. */
export function releaseCall({ noun, holder, release, held, part, argument = '' }: Resource): string {
  if (held === 'function') return holder === undefined ? `the ${noun}` : `${holder}(${argument})`;
  return holder === undefined
    ? `its ${release}`
    : `${[holder, ...(part === undefined ? [] : [part]), release].join('.')}(${argument})`;
}

/** A release that takes the variable as it is when the function ends, whatever it holds then. */
export function lateRelease(resource: Resource): string {
  if (resource.holder === undefined && resource.held === 'function')
    return `defer a function literal that calls the ${resource.noun}`;
  if (resource.holder === undefined) return `defer a function literal that calls its ${resource.release}`;
  return `write defer func() { ${releaseCall(resource)} }()`;
}

/** What makes such a thing with a method to stop it: `time.NewTicker` in place of `time.Tick`. */
export function startable({ noun }: Resource): string {
  return `time.New${noun.charAt(0).toUpperCase()}${noun.slice(1)}`;
}

/** What stays behind, where the rule says so. */
export function consequence({ effect }: Resource): readonly string[] {
  return effect === undefined ? [] : [`: ${effect}`];
}
