import { describe, expect, it } from 'vitest';
import { plainEvidence } from '../../src/findings/evidence.ts';
import type { Finding } from '../../src/findings/finding.ts';
import type { Suppression, SuppressionInput } from '../../src/findings/directive/suppress.ts';
import { applySuppressions } from '../../src/findings/directive/suppress.ts';
import { lineTable } from '../../src/syntax/position.ts';
import { makeFinding, makeLocation } from './make-finding.ts';

/**
 * Applies the directives of a file with one finding of ticker-not-stopped on each line that says LEAK. Comments and
 * declarations are found by their shape: `//` to the end of the line; `func`, `var`, `type` at the start of a line to
 * the `}` at the start of one.
 */
function suppress(text: string, changes: Partial<SuppressionInput> = {}): Suppression {
  const lines = lineTable(text);
  const spans = (pattern: RegExp): { pos: number; end: number }[] =>
    [...text.matchAll(pattern)].map(({ index, 0: { length } }) => ({ pos: index, end: index + length }));
  return applySuppressions({
    path: 'poll.go', text, lines,
    comments: spans(/\/\/.*/g),
    declarations: spans(/^(?:func|var|type)\b[^]*?^\}/gm),
    findings: text.split('\n').flatMap((line, i) => (line.includes('LEAK') ? [leak(i + 1)] : [])),
    known: ['ticker-not-stopped', 'meter-not-stopped', 'blocked-send'],
    rules: new Set(['ticker-not-stopped', 'meter-not-stopped']),
    peers: new Map([['ticker-not-stopped', ['otherlint', 'ab1015']]]),
    allRules: true,
    unread: [],
    ...changes,
  });
}

function leak(line: number): Finding {
  return makeFinding({ location: makeLocation({ line }) });
}

function leaksLeft({ kept }: Suppression): readonly number[] {
  return kept.filter(({ rule }) => rule === 'ticker-not-stopped').map(({ location }) => location.line);
}

/** The reported directives, each with its line. */
function unused({ kept }: Suppression): readonly string[] {
  return kept.flatMap(({ fact, location }) =>
    fact.kind === 'unused-suppression' ? [`${location.line} ${fact.directive}`] : [],
  );
}

describe('which findings a directive takes out', () => {
  it.each([
    '//nolint',
    '//nolint:all',
    '//nolint:ticker-not-stopped',
    '// nolint:errcheck, ticker-not-stopped // reason',
    '//nolint:golint-leaks',
    '//nolint:otherlint',
    '//lint:ignore AB1015 reason',
    '//lint:ignore ticker-not-stopped reason',
    '//lint:ignore SA1000,golint-leaks reason',
    '//lint:file-ignore ticker-not-stopped reason',
  ])('%s', (directive) => {
    const result = suppress(`package p\nfunc f() {\n\tLEAK() ${directive}\n}\n`);
    expect(result.kept).toEqual([]);
    expect(result.suppressed.map(({ finding }) => finding)).toEqual([leak(3)]);
  });

  it.each([
    '//nolint:errcheck', '//nolint:meter-not-stopped', '// no lint', '//lint:ignore ticker-not-stopped',
    '//lint:ignore SA1015 reason',
  ])('not: %s', (directive) => {
    const result = suppress(`package p\nfunc f() {\n\tLEAK() ${directive}\n}\n`);
    expect(leaksLeft(result)).toEqual([3]);
    expect(result.suppressed).toEqual([]);
  });

  it('keeps the reason as justification', () => {
    const reasons = suppress(
      'LEAK() //nolint:ticker-not-stopped // stopped by the runtime\nLEAK() //nolint\n',
    ).suppressed;
    expect(reasons.map(({ justification }) => justification)).toEqual(['stopped by the runtime', undefined]);
  });
});

describe('which lines a directive speaks for', () => {
  it('behind code: its own line', () => {
    expect(leaksLeft(suppress('LEAK()\nLEAK() //nolint\nLEAK()\n'))).toEqual([1, 3]);
  });

  it('alone: the next line with code, over comments and blank lines', () => {
    expect(leaksLeft(suppress('f()\n\n//nolint\n// Why.\n\n// How.\n\tLEAK()\n\tLEAK()\n'))).toEqual([8]);
  });

  it('alone before a declaration: all of it for nolint', () => {
    expect(
      leaksLeft(suppress('package p\n\n// F does.\n//nolint\nfunc F() {\n\tLEAK()\n\tLEAK()\n}\n\nvar x = LEAK()\n')),
    ).toEqual([10]);
  });

  it('alone before a declaration: its first line for lint:ignore', () => {
    expect(
      leaksLeft(suppress('package p\n//lint:ignore ticker-not-stopped why\nfunc F() { LEAK()\n\tLEAK()\n}\n')),
    ).toEqual([4]);
  });

  it('alone before the package clause: the whole file for nolint', () => {
    expect(leaksLeft(suppress('//nolint:ticker-not-stopped\npackage p\n\nfunc F() {\n\tLEAK()\n}\n'))).toEqual([]);
  });

  it('file-ignore: the whole file from anywhere', () => {
    expect(
      leaksLeft(suppress('package p\nfunc F() {\n\tLEAK()\n}\n//lint:file-ignore ticker-not-stopped why\n')),
    ).toEqual([]);
  });

  it('at the end of the file: itself', () => {
    expect(leaksLeft(suppress('LEAK()\n//nolint\n// The end.'))).toEqual([1]);
  });
});

describe('which directives are reported as unused', () => {
  it.each([
    ['f() //nolint:ticker-not-stopped // why', ['1 //nolint:ticker-not-stopped']],
    ['f() //nolint:golint-leaks', ['1 //nolint:golint-leaks']],
    ['f() //lint:ignore ticker-not-stopped why so', ['1 //lint:ignore ticker-not-stopped why so']],
    ['f() //lint:file-ignore ticker-not-stopped why', ['1 //lint:file-ignore ticker-not-stopped why']],
    ['LEAK() //nolint:ticker-not-stopped,meter-not-stopped', ['1 //nolint:meter-not-stopped']],
    ['f() //nolint:errcheck,ticker-not-stopped', ['1 //nolint:ticker-not-stopped']],
    ['LEAK() //lint:ignore ticker-not-stopped', ['1 //lint:ignore ticker-not-stopped']],
  ])('%s', (line, expected) => {
    expect(unused(suppress(`${line}\n`))).toEqual(expected);
  });

  it.each([
    'f() //nolint',
    'f() //nolint:all',
    'f() //nolint:errcheck',
    'f() //lint:ignore SA1015 why',
    'f() //lint:ignore SA1015',
    'f() //lint:ignore * why',
    'f() //nolint:blocked-send',
    'LEAK() //nolint:ticker-not-stopped',
  ])('not: %s', (line) => {
    expect(unused(suppress(`${line}\n`))).toEqual([]);
  });

  it('counts two directives for one finding as used', () => {
    expect(unused(suppress('//nolint:ticker-not-stopped\nLEAK() //nolint:golint-leaks\n'))).toEqual([]);
  });

  it('does not judge the name of the tool when only some rules ran', () => {
    expect(unused(suppress('f() //nolint:golint-leaks\n', { allRules: false }))).toEqual([]);
  });

  it('does not judge a directive that reaches into what could not be read', () => {
    const text = '//nolint:ticker-not-stopped\nfunc f() {\n\tbroken\n}\n\nf() //nolint:ticker-not-stopped\n';
    expect(
      unused(suppress(text, { unread: [{ pos: text.indexOf('broken'), end: text.indexOf('broken') + 6 }] })),
    ).toEqual(['6 //nolint:ticker-not-stopped']);
  });

  it('reports a note at the directive, carriage return not included', () => {
    const [note] = suppress('\tf() //nolint:ticker-not-stopped\r\n').kept;
    expect(note).toEqual({
      rule: 'unused-suppression',
      level: 'note',
      confidence: 'high',
      evidence: plainEvidence,
      location: { path: 'poll.go', line: 1, column: 6, endColumn: 33, source: '\tf() //nolint:ticker-not-stopped' },
      fact: { kind: 'unused-suppression', directive: '//nolint:ticker-not-stopped' },
      collected: false,
      steps: [],
      fingerprint: expect.stringMatching(/^[0-9a-f]+:1$/),
    });
  });
});
