import { describe, expect, test } from 'vitest';
import { analyze } from '../../src/analyze.ts';
import { applyEdits } from '../../src/fix/apply-edits.ts';
import type { Obligation } from '../../src/engines/obligation/rule.ts';
import { parser } from '../parse-go.ts';

/** A resource that comes with an error, as a user might declare it. */
const rule: Obligation = {
  engine: 'obligation',
  id: 'lease-not-returned',
  summary: '',
  tags: [],
  noun: 'lease',
  released: 'returned',
  acquire: ['example.com/pool.Take'],
  type: '*example.com/pool.Lease',
  lookalikes: [],
  release: ['Return'],
  uses: ['Use'],
  deferrable: ['example.com/pool.Take'],
};

/** The function body with the fix of its finding made; undefined without one. */
function fixed(body: string): string | undefined {
  const before = `package p\n\nimport "example.com/pool"\n\nfunc f() (err error) {\n`;
  const text = `${before}${body}}\n`;
  const {
    findings: [finding],
  } = analyze(
    parser,
    {
      name: 'p',
      files: [{ path: 'a.go', text, report: true }],
      go: { version: '1.22', toolchain: undefined, godebug: {} },
    },
    { rules: [rule], all: false },
  );
  expect(finding?.rule, text).toBe(rule.id);
  return finding?.fix && applyEdits(text, finding.fix.edits).slice(before.length, -2);
}

describe('a deferred release of what comes with an error', () => {
  test('stands behind the test of the error', () => {
    expect(fixed('\tl, err := pool.Take()\n\tif err != nil {\n\t\treturn err\n\t}\n\tl.Use()\n\treturn nil\n')).toBe(
      '\tl, err := pool.Take()\n\tif err != nil {\n\t\treturn err\n\t}\n\tdefer l.Return()\n\tl.Use()\n\treturn nil\n',
    );
  });

  test.each([
    ['the error is not looked at', '\tl, _ := pool.Take()\n\tl.Use()\n\treturn nil\n'],
    [
      'it is looked at later',
      '\tl, err := pool.Take()\n\tl.Use()\n\tif err != nil {\n\t\treturn err\n\t}\n\treturn nil\n',
    ],
    [
      'the function goes on in spite of it',
      '\tl, err := pool.Take()\n\tif err != nil {\n\t\tprintln(err)\n\t}\n\tl.Use()\n\treturn nil\n',
    ],
    [
      'it is only looked at with something else',
      '\tl, err := pool.Take()\n\tif err != nil && l == nil {\n\t\treturn err\n\t}\n\tl.Use()\n\treturn nil\n',
    ],
  ])('is not written where %s', (_, body) => {
    expect(fixed(body)).toBeUndefined();
  });
});
