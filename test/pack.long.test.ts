import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { assetPath } from '../src/assets.ts';
import { folder, goMod, leakyFile, npm, start } from './built-program.ts';

test('what npm packs works where it is installed into an empty project', ({ skip }) => {
  const dir = folder();
  expect(npm(assetPath('.'), 'pack', '--pack-destination', dir).code).toBe(0);
  const [tarball = ''] = readdirSync(dir).filter((name) => name.endsWith('.tgz'));
  const project = folder({ 'package.json': '{"private":true}', 'go.mod': goMod, 'a.go': leakyFile('wait') });
  // Without a network, what npm ci has left in its cache will do.
  const installed = npm(project, 'install', '--prefer-offline', join(dir, tarball));
  if (/ENOTCACHED|ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|EPERM/.test(installed.err))
    skip('the dependencies are neither in the cache of npm nor to be had');
  expect(installed.code, installed.err).toBe(0);
  const run = (...args: readonly string[]) => start(project, 'npx', ['--no-install', 'golint-leaks', ...args]);
  expect(run()).toMatchObject({ code: 1, out: expect.stringMatching(/^a\.go:6:7: warning: /) });
  expect(run('explain', 'ticker-not-stopped').out).toMatch(/^# ticker-not-stopped\n/);
  writeFileSync(join(project, '.golint-leaks.yaml'), 'rules: {ticker-not-stopped: off}\n');
  expect(run('--format', 'sarif').out).toContain('"results": []');
});
