import { beforeEach, describe, expect, test } from 'vitest';
import { mended } from './findings/mended-by-hand.ts';
import { goEnv, NO_GO } from './go-toolchain.ts';
import { complaints, minorVersion, moduleOf, tooOld } from './rules/go-module.ts';

const installed = minorVersion(goEnv('GOVERSION') ?? '');
const versions = [...new Set(mended.map(({ text }) => text.go.version ?? ''))];

describe('what somebody writes who takes advice by its word', () => {
  beforeEach(({ skip }) => skip(installed === 0, NO_GO));

  test.for(versions)('for go %s compiles', (version, { skip }) => {
    skip(minorVersion(version) > installed, tooOld(version));
    const packages = mended.map(({ text }) => text).filter(({ go }) => go.version === version);
    expect(complaints('go', ['build', './...'], moduleOf(packages, version))).toBe('');
  });
});
