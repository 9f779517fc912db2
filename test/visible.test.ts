import { describe, expect, it } from 'vitest';
import { visible } from '../src/visible.ts';

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
