import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { rules } from '../../rules/index.ts';
import { readModules, readVerdicts } from './data.ts';
import { pageFile, withTables } from './page.ts';
import { stands, verdicts } from './verdict.ts';

const modules = readModules();
const judged = readVerdicts();

test('at least 60 modules are drawn, half of them libraries, each once and with its checksum', () => {
  const drawn = modules.filter(({ kind }) => kind !== 'go');
  expect(drawn.length).toBeGreaterThanOrEqual(60);
  expect(drawn.filter(({ kind }) => kind === 'library').length * 2).toBe(drawn.length);
  expect(new Set(modules.map(({ module }) => module)).size).toBe(modules.length);
  expect(drawn.filter(({ version, sum }) => !version.startsWith('v') || !sum?.startsWith('h1:'))).toEqual([]);
});

test('each verdict is about a module and a rule that exist, and is complete', () => {
  const names = new Set(modules.map(({ module }) => module));
  const ids = new Set(rules.map(({ id }) => id));
  const isWord = (list: readonly string[], word: unknown): boolean => typeof word === 'string' && list.includes(word);
  const broken = judged.filter((each) =>
    !names.has(each.module) || !ids.has(each.rule) || !each.file.endsWith('.go') || each.file.startsWith('/')
    || !(Number.isInteger(each.line) && each.line > 0) || !/^[0-9a-f]+:\d+$/.test(each.fingerprint)
    || !isWord(['error', 'warning', 'note'], each.level) || !isWord(stands, each.stands)
    || !isWord(verdicts, each.verdict) || each.reason.trim() === ''
    || !(each.second === null || isWord(verdicts, each.second)));
  expect(broken).toEqual([]);
});

test('the tables of docs/accuracy.md are those that the data give', () => {
  const page = readFileSync(pageFile, 'utf8');
  expect(page).toContain('<!-- ruling: first -->');
  expect(page).toContain('<!-- ruling: readings -->');
  // Written anew by: npm run ruling -- --tables
  expect(page).toBe(withTables(page, judged));
});
