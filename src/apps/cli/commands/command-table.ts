import { analysisFlags, commonFlags, evidenceFlags, mergeFlags, unitFlags } from '../arguments/flags.ts';
import type { FlagTable } from '../arguments/flag-spec.ts';
import { shells } from '../completion/shells.ts';
import { analyse } from './analyse.ts';
import type { CommandSpec } from './command-spec.ts';

/** The flags of commands that print a list. */
const listFlags = {
  format: { type: 'string', values: ['text', 'json'], describe: 'form of the output (default: text)' },
  ...commonFlags,
} as const satisfies FlagTable;

/** What editors add to the command line of a language server. */
const lspFlags = {
  stdio: { type: 'boolean', describe: 'talk over standard input and output, as it does without' },
  clientProcessId: { type: 'string', value: 'PID', describe: 'end when this process ends' },
  ...commonFlags,
} as const satisfies FlagTable;

/**
 * All commands, in the order of the help; the first is the one without a name. A folder named like a command is written
 * `./rules`.
 */
export const commands: readonly CommandSpec[] = [
  {
    name: '', operand: { name: 'patterns', many: true, optional: true, completes: 'files' },
    describe: 'analyse packages: ./..., folder, folder/..., file.go, globs (default: ./...)',
    flags: analysisFlags, load: async () => analyse,
  },
  {
    name: 'evidence', operand: { name: 'profiles', many: true, completes: 'files' },
    describe: 'show which findings profiles and dumps of a running program confirm, and what else waits; - is standard input',
    flags: evidenceFlags, load: async () => (await import('./evidence.ts')).evidence,
  },
  {
    name: 'lsp', describe: 'serve an editor: a language server on standard input and output',
    flags: lspFlags, load: async () => (await import('./lsp.ts')).lsp,
  },
  {
    name: 'merge', operand: { name: 'logs', many: true, completes: 'files' },
    describe: 'make one SARIF log of those of several runs, as of --shard: each finding once, no more than GitHub takes',
    flags: mergeFlags, load: async () => (await import('./merge.ts')).merge,
  },
  {
    name: 'unit', operand: { name: 'files', many: true, completes: 'files' },
    describe: 'analyse one package as an action of a build system: its Go files, and the facts of what it imports; @FILE has more words',
    flags: unitFlags, load: async () => (await import('./unit.ts')).unit,
  },
  {
    name: 'rules', describe: 'list the rules',
    flags: listFlags, load: async () => (await import('./list-rules.ts')).listRules,
  },
  {
    name: 'explain', operand: { name: 'rule', completes: 'rules' }, describe: 'print the page of a rule',
    flags: commonFlags, load: async () => (await import('./explain.ts')).explain,
  },
  {
    name: 'config', operand: { name: 'path', optional: true, completes: 'files' },
    describe: 'print what is in force for a file or folder, and where it comes from',
    flags: listFlags, load: async () => (await import('./show-config.ts')).showConfig,
  },
  {
    name: 'init', describe: 'write a commented .golint-leaks.yaml into the working directory',
    flags: commonFlags, load: async () => (await import('./init.ts')).init,
  },
  {
    name: 'completion', operand: { name: 'shell', optional: true, values: shells },
    describe: 'print a completion script for bash (default), zsh or fish',
    flags: commonFlags, load: async () => (await import('./completion.ts')).completion,
  },
  {
    name: 'version', describe: 'print the version',
    flags: commonFlags, load: async () => (await import('./print-version.ts')).printVersion,
  },
  {
    name: 'help', operand: { name: 'command', optional: true, completes: 'commands' }, describe: 'print the help of a command',
    flags: commonFlags, load: async () => (await import('./help.ts')).help,
  },
];
