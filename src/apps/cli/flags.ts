import { parseArgs } from 'node:util';
import { formatNames } from '../../report/formats.ts';

/** One flag of the command line. */
interface FlagSpec {
  readonly type: 'string' | 'boolean';
  /** Whether it is meant to be repeated. */
  readonly many?: true;
  readonly describe: string;
}

/** All flags of the analysis, in the order of the help text. */
export const flagSpecs = {
  format: {
    type: 'string',
    many: true,
    describe: `form of the report: ${formatNames.join(', ')} (text); FORMAT=FILE writes it to a file; may be repeated`,
  },
  output: { type: 'string', describe: 'write the report to this file, not to standard output' },
  rule: { type: 'string', many: true, describe: 'run only this rule (may be repeated)' },
  'fail-on': { type: 'string', describe: 'exit 1 for findings from this level on: error, warning (default), note, never' },
  'go-version': { type: 'string', describe: 'assume this Go version, not the one of go.mod' },
  strict: { type: 'boolean', describe: 'also show findings of medium confidence' },
  quiet: { type: 'boolean', describe: 'say nothing but findings and errors' },
  color: { type: 'string', describe: 'colours in text: auto (default), always, never' },
  'new-from-rev': { type: 'string', describe: 'only findings on what changed since this revision (asks git)' },
  baseline: { type: 'string', describe: 'leave out the findings that this file lists' },
  'write-baseline': { type: 'boolean', describe: 'make that file, or take out of it what is gone' },
  'grow-baseline': { type: 'boolean', describe: 'also put new findings into it' },
  fix: { type: 'boolean', describe: 'mend what can be mended for certain, and report the rest' },
  diff: { type: 'boolean', describe: 'show what --fix would change, and change nothing' },
  category: { type: 'string', describe: 'category of the SARIF log, to tell several uploads for one commit apart' },
  cache: { type: 'string', describe: 'keep results for later runs in this folder, not in the cache folder of the user; off: keep none' },
  threads: { type: 'string', describe: 'use so many threads (default: as many as pay, up to 4)' },
  prefilter: { type: 'boolean', describe: 'pass over what holds no word of a rule (--no-prefilter: slower, and finds the same)' },
} as const satisfies Readonly<Record<string, FlagSpec>>;

/** Flags as the command line gives them, by name without dashes, not yet checked: one that is repeated comes as a list. */
export type Flags = { readonly [Name in keyof typeof flagSpecs]?: unknown };

/** The words of a command line, told apart. */
export interface Arguments {
  readonly flags: Flags;
  readonly patterns: readonly string[];
}

/**
 * Reads a command line that only names patterns and flags, each in one of its plain spellings. Undefined for everything
 * else, mistakes included: who knows how to help is slow to load.
 */
export function plainArguments(args: readonly string[], commands: readonly string[]): Arguments | undefined {
  const options = Object.fromEntries(Object.entries(flagSpecs).map(([name, { type }]) => [name, { type, multiple: true }]));
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
    if (commands.includes(positionals[0] ?? '')) return undefined;
    return { flags: Object.fromEntries(Object.entries(values).map(([name, found]) => [name, single(name, found)])), patterns: positionals };
  } catch {
    return undefined;
  }
}

function single(name: string, found: unknown): unknown {
  const isMany = Object.entries(flagSpecs).some(([each, spec]) => each === name && 'many' in spec);
  return !isMany && Array.isArray(found) && (found.length === 1 || found.every((each) => each === true)) ? found[0] : found;
}
