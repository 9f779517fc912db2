import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { Project } from '../../src/apps/web/project.ts';
import { limits } from '../../src/apps/web/project.ts';
import { exampleFragment, fragmentOf, readFragment } from '../../src/apps/web/share/fragment.ts';

const project: Project = {
  module: 'example.com/play',
  go: '1.22',
  files: [
    { path: 'main.go', text: 'package main\n\n// é 𝑥 <script>alert(1)</script>\n' },
    { path: 'stock/stock.go', text: 'package stock\n' },
  ],
  options: { strict: true, notes: false, off: ['blocked-send'] },
};

/** A fragment with whatever text in place of a project. */
function holding(text: string | Uint8Array): string {
  return `code=1.${deflateRawSync(text).toString('base64url')}`;
}

function withFiles(files: unknown): string {
  return holding(JSON.stringify(['m', '1.22', files, [0, 1, []]]));
}

describe('a link', () => {
  test('holds all of a project', async () => {
    expect(await readFragment(`#${await fragmentOf(project)}`)).toEqual({ kind: 'project', project });
  });

  test('is made of characters that no address has to escape', async () => {
    expect(await fragmentOf(project)).toMatch(/^code=1\.[\w-]+$/);
  });

  test('of many equal lines is short', async () => {
    const text = 'package main\n'.repeat(10_000);
    expect((await fragmentOf({ ...project, files: [{ path: 'main.go', text }] })).length).toBeLessThan(2000);
  });

  test('may ask for an example by its name', async () => {
    expect(await readFragment(`#${exampleFragment('ticker-not-stopped/leaky-2')}`)).toEqual({
      kind: 'example',
      name: 'ticker-not-stopped/leaky-2',
    });
  });

  test('may hold nothing', async () => {
    expect(await readFragment('')).toEqual({ kind: 'nothing' });
    expect(await readFragment('#')).toEqual({ kind: 'nothing' });
  });
});

describe('what somebody else wrote is refused', () => {
  test.each([
    ['another fragment', 'top'],
    ['another version', 'code=2.AAAA'],
    ['no base64', 'code=1.<img src=x onerror=alert(1)>'],
    ['nothing behind the version', 'code=1.'],
    ['base64 of an impossible length', 'code=1.AAAAA'],
    ['bytes that were not packed', `code=1.${Buffer.from('hello there').toString('base64url')}`],
    [
      'a link that was cut off',
      `code=1.${deflateRawSync('["m","1.22",[["a.go","package a"]],[0,1,[]]]').subarray(0, 20).toString('base64url')}`,
    ],
    ['no JSON', holding('{')],
    ['no UTF-8', holding(new Uint8Array([0x22, 0xff, 0x22]))],
    ['another value', holding('null')],
    ['an object', holding('{"__proto__":{"files":[]}}')],
    ['too few elements', holding('["m","1.22"]')],
    [
      'a module of several lines',
      holding(JSON.stringify(['m\n\nreplace x => /etc', '1.22', [['a.go', '']], [0, 1, []]])),
    ],
    ['no files', withFiles([])],
    ['files that are no pairs', withFiles(['a.go'])],
    ['a text that is a number', withFiles([['a.go', 1]])],
    ['a path that leads out', withFiles([['../a.go', '']])],
    ['an absolute path', withFiles([['/etc/a.go', '']])],
    ['a hidden file', withFiles([['.git/a.go', '']])],
    ['a file that is no Go', withFiles([['go.mod', '']])],
    ['HTML for a name', withFiles([['<b>.go', '']])],
    [
      'the same file twice',
      withFiles([
        ['a.go', ''],
        ['a.go', ''],
      ]),
    ],
    ['too many files', withFiles(Array.from({ length: limits.files + 1 }, (_, i) => [`a${i}.go`, '']))],
    ['too much text', withFiles([['a.go', 'x'.repeat(limits.text + 1)]])],
    ['options of another form', holding(JSON.stringify(['m', '1.22', [['a.go', '']], [0, 1, [{}]]]))],
    ['an example with a path', 'example=../../x'],
    ['an example that is a word of JavaScript', 'example=javascript:alert(1)/x'],
  ])('%s', async (_what, fragment) => {
    expect(await readFragment(`#${fragment}`)).toMatchObject({ kind: 'refused' });
  });

  test('a small link that unpacks to gigabytes, before it has', async () => {
    const bomb = deflateRawSync(Buffer.alloc(64 * 2 ** 20, 0x20));
    expect(bomb.length).toBeLessThan(100_000);
    expect(await readFragment(`#code=1.${bomb.toString('base64url')}`)).toMatchObject({ kind: 'refused' });
  });

  test('a link of megabytes, unread', async () => {
    expect(await readFragment(`#code=1.${'A'.repeat(1_000_001)}`)).toMatchObject({
      kind: 'refused',
      why: 'The link is longer than any project.',
    });
  });

  test('JSON that is nested without end', async () => {
    expect(await readFragment(`#${holding('['.repeat(500_000))}`)).toMatchObject({ kind: 'refused' });
  });
});
