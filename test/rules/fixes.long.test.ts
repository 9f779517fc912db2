import { beforeEach, describe, expect, test } from 'vitest';
import { goEnv, NO_GO } from '../go-toolchain.ts';
import { fixtures, ruleFolders } from './fixtures.ts';
import { complaints, minorVersion, moduleOf, tooOld } from './go-module.ts';
import { mended } from './mended.ts';

const installed = minorVersion(goEnv('GOVERSION') ?? '');
const all = ruleFolders().flatMap((rule) => [...fixtures(rule, 'fix'), ...fixtures(rule, 'leaky')]);
const versions = [...new Set(all.map(({ text }) => text.go.version ?? ''))];

describe('what --fix writes', () => {
  beforeEach(({ skip }) => skip(installed === 0, NO_GO));

  test.for(versions)('for go %s is as gofmt writes it, and compiles', (version, { skip }) => {
    skip(minorVersion(version) > installed, tooOld(version));
    const packages = all.filter(({ text }) => text.go.version === version).map(({ text }) => mended(text).text);
    const folder = moduleOf(packages, version);
    expect(complaints('gofmt', ['-l', '.'], folder)).toBe('');
    expect(complaints('go', ['build', './...'], folder)).toBe('');
  });
});
