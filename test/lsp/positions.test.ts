import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { changedText, document } from '../../src/apps/lsp/documents/document.ts';
import { chosenEncoding } from '../../src/apps/lsp/documents/position-encoding.ts';
import { folder, goMod } from '../built-program.ts';
import { editorInProcess } from './client.ts';

const text = 'a\u{1d11e}b\n\u00fc\r\nc\rd';

describe('places in a document', () => {
  test.each([['utf-16', 3, 1], ['utf-8', 5, 2]] as const)('%s', (encoding, b, umlaut) => {
    const now = document({ uri: '', path: '', version: 1, text }, encoding);
    expect(now.position(text.indexOf('b'))).toEqual({ line: 0, character: b });
    expect(now.position(text.indexOf('\r'))).toEqual({ line: 1, character: umlaut });
    expect(now.position(text.length)).toEqual({ line: 3, character: 1 });
    for (let offset = 0; offset <= text.length; offset++) {
      const isBetween = [2, 7].includes(offset); // the halves of the clef; between \r and \n
      if (!isBetween) expect(now.offset(now.position(offset))).toBe(offset);
    }
    expect(now.offset({ line: 0, character: 99 })).toBe(4);
    expect(now.offset({ line: 9, character: 0 })).toBe(text.length);
  });

  test('changes are made one after the other, each in what the one before has left', () => {
    const before = document({ uri: '', path: '', version: 1, text: 'one\ntwo\n' }, 'utf-8');
    const at = (line: number, character: number) => ({ line, character });
    expect(changedText(before, [
      { range: { start: at(0, 0), end: at(0, 3) }, text: '\u00fcx\n' },
      { range: { start: at(0, 2), end: at(0, 3) }, text: '' },
      { range: { start: at(2, 1), end: at(2, 99) }, text: '!' },
    ], 'utf-8')).toBe('\u00fc\n\nt!\n');
    expect(
      changedText(before, [{ text: 'all' }, { range: { start: at(0, 0), end: at(0, 0) }, text: 'not ' }], 'utf-8'),
    ).toBe('not all');
  });

  test('the first encoding that is known is taken, and UTF-16 where none is', () => {
    expect([
      chosenEncoding(undefined),
      chosenEncoding(['utf-32', 'utf-8', 'utf-16']),
      chosenEncoding(['utf-16', 'utf-8']),
    ]).toEqual(['utf-16', 'utf-8', 'utf-16']);
  });
});

test.each([
  ['utf-8', 18],
  ['utf-16', 16],
] as const)(
  'findings are placed in %s, also where a line ends in a carriage return alone',
  async (encoding, character) => {
    const source =
      'package p\r\n\r\nimport "os"\r\n\r\n/* \r */\nfunc F() string {\n\t/*\u{1d11e}*/ f, _ := os.Open("x")\n\treturn f.Name()\n}\n';
    const dir = folder({ 'go.mod': goMod, 'a.go': source });
    const [path, editor] = [
      join(dir, 'a.go'),
      await editorInProcess({ folders: [dir], capabilities: { general: { positionEncodings: [encoding] } } }),
    ];
    expect(editor.initialized.capabilities.positionEncoding).toBe(encoding);
    editor.open(path, source);
    const [found] = await editor.settled(path);
    expect(found?.range.start).toEqual({ line: 7, character });
    await editor.end();
  },
);
