import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folder, leakyFile, run, write } from './built-program.ts';

/** A tree with several folders, of which some have findings, and one has what cannot be read whole. */
function tree(): string {
  const dir = folder({ 'go.mod': 'module m\n\ngo 1.22\n' });
  for (const name of ['billing', 'mail', 'search', 'users'])
    for (const file of ['a', 'b', 'c']) write(dir, { [`services/${name}/${file}.go`]: leakyFile(file) });
  write(dir, { 'broken/a.go': 'package broken\n\nfunc f() {\n\tx := := 1\n}\n' });
  return dir;
}

const sarif = ['--format', 'sarif', '--fail-on', 'never', '--no-cache', '--category', 'leaks'];

describe('--shard and merge', () => {
  test('the parts have each folder once, and merged they give what one run gives, in any order', () => {
    const dir = tree();
    expect(run(dir, ...sarif, '--output', 'all.sarif', './...').code).toBe(0);
    for (const part of [1, 2, 3])
      expect(run(dir, ...sarif, '--shard', `${part}/3`, '--output', `${part}.sarif`, './...').code).toBe(0);
    const [all, ...parts] = ['all', '1', '2', '3'].map((name) => readFileSync(join(dir, `${name}.sarif`), 'utf8'));
    const results = (text = ''): number => JSON.parse(text).runs[0].results.length;
    expect(results(all)).toBeGreaterThan(10);
    expect(parts.map(results).reduce((sum, each) => sum + each, 0)).toBe(results(all));
    expect(run(dir, 'merge', '3.sarif', '1.sarif', '2.sarif', '-o', 'merged.sarif')).toMatchObject({
      code: 0,
      out: '',
      err: '',
    });
    expect(readFileSync(join(dir, 'merged.sarif'), 'utf8')).toBe(all);
    expect(run(dir, 'merge', '1.sarif', 'all.sarif').out, 'each finding once').toBe(all);
  });

  test.each([
    [['--shard', '3/2'], /--shard "3\/2" is no part of a whole; write K\/N with K from 1 to N, such as 1\/8\.\n$/],
    [['--shard', 'a'], /--shard "a" is no part of a whole/],
    [['merge', 'none.sarif'], /the log "none\.sarif" cannot be read; name the SARIF logs of the parts\.\n$/],
    [['merge', 'go.mod'], /"go\.mod" is no SARIF log; write it with --format sarif=FILE\.\n$/],
    [['merge', 'other.sarif'], /"other\.sarif" is no log of golint-leaks; only those are merged\.\n$/],
    [['merge', 'odd.sarif'], /"odd\.sarif" is no log of golint-leaks; only those are merged\.\n$/],
    [
      ['merge', 'own.sarif', 'category.sarif'],
      /"category\.sarif" has another category than the first log; merge logs of one category\.\n$/,
    ],
    [
      ['merge', 'own.sarif', 'version.sarif'],
      /"version\.sarif" was written by version 9\.9\.9, and the first log by [\d.]+; merge logs of one version\.\n$/,
    ],
  ])('%s is refused in one sentence', (args, words) => {
    const dir = folder({ 'go.mod': 'module m\n', 'a.go': 'package a\n' });
    const own = JSON.parse(run(dir, ...sarif).out);
    const [only] = own.runs;
    write(dir, {
      'own.sarif': JSON.stringify(own),
      'other.sarif': JSON.stringify({ ...own, runs: [{ ...only, tool: { driver: { name: 'other', rules: [] } } }] }),
      'odd.sarif': JSON.stringify({ ...own, runs: [{ ...only, results: [{ ruleId: 1 }] }] }),
      'category.sarif': JSON.stringify({ ...own, runs: [{ ...only, automationDetails: { id: 'b/' } }] }),
      'version.sarif': JSON.stringify({
        ...own,
        runs: [{ ...only, tool: { driver: { ...only.tool.driver, semanticVersion: '9.9.9' } } }],
      }),
    });
    const { code, out, err } = run(dir, ...args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(words);
    expect(err.split('\n')).toHaveLength(2);
  });
});
