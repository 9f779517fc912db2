import { expect, it } from 'vitest';
import { formats } from '../../src/report/formats.ts';
import { makeFinding } from '../findings/make-finding.ts';
import { makeMeta } from './make-meta.ts';

it('reports in the format of the name', () => {
  expect(formats.text([makeFinding()], makeMeta())).toMatch(/^poll\.go:12:7: warning: /);
  expect(JSON.parse(formats.json([makeFinding()], makeMeta()))).toHaveProperty('findings');
  expect(JSON.parse(formats.sarif([makeFinding()], makeMeta()))).toHaveProperty('runs');
});

it('gives the same text for the same findings', () => {
  for (const report of Object.values(formats)) {
    expect(report([makeFinding()], makeMeta())).toBe(report([makeFinding()], makeMeta()));
  }
});
