import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { assetPath } from '../src/assets.ts';
import { folder, goMod, leakyFile, program, start } from './built-program.ts';

const platform = `node-${process.platform}-${process.arch}`;

/** The oldest version that package.json allows, and the newest of those that are kept up. */
test.for(['20.19.0', '22', '24'])('Node %s finds what this one finds', (version, { skip }) => {
  const dir = folder();
  const installed = start(dir, 'npm', ['install', '--prefix', dir, '--ignore-scripts', '--no-audit', '--no-fund', `${platform}@${version}`]);
  const node = join(dir, 'node_modules', platform, 'bin', 'node');
  skip(installed.code !== 0 || !existsSync(node), `Node ${version} cannot be had`);
  const work = folder({
    'go.mod': goMod,
    'a.go': leakyFile('wait'),
    '.golint-leaks.yaml': 'rules: {ticker-not-stopped: error}\n',
  });
  expect(start(work, node, [program, './...'])).toMatchObject({
    code: 1,
    out: expect.stringMatching(/^a\.go:6:7: error: /),
    err: expect.not.stringContaining('Warning'),
  });
  expect(start(work, node, [program, '--format', 'sarif', '*.go']).out).toContain('"ruleId": "ticker-not-stopped"');
});

test('the oldest is the one that package.json names', () => {
  const { engines }: { readonly engines: { readonly node: string } } = JSON.parse(
    readFileSync(assetPath('package.json'), 'utf8'),
  );
  expect(engines.node).toBe('>=20.19');
});
