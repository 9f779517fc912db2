import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Result } from './run-in-thread.ts';
import { folder, goMod, runProcess, start } from './built-program.ts';
import { goEnv, NO_GO } from './go-toolchain.ts';
import { sarifErrors } from './report/validate-sarif.ts';

const goRoot = goEnv('GOROOT');

/** https://www.npmjs.com/package/@microsoft/sarif-multitool-linux (its program is called Sarif.Multitool). */
const validator = 'Sarif.Multitool';

describe('the log of a large real repository, the source of Go', () => {
  const file = join(folder(), 'go.sarif');
  let result: Result | undefined;

  beforeAll(() => {
    if (goRoot === undefined) return;
    const flags = ['--strict', '--fail-on', 'never', '--go-version', '1.22', '--category', 'go'];
    result = runProcess(join(goRoot, 'src'), ...flags, '--format', `sarif=${file}`, './...');
  });

  beforeEach(({ skip }) => skip(goRoot === undefined, NO_GO));

  test('is valid by the schema of OASIS', () => {
    expect(result?.code).toBe(0);
    const [, files, findings] = /(\d+) files, (\d+) findings/.exec(result?.err ?? '') ?? [];
    expect(Number(files)).toBeGreaterThan(2000);
    expect(Number(findings)).toBeGreaterThan(0);
    expect(sarifErrors(JSON.parse(readFileSync(file, 'utf8')))).toEqual([]);
  });

  test('is as GitHub wants it, by the validator of Microsoft', ({ skip }) => {
    const env = { DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1' };
    skip(start('/', validator, ['--version'], env).code !== 0, `${validator} is not installed`);
    const { out } = start('/', validator, ['validate', file, '--rule-kind', 'Sarif;Gh'], env);
    expect(out).toContain('Analysis completed successfully.');
    expect(out.split('\n').filter((line) => /: (?:error|warning) /.test(line))).toEqual([]);
  });
});

test('more findings than GitHub takes: one line on standard error, and the same in the log', () => {
  const body = Array.from({ length: 5001 }, (_, i) => `func f${i}() { t := time.NewTicker(1); <-t.C }\n`).join('');
  const dir = folder({ 'go.mod': goMod, 'a.go': `package p\n\nimport "time"\n\n${body}` });
  const { err } = runProcess(dir, '--format', 'sarif', '--output', 'out.sarif');
  expect(err.trimEnd().split('\n')).toEqual([
    expect.stringMatching(/^golint-leaks: SARIF: of 5001 findings GitHub shows the 5000 most severe/),
    expect.stringMatching(/1 file, 5001 findings/),
  ]);
  expect(readFileSync(join(dir, 'out.sarif'), 'utf8')).toContain('of 5001 findings GitHub shows the 5000 most severe');
});
