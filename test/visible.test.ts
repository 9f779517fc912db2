import { describe, expect, it } from 'vitest';
import { inert, visible } from '../src/visible.ts';

describe('visible', () => {
  it.each([
    ['\x1b[31m', '\\u001b[31m'],
    ['a\nb\r\x00\x7f', 'a\\u000ab\\u000d\\u0000\\u007f'],
    ['\x9b31m', '\\u009b31m'],
    ['\u202etxt\u2066\u200b', '\\u202etxt\\u2066\\u200b'],
    ['\u2028', '\\u2028'],
    ['\ud800x', '\\ud800x'],
    ['\u{e0001}', '\\u{e0001}'],
    ['a\tb', 'a\\u0009b'],
    ['größe 😀 [x](y)', 'größe 😀 [x](y)'],
  ])('%j', (text, expected) => {
    expect(visible(text)).toBe(expected);
  });

  it('keeps tabs where they are wanted', () => {
    expect(visible('\ta\x1b', { keepTabs: true })).toBe('\ta\\u001b');
  });
});

describe('inert', () => {
  it.each([
    ['a ##[error]x', 'a #\\u0023[error]x'],
    ['##vso[task.setvariable variable=a]b', '#\\u0023vso[task.setvariable variable=a]b'],
    ['###[group] ##teamcity[a]', '##\\u0023[group] #\\u0023teamcity[a]'],
    ['x\n  ::error::y\n::z::', 'x\n  \\u003a:error::y\n\\u003a:z::'],
    ['## heading [a](b)\na::b # [', '## heading [a](b)\na::b # ['],
  ])('%j', (output, expected) => {
    expect(inert(output)).toBe(expected);
  });

  it('leaves nothing that a runner would find', () => {
    const pieces = ['#', '##', '[', 'vso', 'teamcity', ':', '::', ' ', '\n', '\t', 'a', '\\u0023'];
    let seed = 1;
    for (let round = 0; round < 2000; round++) {
      const output = Array.from({ length: 8 }, () => pieces[(seed = (seed * 48271) % 0x7fffffff) % pieces.length]).join(
        '',
      );
      expect(inert(output)).not.toMatch(/##(?:vso|teamcity)?\[/);
      expect(inert(output).split('\n').filter((line) => line.trimStart().startsWith('::'))).toEqual([]);
    }
  });
});
