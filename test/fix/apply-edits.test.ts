import { describe, expect, test } from 'vitest';
import type { Edit, Fix } from '../../src/findings/finding.ts';
import { apart, applyEdits } from '../../src/fix/apply-edits.ts';
import { movedLines } from '../../src/fix/moved-line.ts';
import { lineTable } from '../../src/syntax/position.ts';

const text = 'one\ntwo\nthree\nfour\n';

function change(pos: number, end: number, added: string): Edit {
  const { position } = lineTable(text);
  const from = position(pos);
  const to = position(end);
  return { pos, end, text: added, line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
}

function fixOf(...edits: readonly Edit[]): { readonly fix: Fix } {
  return { fix: { kind: 'return', edits } };
}

describe('applyEdits', () => {
  test('makes them all, in whatever order they come', () => {
    expect(applyEdits(text, [change(13, 13, '\nand'), change(0, 3, '1')])).toBe('1\ntwo\nthree\nand\nfour\n');
  });

  test('changes nothing without any', () => {
    expect(applyEdits(text, [])).toBe(text);
  });
});

describe('apart', () => {
  test('keeps those that touch no other, the first of those that do', () => {
    const first = fixOf(change(3, 3, 'a'));
    const same = fixOf(change(3, 3, 'b'));
    const later = fixOf(change(4, 7, 'c'));
    expect(apart([later, first, same])).toEqual([first, later]);
  });

  test('sees all the edits of a fix', () => {
    const wide = fixOf(change(0, 1, 'a'), change(14, 14, 'b'));
    const inside = fixOf(change(5, 6, 'c'));
    expect(apart([wide, inside])).toEqual([wide]);
  });
});

describe('movedLines', () => {
  test('moves what is below a line put in at the end of another, and that line itself only where it is put in front', () => {
    const below = movedLines([change(7, 7, '\nnew')]);
    expect([1, 2, 3, 4].map(below)).toEqual([1, 2, 4, 5]);
    const inFront = movedLines([change(4, 4, 'new\n')]);
    expect([1, 2, 3, 4].map(inFront)).toEqual([1, 3, 4, 5]);
  });

  test('adds up', () => {
    const both = movedLines([change(13, 13, '\nx'), change(3, 3, '\ny\nz')]);
    expect([1, 2, 3, 4].map(both)).toEqual([1, 4, 5, 7]);
  });

  test('leaves all lines where they are without a line end', () => {
    expect([1, 2, 3].map(movedLines([change(4, 7, '2')]))).toEqual([1, 2, 3]);
  });
});
