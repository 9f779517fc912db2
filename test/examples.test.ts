import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { assetPath } from '../src/assets.ts';
import { run } from './built-program.ts';
import { chart } from './oracle/chart.ts';
import { objections } from './oracle/growth.ts';
import { incidents, ruleOf } from './oracle/incidents.ts';
import { measured } from './oracle/measured.ts';

describe.each(incidents())('examples/%s', (name) => {
  const folder = assetPath(`examples/${name}`);
  const page = readFileSync(`${folder}/README.md`, 'utf8');
  const { out, code } = run(folder, './...');

  test('the page shows what golint-leaks says', () => {
    const shown = /```text\n([\s\S]*?)```/.exec(page)?.[1];
    expect(shown).toBe(out);
  });

  test('only the leaky program has findings, all of the rule that the list of examples names', () => {
    const heads = out.split('\n').filter((line) => /^\S+\.go:\d+:\d+: /.test(line));
    const files = heads.flatMap((line) => line.split(':')[0] ?? []);
    expect(heads.filter((line) => !line.endsWith(`(${ruleOf(name)})`))).toEqual([]);
    expect(code).toBe(1);
    expect(files.length).toBeGreaterThan(0);
    expect(files.filter((file) => !file.startsWith('leaky/'))).toEqual([]);
  });

  test('the page shows what was measured, and that the leaky program grows and the fixed one does not', () => {
    const { leaky, fixed } = measured(name);
    expect(page).toMatch(/!\[.+\]\(curve\.svg\)/);
    expect(readFileSync(`${folder}/curve.svg`, 'utf8')).toBe(chart(name, leaky, fixed));
    expect(objections(leaky.rows, fixed.rows, leaky.about)).toEqual([]);
  });
});

test('every folder of examples is an incident, but for the probe', () => {
  const folders = readdirSync(assetPath('examples')).filter((name) => existsSync(assetPath(`examples/${name}/go.mod`)));
  expect(folders.filter((name) => !incidents().includes(name))).toEqual(['probe']);
});
