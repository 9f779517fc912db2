import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { FlagSpec } from '../src/apps/cli/arguments/flag-spec.ts';
import { flagUsage } from '../src/apps/cli/arguments/flag-spec.ts';
import { analysisFlags } from '../src/apps/cli/arguments/flags.ts';
import { commands } from '../src/apps/cli/commands/command-table.ts';
import { commandUsage } from '../src/apps/cli/commands/command-spec.ts';
import { assetPath } from '../src/assets.ts';
import { folder, run } from './built-program.ts';

const readme = readFileSync(assetPath('README.md'), 'utf8');

/** The rows of the README under the heading of a table, cells as text. */
function rowsUnder(head: string): readonly string[] {
  const [, body = ''] =
    new RegExp(`^${head.replace(/\|/g, '\\|')}\\n\\|[-|]+\\n((?:\\|.*\\n)+)`, 'm').exec(readme) ?? [];
  return body.trimEnd().split('\n');
}

const cell = (text: string): string => text.replace(/\|/g, '\\|');

describe('the table of flags', () => {
  test('is the one in the README, word for word', () => {
    const rows = Object.entries(analysisFlags).map(([name, spec]) => {
      const short = 'short' in spec ? `\`-${spec.short}\`, ` : '';
      return `| ${short}\`${cell(flagUsage(name, spec))}\` | ${cell(spec.describe)} |`;
    });
    expect(rowsUnder('| flag | |')).toEqual(rows);
  });

  test('is the help, and each command has its own', () => {
    for (const command of commands) {
      const { code, out } = run(folder(), ...(command.name === '' ? [] : [command.name]), '--help');
      expect(code).toBe(0);
      expect(out).toContain(`${commandUsage(command)}\n`);
      const words = out.replace(/\s+/g, ' ');
      for (const [name, spec] of Object.entries(command.flags))
        expect(words).toContain(`${flagUsage(name, spec)} ${spec.describe}`);
    }
  });

  test('gives no letter to two flags, and no name of another linter to two', () => {
    const specs: readonly FlagSpec[] = Object.values(analysisFlags);
    const letters = specs.flatMap(({ short }) => short ?? []);
    const others = specs.flatMap(({ elsewhere }) => elsewhere ?? []);
    expect(new Set(letters).size).toBe(letters.length);
    expect(new Set(others).size).toBe(others.length);
    expect(others.filter((name) => name in analysisFlags)).toEqual([]);
  });
});
