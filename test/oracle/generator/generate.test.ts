import { describe, expect, test } from 'vitest';
import { analyze } from '../../../src/analyze.ts';
import { parser } from '../../parse-go.ts';
import { generate } from './generate.ts';
import { text } from './program.ts';
import { choices } from './choices.ts';
import { resources } from './resource.ts';
import type { Resource } from './resource.ts';

const COUNT = 300;

function generated(resource: Resource, seed: number, form: 'shown' | 'run' = 'shown'): readonly string[] {
  const source = choices(seed);
  return Array.from({ length: COUNT }, (_, index) =>
    text(generate(source, resource, `p${index}`, 100 * index), form).join('\n'),
  );
}

describe.each(Object.entries(resources))('generated %s programs', (_, resource) => {
  test('are the same for the same seed, and others for another', () => {
    expect(generated(resource, 1)).toEqual(generated(resource, 1));
    expect(generated(resource, 2)).not.toEqual(generated(resource, 1));
  });

  test('have the same lines in both forms', () => {
    const lines = (form: 'shown' | 'run'): readonly number[] =>
      generated(resource, 3, form).map((program) => program.split('\n').length);
    expect(lines('run')).toEqual(lines('shown'));
  });

  test('are read to the last declaration', () => {
    const source = `package generated\n\n${generated(resource, 4).join('\n\n')}\n`;
    const go = { version: '1.22', toolchain: undefined, godebug: {} };
    const files = [{ path: 'p.go', text: source, report: true }];
    const { unread } = analyze(parser, { name: 'generated', files, go }, { rules: [], all: false });
    expect(unread).toEqual([]);
    expect(source.split('\n').length).toBeGreaterThan(10 * COUNT);
  });

  test('hold every construct that is to be tried', () => {
    const all = generated(resource, 5).join('\n');
    const constructs = [
      'for {', 'for range ', 'switch {', 'select {', 'defer ', 'go func() {', 'goto L', 'continue L', 'break L', 'fallthrough',
      'return', 'panic(', 'runtime.Goexit()', 'recover()',
    ];
    expect(constructs.filter((construct) => !all.includes(construct))).toEqual([]);
  });
});
