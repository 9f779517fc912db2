import { flagUsage } from '../arguments/flag-spec.ts';
import type { FlagTable } from '../arguments/flag-spec.ts';
import { oneOf } from '../arguments/one-of.ts';
import type { Command, CommandSpec } from './command-spec.ts';
import { commandUsage } from './command-spec.ts';

/** Prints the help of the command that is named, or of the whole program. */
export const help: Command = ({ words: [name] }, { print }, commands) => {
  const names = commands.map((each) => each.name).filter((each) => each !== '');
  const wanted = name === undefined ? '' : oneOf('help', name, names);
  const command = commands.find((each) => each.name === wanted);
  if (command) print(helpText(command, commands));
  return 0;
};

/** The help of a command; that of the one without a name lists the others, too. */
function helpText(command: CommandSpec, commands: readonly CommandSpec[]): string {
  const others = command.name === '' ? commands.filter(({ name }) => name !== '') : [];
  const sections = [
    [commandUsage(command)],
    [capitalised(command.describe)],
    section('Commands', others.map((each) => [commandUsage(each), each.describe])),
    section('Flags', flagRows(command.flags)),
    command.name === '' ? closing : [],
  ];
  return `${sections.filter((lines) => lines.length > 0).map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

const closing = [
  'Exit code 0: nothing found; 1: findings from --fail-on on, or something fixed; 2: bad usage, something that could not be read, or an error.',
  'A folder named like a command is written ./rules. What stands behind -- is a pattern.',
];

type HelpRow = readonly [usage: string, describe: string];

function flagRows(flags: FlagTable): readonly HelpRow[] {
  return Object.entries(flags).map(([name, spec]) =>
    [`${spec.short === undefined ? '    ' : `-${spec.short}, `}${flagUsage(name, spec)}`, spec.describe]);
}

/** Columns for the usage and for the whole line; longer usages have the description below them. */
const INDENT = 36;
const WIDTH = 120;

function section(title: string, rows: readonly HelpRow[]): readonly string[] {
  if (rows.length === 0) return [];
  return [`${title}:`, ...rows.flatMap(([usage, describe]) => {
    const [first = '', ...more] = wrapped(describe, WIDTH - INDENT);
    const start = `  ${usage}`;
    const head = start.length < INDENT ? [`${start.padEnd(INDENT)}${first}`] : [start, `${' '.repeat(INDENT)}${first}`];
    return [...head, ...more.map((line) => `${' '.repeat(INDENT)}${line}`)];
  })];
}

function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function capitalised(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
