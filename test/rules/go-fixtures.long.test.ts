import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { assetPath } from '../../src/assets.ts';
import { goEnv, NO_GO } from '../go-toolchain.ts';
import { fixtures, ruleFolders } from './fixtures.ts';
import { complaints, hasModules, minorVersion, moduleOf, tooOld } from './go-module.ts';

const installed = minorVersion(goEnv('GOVERSION') ?? '');
const kinds = ['leaky', 'clean', 'missed', 'fix'] as const;
const all = ruleFolders().flatMap((rule) => kinds.flatMap((kind) => fixtures(rule, kind)));
const versions = [...new Set(all.map(({ text }) => text.go.version ?? ''))];
const examples = readdirSync(assetPath('examples'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

describe('the Go of the fixtures and examples', () => {
  beforeEach(({ skip }) => skip(installed === 0, NO_GO));

  test('is as gofmt writes it', () => {
    expect(all.length).toBeGreaterThan(0);
    expect(complaints('gofmt', ['-l', 'rules', 'examples'], assetPath('.'))).toBe('');
  });

  test.for(versions)('fixtures for go %s compile', (version, { skip }) => {
    skip(minorVersion(version) > installed, tooOld(version));
    const packages = all.filter(({ text }) => text.go.version === version);
    expect(complaints('go', ['build', './...'], moduleOf(packages.map(({ text }) => text), version))).toBe('');
  });

  test.for(examples)('examples/%s compiles', (name, { skip }) => {
    const folder = assetPath(join('examples', name));
    const wanted = /^go (.*)$/m.exec(readFileSync(join(folder, 'go.mod'), 'utf8'))?.[1] ?? '';
    skip(minorVersion(wanted) > installed, tooOld(wanted));
    skip(!hasModules(folder), 'what the examples import is neither in the cache of Go modules nor to be had');
    expect(complaints('go', ['build', './...'], folder, 'online')).toBe('');
  });
});
