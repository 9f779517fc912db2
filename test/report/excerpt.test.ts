import { describe, expect, it } from 'vitest';
import { excerpt } from '../../src/report/text/excerpt.ts';
import { makeLocation } from '../findings/make-finding.ts';

function draw(source: string, column: number, endColumn: number): readonly string[] {
  const { source: line, marks } = excerpt(makeLocation({ source, column, endColumn }));
  return [line, marks];
}

describe('excerpt', () => {
  it('keeps tabs, so that the marks stand under the place', () => {
    expect(draw('\tt := \tf(x)', 8, 12)).toEqual(['\tt := \tf(x)', '\t     \t^~~~']);
  });

  it('marks at least one character, also at the end of the line', () => {
    expect(draw('ab', 3, 3)).toEqual(['ab', '  ^']);
  });

  it('counts escapes as they are shown', () => {
    expect(draw('a\x1bb\u202ec', 3, 5)).toEqual(['a\\u001bb\\u202ec', '       ^~~~~~~']);
  });

  it('counts wide and combining characters as a terminal does', () => {
    expect(draw('/*日e\u0301😀*/f()', 10, 13)).toEqual(['/*日e\u0301😀*/f()', '         ^~~']);
  });

  it('cuts a long line around the place', () => {
    const source = `${'a'.repeat(1000)}f()${'b'.repeat(1000)}`;
    expect(draw(source, 1001, 1004)).toEqual([
      `…${'a'.repeat(60)}f()${'b'.repeat(97)}…`,
      `${' '.repeat(61)}^~~`,
    ]);
  });

  it('cuts only behind a place at the start, only before one at the end', () => {
    expect(draw(`f()${'b'.repeat(1000)}`, 1, 4)).toEqual([`f()${'b'.repeat(157)}…`, '^~~']);
    expect(draw(`${'a'.repeat(1000)}f()`, 1001, 1004)).toEqual([`…${'a'.repeat(157)}f()`, `${' '.repeat(158)}^~~`]);
  });

  it('shows a line at the limit whole', () => {
    expect(draw('a'.repeat(160), 1, 2)).toEqual(['a'.repeat(160), '^']);
  });

  it('does not cut through a character', () => {
    const [line] = draw(`x${'😀'.repeat(200)}f()`, 402, 405);
    expect(line).toBe(`…${'😀'.repeat(78)}f()`);
  });

  it('cuts marks that are longer than the line shown', () => {
    const [line, marks] = draw('f'.repeat(500), 1, 501);
    expect([line?.length, marks]).toEqual([161, `^${'~'.repeat(159)}`]);
  });
});
