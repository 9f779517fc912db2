import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { parse } from 'yaml';
import { assetPath } from '../src/assets.ts';
import { folder, program, start, write } from './built-program.ts';
import { sarifErrors } from './report/validate-sarif.ts';

/** A step of a workflow or an action. */
export interface Step {
  readonly id?: string;
  readonly name: string;
  readonly if?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, string>>;
  readonly shell?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly run?: string;
}

/** What action.yml holds. */
export interface Action {
  readonly inputs: Readonly<Record<string, { readonly default: string }>>;
  readonly outputs: object;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}

/** The text of action.yml. */
export const text = readFileSync(assetPath('action.yml'), 'utf8');
/** What it says. */
export const action: Action = parse(text);
/** Its steps that run a script. */
export const scripts = action.runs.steps.flatMap((step) =>
  step.run === undefined ? [] : [{ ...step, run: step.run }],
);
/** The script of a step by its id or name; empty where it has none. */
export const script = (id: string): string => scripts.find((step) => step.id === id || step.name === id)?.run ?? '';

/** How a step ended. */
export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly temp: string;
}

/**
 * Runs the script of a step as the runner does, in a workspace, with the inputs' defaults and what else the runner
 * sets.
 */
export function runStep(id: string, workspace: string, env: Readonly<Record<string, string>>): Ran {
  const temp = folder();
  const file = join(temp, 'step.sh');
  const output = join(temp, 'output');
  write(temp, { 'step.sh': script(id), output: '' });
  const runner = {
    GITHUB_OUTPUT: output,
    RUNNER_TEMP: temp,
    GITHUB_WORKSPACE: workspace,
    GITHUB_ACTIONS: 'true',
    CI: 'true',
    GITHUB_ACTION: '__run',
    GITHUB_REPOSITORY: 'owner/name',
    GITHUB_EVENT_NAME: 'push',
    GITHUB_ACTOR: 'somebody',
    GITHUB_BASE_REF: '',
    GITHUB_SHA: '0'.repeat(40),
    GITHUB_STEP_SUMMARY: '',
  };
  const inputs = {
    PROGRAM: program,
    PATTERNS: './...',
    ARGS: '',
    DIRECTORY: '.',
    FAIL_ON: 'warning',
    SARIF_FILE: '',
    UPLOAD: 'auto',
    CATEGORY: 'golint-leaks',
    ONLY_NEW: 'false',
    HEAD_REPOSITORY: '',
    PUSHED_FROM: '',
    QUEUED_ON: '',
    PRIVATE: 'false',
    TOKEN: 'secret',
  };
  const { code, out, err } = start(workspace, 'bash', ['--noprofile', '--norc', '-e', '-o', 'pipefail', file], {
    ...runner,
    ...inputs,
    ...env,
  });
  const outputs = Object.fromEntries(
    readFileSync(output, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  );
  return { code, out, err, outputs, temp };
}

/** Runs the step that analyses. */
export const step = (workspace: string, env: Readonly<Record<string, string>> = {}): Ran =>
  runStep('run', workspace, env);

interface Log {
  readonly runs: readonly [
    {
      readonly automationDetails: { readonly id: string };
      readonly results: readonly {
        readonly locations: readonly [
          { readonly physicalLocation: { readonly artifactLocation: { readonly uri: string } } },
        ];
      }[];
    },
  ];
}

/** The files of the results, and the category, in the log that a step names. */
export function logOf({ outputs }: Ran): { readonly files: readonly string[]; readonly category: string } {
  const log: Log = JSON.parse(readFileSync(outputs['sarif-file'] ?? '', 'utf8'));
  expect(sarifErrors(log)).toEqual([]);
  const [{ results, automationDetails }] = log.runs;
  return {
    files: results.map(({ locations: [{ physicalLocation }] }) => physicalLocation.artifactLocation.uri),
    category: automationDetails.id,
  };
}
