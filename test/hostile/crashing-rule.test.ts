import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { rules } from '../../rules/index.ts';
import { commands } from '../../src/apps/cli/commands/command-table.ts';
import { readCommandLine } from '../../src/apps/cli/commands/read-command-line.ts';
import { analyse } from '../../src/apps/cli/commands/analyse.ts';
import type { Shell } from '../../src/apps/cli/shell.ts';
import { settingsFinder } from '../../src/config/settings-finder.ts';
import type { Rule } from '../../src/engines/kinds.ts';
import { folder, goMod, leakyFile } from '../built-program.ts';
import { sarifErrors } from '../report/validate-sarif.ts';

const crash = new RangeError('Maximum call stack size exceeded');

/**
 * A rule that breaks down when its engine asks it for something. It has the name of another one, whose page the reports
 * show.
 */
const crashing: Rule = {
  engine: 'obligation',
  id: 'meter-not-stopped',
  summary: 'breaks down',
  tags: [],
  noun: 'x',
  released: 'y',
  acquire: ['time.NewTicker'],
  type: '*time.Ticker',
  lookalikes: [],
  release: [],
  // Rules are copied with less in them where less is asked for; one that says this is not.
  keptByLibrary: true,
  get uses(): readonly string[] {
    throw crash;
  },
};

/** Runs the command in this process, with rules of its own. */
async function analysed(dir: string, ownRules: readonly Rule[], ...args: readonly string[]) {
  const said: string[] = [];
  const printed: string[] = [];
  const shell: Shell = {
    cwd: dir, env: {}, platform: 'linux', isTerminal: { out: false, err: false },
    print: (text) => printed.push(text), complain: (sentence) => said.push(sentence), draw: () => {}, readInput: () => '', isReaderGone: () => false,
    streams: () => ({ input: process.stdin, output: process.stdout }),
    anew: () => shell,
    watchFiles: () => ({ changed: async () => {} }),
    rules: ownRules, settings: settingsFinder([], dir, 'nearest'), helpers: 0,
    startHelper: () => {
      throw new Error('no helper is wanted');
    },
    user: undefined, now: () => 0, clock: () => 0, build: '',
  };
  return { code: await analyse(readCommandLine(args, commands).given, shell, []), said, printed: printed.join('') };
}

test('a rule that breaks down costs no finding of the others, is said everywhere, and the exit code is 2', async () => {
  const dir = folder({
    'go.mod': goMod,
    'a.go': leakyFile('wait'),
    'b/b.go': leakyFile('wait').replace('package p', 'package b'),
  });
  const { code, said } = await analysed(dir, [crashing, ...rules.filter(({ id }) => id !== crashing.id)],
    '--format=sarif=x.sarif', '--format=json=x.json', '--fail-on=never');
  expect(code).toBe(2);
  const sentence = (path: string): string =>
    `error: internal error in rule meter-not-stopped on ${path}: ${String(crash)}; the findings of the others are complete, please report this`;
  expect(said.slice(0, 2)).toEqual([sentence('a.go'), sentence('b/b.go')]);
  const log: unknown = JSON.parse(readFileSync(join(dir, 'x.sarif'), 'utf8'));
  expect(sarifErrors(log)).toEqual([]);
  expect(log).toMatchObject({
    runs: [
      {
        invocations: [
          {
            executionSuccessful: false,
            toolExecutionNotifications: [
              { level: 'error', message: { text: sentence('a.go') } },
              { level: 'error', message: { text: sentence('b/b.go') } },
            ],
          },
        ],
        results: [{ ruleId: 'ticker-not-stopped' }, { ruleId: 'ticker-not-stopped' }],
      },
    ],
  });
  expect(JSON.parse(readFileSync(join(dir, 'x.json'), 'utf8'))).toMatchObject({
    findings: [{ path: 'a.go' }, { path: 'b/b.go' }],
  });
});

test('without it the same run succeeds', async () => {
  const dir = folder({ 'go.mod': goMod, 'a.go': leakyFile('wait') });
  const { code, printed } = await analysed(dir, rules, '--format=sarif', '--fail-on=never');
  expect(code).toBe(0);
  expect(JSON.parse(printed)).toMatchObject({
    runs: [{ invocations: [{ executionSuccessful: true, toolExecutionNotifications: [] }] }],
  });
});
