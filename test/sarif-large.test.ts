import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folder, run, start } from './built-program.ts';
import { goEnv } from './go-toolchain.ts';
import { sarifErrors } from './report/validate-sarif.ts';

/**
 * The log of a large real repository: Go's own source. It is checked against the schema of OASIS, and with the validator
 * of Microsoft and its rules for GitHub, where that is installed:
 * https://www.npmjs.com/package/@microsoft/sarif-multitool-linux (its program is called Sarif.Multitool).
 */
const goroot = goEnv('GOROOT', 'the SARIF log of a large repository');
const validator = 'Sarif.Multitool';
const env = { DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1' };
const hasValidator = start('/', validator, ['--version'], env).code === 0;
if (!hasValidator) console.warn(`the check with ${validator} is skipped: it is not installed`);

test.skipIf(goroot === undefined)('the log of a large repository is valid, and as GitHub wants it', { timeout: 300_000 }, () => {
  const file = join(folder(), 'go.sarif');
  const source = join(goroot ?? '', 'src');
  const { code, err } = run(
    source, '--strict', '--fail-on', 'never', '--go-version', '1.22', '--category', 'go', '--format',
    `sarif=${file}`,
    './...',
  );
  expect(code).toBe(0);
  const [, files, findings] = /(\d+) files, (\d+) findings/.exec(err) ?? [];
  expect(Number(files)).toBeGreaterThan(2000);
  expect(Number(findings)).toBeGreaterThan(0);
  expect(sarifErrors(JSON.parse(readFileSync(file, 'utf8')))).toEqual([]);
  if (!hasValidator) return;
  const { out } = start('/', validator, ['validate', file, '--rule-kind', 'Sarif;Gh'], env);
  expect(out).toContain('Analysis completed successfully.');
  expect(out.split('\n').filter((line) => /: (?:error|warning) /.test(line))).toEqual([]);
});
