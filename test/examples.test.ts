import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { assetPath } from '../src/assets.ts';

// The built program, as a reader of the pages runs it. `npm test` builds it first.
const program = assetPath('dist/src/cli.cjs');

describe.each(readdirSync(assetPath('examples')))('examples/%s', (name) => {
  const { stdout, status } = spawnSync(process.execPath, [program, './...'], { cwd: assetPath(`examples/${name}`), encoding: 'utf8', env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '' } });

  test('the page shows what golint-leaks says', () => {
    const shown = /```text\n([\s\S]*?)```/.exec(readFileSync(assetPath(`examples/${name}/README.md`), 'utf8'))?.[1];
    expect(shown).toBe(stdout);
  });

  test('only the leaky program has findings', () => {
    const files = stdout.split('\n').flatMap((line) => /^(\S+\.go):\d+:\d+: /.exec(line)?.[1] ?? []);
    expect(status).toBe(1);
    expect(files.length).toBeGreaterThan(0);
    expect(files.filter((file) => !file.startsWith('leaky/'))).toEqual([]);
  });
});
