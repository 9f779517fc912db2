import type { FormatName } from '../../../format-names.ts';
import { formatNames } from '../../../format-names.ts';
import type { FlagTable } from './flag-spec.ts';

/** What `--fail-on` takes. */
export const levels = ['error', 'warning', 'note', 'never'] as const;
/** What `--color` takes. */
export const colors = ['auto', 'always', 'never'] as const;

/** The flags of all commands. */
export const commonFlags = {
  config: {
    type: 'string', value: 'FILE', completes: 'files', elsewhere: ['config-file', 'config-path'],
    describe: 'read this configuration file and no other; its globs count from the working directory',
  },
  'no-config': { type: 'boolean', elsewhere: ['isolated'], describe: 'read no configuration file' },
  quiet: { type: 'boolean', short: 'q', elsewhere: ['silent'], describe: 'say nothing but findings and errors' },
  color: {
    type: 'string', values: colors, elsewhere: ['colors', 'colour'],
    describe: 'colours in text (default: auto); NO_COLOR and FORCE_COLOR are obeyed',
  },
  'no-color': { type: 'boolean', describe: 'as --color never' },
  help: { type: 'boolean', short: 'h', describe: 'print this help' },
  version: { type: 'boolean', short: 'V', describe: 'print the version' },
} as const satisfies FlagTable;

/** The flags of the analysis. */
export const analysisFlags = {
  format: {
    type: 'string',
    many: true,
    value: 'FORMAT[=FILE]',
    values: formatNames,
    elsewhere: ['out-format', 'output-format', 'reporter', 'outputs'],
    describe: `form of the report: ${formatNames.join(', ')} (default: text); in a file or on standard output; may be repeated`,
  },
  output: {
    type: 'string',
    short: 'o',
    value: 'FILE',
    completes: 'files',
    elsewhere: ['output-file', 'out'],
    describe: 'write the report of a single --format there',
  },
  select: {
    type: 'string',
    many: true,
    commas: true,
    value: 'RULES',
    completes: 'rules',
    elsewhere: ['enable', 'enable-only', 'only', 'checks'],
    describe: 'run only these rules: ids, beginnings of ids, globs, with commas between them; may be repeated',
  },
  ignore: {
    type: 'string',
    many: true,
    commas: true,
    value: 'RULES',
    completes: 'rules',
    elsewhere: ['disable', 'skip'],
    describe: 'do not run these rules; wins over --select',
  },
  rule: {
    type: 'string',
    many: true,
    value: 'ID',
    completes: 'rules',
    describe: 'run only this rule; may be repeated',
  },
  strict: { type: 'boolean', describe: 'also show findings of medium confidence' },
  notes: {
    type: 'boolean',
    elsewhere: ['info', 'show-notes'],
    describe:
      'show all notes in full, in every format; --no-notes: none (default: one line each in text, and in json and sarif)',
  },
  'fail-on': {
    type: 'string',
    values: levels,
    elsewhere: ['exit-zero', 'error-on', 'min-severity', 'issues-exit-code', 'severity'],
    describe: 'exit 1 for findings from this level on (default: warning)',
  },
  'go-version': {
    type: 'string',
    value: 'VERSION',
    elsewhere: ['go', 'lang'],
    describe: 'assume this Go version, not the one of go.mod: 1.22',
  },
  'new-from-rev': {
    type: 'string',
    value: 'REV',
    elsewhere: ['new', 'since', 'diff-base', 'new-from-merge-base'],
    describe: 'only findings on what changed since this revision (asks git)',
  },
  staged: {
    type: 'boolean',
    elsewhere: ['cached', 'index'],
    describe: 'look at the Go files that are staged, as they are in the index of git, not on the disk',
  },
  watch: { type: 'boolean', describe: 'look again whenever a file has changed, at what has changed only' },
  'stdin-filename': {
    type: 'string',
    value: 'FILE',
    completes: 'files',
    elsewhere: ['stdin', 'stdin-file-path', 'stdin-filepath', 'stdin-path'],
    describe: 'read the text of this file from standard input, the files beside it from the disk',
  },
  baseline: {
    type: 'string',
    value: 'FILE',
    completes: 'files',
    describe: 'leave out the findings that this file lists',
  },
  'write-baseline': {
    type: 'boolean',
    elsewhere: ['generate-baseline'],
    describe: 'make that file, or take out of it what is gone',
  },
  'grow-baseline': { type: 'boolean', describe: 'also put new findings into it' },
  fix: {
    type: 'boolean',
    elsewhere: ['write', 'autofix'],
    describe: 'mend what can be mended for certain, and report the rest',
  },
  diff: {
    type: 'boolean',
    elsewhere: ['dry-run', 'patch', 'fix-dry-run'],
    describe: 'show what --fix would change, as a patch, and change nothing',
  },
  statistics: {
    type: 'boolean',
    elsewhere: ['stats', 'summary'],
    describe:
      'print how many findings there are of each rule, level and reason, and what was left out, instead of the findings',
  },
  'list-files': {
    type: 'boolean',
    elsewhere: ['show-files', 'files'],
    describe: 'print the files in which findings would be reported, and analyse nothing',
  },
  why: {
    type: 'string',
    value: 'FILE:LINE[:RULE]',
    elsewhere: ['trace', 'explain-line'],
    describe: 'say what the rules looked at on a line, and what decided, for what is found there and what is not',
  },
  timings: {
    type: 'boolean',
    elsewhere: ['stats-time', 'profile', 'timing'],
    describe: 'say how long each phase and each rule takes, in one thread',
  },
  shard: {
    type: 'string',
    value: 'K/N',
    elsewhere: ['part', 'partition', 'split'],
    describe:
      'look at one of N parts of the folders only, for N jobs side by side; golint-leaks merge makes one SARIF log of theirs',
  },
  category: {
    type: 'string',
    value: 'NAME',
    describe: 'category of the SARIF log, to tell several uploads for one commit apart',
  },
  cache: {
    type: 'string',
    value: 'FOLDER|off',
    completes: 'folders',
    elsewhere: ['cache-dir', 'cache-location'],
    describe: 'keep results for later runs in this folder, not in the cache folder of the user; off: keep none',
  },
  'no-cache': { type: 'boolean', describe: 'as --cache off' },
  threads: {
    type: 'string',
    value: 'N',
    elsewhere: ['jobs', 'concurrency', 'parallel', 'workers'],
    describe: 'use so many threads (default: as many as pay, up to 4)',
  },
  'no-prefilter': { type: 'boolean', describe: 'also parse what holds no word of a rule: slower, and finds the same' },
  ...commonFlags,
  verbose: {
    type: 'boolean',
    short: 'v',
    elsewhere: ['debug'],
    describe: 'also say where Go versions and settings come from',
  },
} as const satisfies FlagTable;

/** The name of a flag of the analysis. */
export type AnalysisFlag = keyof typeof analysisFlags;

const { format, output, select, ignore, rule, strict, notes, category, cache, threads } = analysisFlags;

/** The flags of `golint-leaks merge`. */
export const mergeFlags = { output, ...commonFlags } as const satisfies FlagTable;

/** The flags of `golint-leaks unit`. */
export const unitFlags = {
  'import-path': { type: 'string', value: 'PATH', elsewhere: ['importpath'], describe: 'what the package is imported as' },
  'facts-in': {
    type: 'string', many: true, value: 'FILE', completes: 'files',
    describe: 'the facts of a package that it imports, as --facts-out wrote them; may be repeated',
  },
  'facts-out': {
    type: 'string', value: 'FILE', completes: 'files',
    describe: 'write there what packages that import it may ask of it',
  },
  'exit-code': {
    type: 'string', value: 'FILE', completes: 'files',
    describe: 'write 0 or 1 there, and exit 0 whatever is found',
  },
  patch: { type: 'string', value: 'FILE', completes: 'files', describe: 'write there what --fix would change' },
  'go-version': { ...analysisFlags['go-version'], describe: 'the Go version of its module: 1.22' },
  format, output, select, ignore, rule, strict, notes, 'fail-on': analysisFlags['fail-on'], category,
  ...commonFlags,
} as const satisfies FlagTable;

/** The forms of reports that have a place for what profiles show. */
export const evidenceFormats = ['text', 'json', 'sarif', 'html'] as const satisfies readonly FormatName[];

/** The flags of `golint-leaks evidence`. */
export const evidenceFlags = {
  base: {
    type: 'string', many: true, value: 'PROFILE', completes: 'files', elsewhere: ['diff-base', 'diff_base'],
    describe: 'an older profile of the same program, to see what grows; may be repeated',
  },
  rev: {
    type: 'string', value: 'REV', elsewhere: ['revision', 'commit'],
    describe: 'the revision that the program was built from: moves lines by what has changed since (asks git)',
  },
  'path-map': {
    type: 'string', many: true, value: 'OLD=NEW', elsewhere: ['source_path', 'trim_path'],
    describe: 'where paths of the profile that begin with OLD are now; may be repeated',
  },
  min: { type: 'string', value: 'N', describe: 'name places without a finding from this many goroutines on (default: 10)' },
  format: {
    ...format, values: evidenceFormats,
    describe: `form of the report: ${evidenceFormats.join(', ')} (default: text); in a file or on standard output; may be repeated`,
  },
  output, select, ignore, rule, strict,
  'fail-on': { type: 'string', values: levels, describe: 'exit 1 for findings that a profile shows, from this level on (default: never)' },
  category, cache, 'no-cache': analysisFlags['no-cache'], threads,
  ...commonFlags,
} as const satisfies FlagTable;
