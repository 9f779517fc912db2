import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { assetPath } from '../../src/assets.ts';
import { goEnv } from '../go-toolchain.ts';
import { fixtures, ruleFolders } from './fixtures.ts';
import { complaints, isBuildable, minorVersion, moduleOf } from './go-module.ts';

/** An empty build cache means that the standard library is compiled first. */
const BUILD_TIMEOUT = 300_000;

const installed = minorVersion(goEnv('GOVERSION', 'gofmt and go build of the fixtures and examples') ?? '');
const kinds = ['leaky', 'clean', 'missed', 'fix'] as const;
const all = ruleFolders().flatMap((rule) => kinds.flatMap((kind) => fixtures(rule, kind)));
/** A toolchain refuses modules that are newer than itself. */
const versions = [...new Set(all.map(({ text }) => text.go.version ?? ''))]
  .filter((version) => minorVersion(version) <= installed);
const examples = installed === 0 ? [] : readdirSync(assetPath('examples'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .filter((name) => isBuildable(assetPath(join('examples', name)), installed));

describe.skipIf(installed === 0)('the Go of the fixtures and examples', () => {
  test('is as gofmt writes it', () => {
    expect(all.length).toBeGreaterThan(0);
    expect(complaints('gofmt', ['-l', 'rules', 'examples'], assetPath('.'))).toBe('');
  });

  test.each(versions)('fixtures for go %s compile', { timeout: BUILD_TIMEOUT }, (version) => {
    const packages = all.filter(({ text }) => text.go.version === version);
    expect(complaints('go', ['build', './...'], moduleOf(packages.map(({ text }) => text), version))).toBe('');
  });

  test.each(examples)('examples/%s compiles', { timeout: BUILD_TIMEOUT }, (name) => {
    expect(complaints('go', ['build', './...'], assetPath(join('examples', name)), 'online')).toBe('');
  });
});
