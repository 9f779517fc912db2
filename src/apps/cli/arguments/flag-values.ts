import type { KnownFlags } from './flag-meant.ts';
import { unknownFlag } from './flag-meant.ts';
import type { FlagSpec, FlagTable } from './flag-spec.ts';
import { flagUsage } from './flag-spec.ts';
import type { WordsRead } from './read-words.ts';
import { UsageError } from './usage-error.ts';

/** The flags that a command line gives, by name without dashes. */
export interface FlagValues<Name extends string> {
  /** The value of a flag that is given at most once; undefined where it is not given. */
  readonly text: (name: Name) => string | undefined;
  /** All values of a flag that may be repeated. */
  readonly list: (name: Name) => readonly string[];
  /** Whether a flag without a value is on, or off by `--no-NAME`; undefined where it is not given. */
  readonly isOn: (name: Name) => boolean | undefined;
}

/** Checks what is given against the flags that a command has. Throws a UsageError for the first that makes no sense. */
export function flagValues({ given, lacking }: WordsRead, known: KnownFlags): FlagValues<string> {
  const texts = new Map<string, readonly string[]>();
  const states = new Map<string, boolean>();
  for (const [written, values] of given) {
    for (const value of values) {
      const name = nameOf(written, value, known);
      if (typeof value === 'boolean') states.set(name, value || name !== written);
    }
    const spec = specOf(written, known.flags);
    if (spec?.type === 'string') texts.set(written, textsOf(written, spec, values.filter((value) => typeof value === 'string')));
  }
  if (lacking !== undefined) throw lack(lacking, known);
  return {
    text: (name) => texts.get(name)?.at(-1),
    list: (name) => texts.get(name) ?? [],
    isOn: (name) => states.get(name),
  };
}

function specOf(name: string, flags: FlagTable): FlagSpec | undefined {
  return Object.hasOwn(flags, name) ? flags[name] : undefined;
}

/** What is off may be a flag of its own: `no-cache`. */
function nameOf(written: string, value: string | boolean, known: KnownFlags): string {
  if (value === false && specOf(`no-${written}`, known.flags)) return `no-${written}`;
  const spec = specOf(written, known.flags);
  if (spec?.type === (typeof value === 'string' ? 'string' : 'boolean')) return written;
  throw new UsageError(unknownFlag(value === false ? `--no-${written}` : `--${written}`, known));
}

function textsOf(name: string, spec: FlagSpec, given: readonly string[]): readonly string[] {
  if (given.includes('')) throw new UsageError(needsValue(name, spec));
  if (given.length > 1 && !spec.many) throw new UsageError(`--${name} is given ${given.length} times; give it once.`);
  return spec.commas
    ? given
        .flatMap((text) => text.split(','))
        .map((each) => each.trim())
        .filter((each) => each !== '')
    : given;
}

function lack(name: string, known: KnownFlags): UsageError {
  const spec = specOf(name, known.flags);
  return new UsageError(spec ? needsValue(name, spec) : unknownFlag(`--${name}`, known));
}

function needsValue(name: string, spec: FlagSpec): string {
  return `--${name} needs a value: ${flagUsage(name, spec)}.`;
}
