import { expect, test } from 'vitest';
import { constantDuration } from '../../src/model/code/constant-duration.ts';
import { funcInfo, nodesOf } from '../parse-go.ts';
import { modelIn } from '../workspace/open-module.ts';

/** The seconds that the argument of the call in function F of package a stands for. */
function seconds(argument: string): number | undefined {
  const code = `package a\nimport (\n"time"\n"m/limits"\n)\nconst half = 500\nconst pause = 2 * time.Second\nfunc F(d time.Duration) { wait(${argument}) }\n`;
  const limits = 'package limits\nimport "time"\nconst Short = 3 * time.Second\nconst Long time.Duration = 2 * Short\nvar Set = time.Second\n';
  const { info, decl } = funcInfo(modelIn('a', { 'a/a.go': code, 'limits/limits.go': limits }), 'F');
  const [call] = nodesOf(decl, 'CallExpr');
  const value = call?.args[0] && constantDuration(call.args[0], info);
  return value === undefined ? undefined : value / 1e9;
}

test('durations that are written, or named here or in another package', () => {
  expect(seconds('90 * time.Second')).toBe(90);
  expect(seconds('half * time.Millisecond')).toBe(0.5);
  expect(seconds('pause')).toBe(2);
  expect(seconds('limits.Short')).toBe(3);
  expect(seconds('limits.Long')).toBe(6);
});

test('what is computed from constants', () => {
  expect(seconds('pause / 2')).toBe(1);
  expect(seconds('time.Minute + pause')).toBe(62);
  expect(seconds('limits.Short - time.Second')).toBe(2);
  expect(seconds('-pause')).toBe(-2);
  expect(seconds('pause / 0')).toBeUndefined();
});

test('what may change has no value', () => {
  expect(seconds('d')).toBeUndefined();
  expect(seconds('2 * d')).toBeUndefined();
  expect(seconds('limits.Set')).toBeUndefined();
  expect(seconds('limits.None')).toBeUndefined();
});
