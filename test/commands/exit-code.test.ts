import { expect, test } from 'vitest';
import { exitCode } from '../../src/apps/cli/outcome/exit-code.ts';
import { makeFinding } from '../findings/make-finding.ts';

const calm = { complaints: [], failures: [], findings: [], mended: [], looked: [] };
const below = (failOn: 'error' | 'warning' | 'never') => ({
  looked: [{ files: ['poll.go'], rules: [], strict: false, notes: 'short' as const, failOn }],
});
const failure = { rule: 'ticker-not-stopped', path: 'a.go', reason: 'RangeError' };
const finding = makeFinding({ level: 'warning' });

test('0 where all is well, 1 for a finding at the threshold', () => {
  expect(exitCode(calm)).toBe(0);
  expect(exitCode({ ...calm, findings: [finding], ...below('warning') })).toBe(1);
  expect(exitCode({ ...calm, findings: [finding], ...below('error') })).toBe(0);
});

test('2 where a pattern led nowhere, whatever was found', () => {
  const complaints = [{ severity: 'error', message: 'nowhere' } as const];
  expect(exitCode({ ...calm, complaints, findings: [finding], ...below('warning') })).toBe(2);
  expect(exitCode({ ...calm, complaints: [{ severity: 'warning', message: 'nothing' }], ...below('warning') })).toBe(0);
});

test('2 where a rule broke down, also if no finding is ever to fail the run: silence is no answer', () => {
  expect(exitCode({ ...calm, failures: [failure], ...below('never') })).toBe(2);
  expect(exitCode({ ...calm, failures: [failure], findings: [finding], ...below('warning') })).toBe(2);
});
