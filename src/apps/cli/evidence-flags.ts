import { flagSpecs } from './flags.ts';

const { format, output, rule, strict, quiet, color, category, cache, threads } = flagSpecs;

/** The flags of `golint-leaks evidence`, in the order of its help text: some of the analysis, and its own. */
export const evidenceFlagSpecs = {
  base: { type: 'string', many: true, describe: 'an older profile of the same program, to see what grows (may be repeated)' },
  rev: { type: 'string', describe: 'the revision that the program was built from: moves lines by what changed since (asks git)' },
  'path-map': { type: 'string', many: true, describe: 'OLD=NEW: paths of the profile that begin with OLD are below NEW (may be repeated)' },
  min: { type: 'string', describe: 'name places without a finding from this many goroutines on (10)' },
  format, output, rule,
  'fail-on': { type: 'string', describe: 'exit 1 for findings with evidence from this level on: error, warning, note, never (default)' },
  strict, quiet, color, category, cache, threads,
} as const;
