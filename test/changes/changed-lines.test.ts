import { describe, expect, it } from 'vitest';
import { changedLines } from '../../src/changes/changed-lines.ts';

function changes(oldText: string, newText: string): { added: readonly number[]; removed: readonly string[] } {
  const { added, removed } = changedLines(oldText, newText);
  return { added: [...added], removed: removed.map(({ after, text }) => `${after}:${text}`) };
}

describe('changedLines', () => {
  it.each([
    ['nothing', 'a\nb\n', 'a\nb\n', [], []],
    ['a line added', 'a\nb\n', 'a\nx\nb\n', [2], []],
    ['a line removed', 'a\nx\nb\n', 'a\nb\n', [], ['1:x']],
    ['a line changed', 'a\nx\nb\n', 'a\ny\nb\n', [2], ['2:x']],
    ['from nothing', '', 'a\nb\n', [1, 2], []],
    ['to nothing', 'a\nb\n', '', [], ['0:a', '0:b']],
    ['line endings', 'a\r\nb\r\n', 'a\nb\n', [], []],
    ['a block wrapped', 'f {\n  a\n}\n', 'f {\n  if x {\n    a\n  }\n}\n', [2, 3, 4], ['4:  a']],
    [
      'a function put between two like it',
      'f {\n  a\n}\n\ng {\n  a\n}\n',
      'f {\n  a\n}\n\nh {\n  a\n}\n\ng {\n  a\n}\n',
      [5, 6, 7, 8],
      [],
    ],
  ])('%s', (_name, oldText, newText, added, removed) => {
    expect(changes(oldText, newText)).toEqual({ added, removed });
  });

  it('leaves what is common to both texts: without the changed lines they are the same', () => {
    let seed = 1;
    const random = (below: number): number => (seed = (seed * 48271) % 2147483647) % below;
    for (let round = 0; round < 300; round++) {
      const text = (): string[] =>
        Array.from({ length: 1 + random(40) }, () => 'abcdefgh'[random(1 + random(8))] ?? '');
      const [before, after] = [text(), text()];
      const { added, removed } = changedLines(before.join('\n'), after.join('\n'));
      const kept = after.filter((_, i) => !added.has(i + 1));
      expect(kept.length + removed.length).toBe(before.length);
      const rebuilt: string[] = [];
      const gone = [...removed];
      for (let line = 0; line <= after.length; line++) {
        if (line > 0 && !added.has(line)) rebuilt.push(after[line - 1] ?? '');
        for (; gone[0]?.after === line; gone.shift()) rebuilt.push(gone[0].text);
      }
      expect(rebuilt.join('\n')).toBe(before.join('\n'));
    }
  });

  it('takes time in proportion to the texts, whatever is in them', () => {
    const count = 200_000;
    const up = Array.from({ length: count }, (_, i) => `line ${i}`);
    const start = process.cpuUsage().user;
    expect(changedLines(up.join('\n'), [...up].reverse().join('\n')).added.size).toBe(count - 1);
    expect(changedLines('a\n'.repeat(count), 'a\nb\n'.repeat(count)).added.size).toBeGreaterThan(0);
    expect((process.cpuUsage().user - start) / 1e6).toBeLessThan(20);
  });
});
