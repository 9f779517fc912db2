/** The flags that a command line gives, by name without dashes. */
export interface FlagValues<Name extends string> {
  /** The value of a flag that is given at most once; undefined where it is not given. */
  readonly text: (name: Name) => string | undefined;
  /** All values of a flag that may be repeated. */
  readonly list: (name: Name) => readonly string[];
  /** Whether a flag without a value is on, or off by `--no-NAME`; undefined where it is not given. */
  readonly isOn: (name: Name) => boolean | undefined;
}

/** What one command line gave: the texts of flags with values, and the states of flags without. */
export interface GivenFlags {
  readonly texts: ReadonlyMap<string, readonly string[]>;
  readonly states: ReadonlyMap<string, boolean>;
}

/** Looks the flags up. */
export function flagValues({ texts, states }: GivenFlags): FlagValues<string> {
  return {
    text: (name) => texts.get(name)?.at(-1),
    list: (name) => texts.get(name) ?? [],
    isOn: (name) => states.get(name),
  };
}
