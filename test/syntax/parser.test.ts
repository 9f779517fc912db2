import { afterEach, describe, expect, it, vi } from 'vitest';
import { Parser as Engine, Tree } from 'web-tree-sitter';
import type { Limits, Parsed, Parser } from '../../src/syntax/parse/parser.ts';
import { loadParser } from '../../src/syntax/parse/load-parser.ts';

const open: Parser[] = [];
async function load(limits?: Limits): Promise<Parser> {
  const parser = await loadParser(limits);
  open.push(parser);
  return parser;
}
afterEach(() => {
  vi.restoreAllMocks();
  for (const parser of open.splice(0)) parser.close();
});

function kinds(parsed: Parsed): readonly string[] | undefined {
  return parsed.kind === 'tree' ? parsed.root.children.map(({ type }) => type) : undefined;
}

describe('parse', () => {
  it('gives plain nodes with fields and offsets', async () => {
    const parsed = (await load()).parse('var x = a + 1\n');
    expect(parsed.kind === 'tree' && parsed.root.children[0]).toEqual({
      type: 'var_declaration', named: true, field: undefined, start: 0, end: 13, children: [{
        type: 'var_spec', named: true, field: undefined, start: 4, end: 13, children: [
          { type: 'identifier', named: true, field: 'name', start: 4, end: 5, children: [] },
          { type: '=', named: false, field: undefined, start: 6, end: 7, children: [] },
          {
            type: 'expression_list', named: true, field: 'value', start: 8, end: 13, children: [{
              type: 'binary_expression', named: true, field: undefined, start: 8, end: 13, children: [
                { type: 'identifier', named: true, field: 'left', start: 8, end: 9, children: [] },
                { type: '+', named: false, field: 'operator', start: 10, end: 11, children: [] },
                { type: 'int_literal', named: true, field: 'right', start: 12, end: 13, children: [] },
              ],
            }],
          },
        ],
      }],
    });
  });

  it('has no need of the slower cursors', async () => {
    const parser = await load();
    const walk = vi.spyOn(Tree.prototype, 'walk');
    expect(parser.parse('var x int\n').kind).toBe('tree');
    expect(walk).not.toHaveBeenCalled();
  });

  it.each(['func f() {', 'func f() { a b }', 'func f() { x := }', 'var x =', 'func f() { "a\n }'])(
    'calls %j damaged',
    async (text) => {
      expect((await load()).parse(text).kind).toBe('damaged');
    },
  );

  it('refuses what is too large', async () => {
    const parser = await load({ size: 10, work: 1 });
    expect(parser.parse('var x int\n').kind).toBe('tree');
    expect(parser.parse('var xy int\n').kind).toBe('refused');
  });

  it('refuses what takes too much work, and does not mix it into the next text', async () => {
    const parser = await load({ size: 1e6, work: 0 });
    const dense = `func f() {${'a[b](c)\n'.repeat(5000)}}\n`;
    for (let round = 0; round < 3; round++) {
      expect(parser.parse(dense).kind).toBe('refused');
      expect(kinds(parser.parse('type T int\n'))).toEqual(['type_declaration']);
    }
    expect(parser.isBroken()).toBe(false);
  });

  it('leaves ordinary and dense text far below its limit on work', async () => {
    const parser = await load();
    for (const unit of ['a[b](c)\n', 'x:=1\n', 'f(a,b,c)\n', '{}\n', '[]T{1,2,{3,4}}.f()\n']) {
      expect(parser.parse(`func f() {${unit.repeat(3000)}}\n`).kind, unit).toBe('tree');
    }
  });
});

it('may be loaded twice at once, and starts the module once', async () => {
  const init = vi.spyOn(Engine, 'init');
  const parsers = await Promise.all([load(), load()]);
  for (const text of ['var x int\n', 'func f() {}\n']) {
    const [one, other] = parsers.map((parser) => parser.parse(text));
    expect(one?.kind).toBe('tree');
    expect(other).toEqual(one);
  }
  expect(init.mock.calls.length).toBeLessThanOrEqual(1);
});

describe('deep nesting', () => {
  it.each([
    ['parentheses', (n: number) => `var x = ${'('.repeat(n)}1${')'.repeat(n)}\n`],
    ['blocks', (n: number) => `func f() ${'{'.repeat(n)}${'}'.repeat(n)}\n`],
    ['sums', (n: number) => `var x = 1${'+1'.repeat(n)}\n`],
    ['function literals', (n: number) => `func f() {${'func(){'.repeat(n)}${'}()\n'.repeat(n)}}\n`],
    ['selectors', (n: number) => `var x = a${'.b()'.repeat(n)}\n`],
  ])('of %s is read up to a limit and refused beyond it', async (_, nest) => {
    const parser = await load();
    expect(parser.parse(nest(150)).kind).toBe('tree');
    expect(parser.parse(nest(9000)).kind).toBe('refused');
    expect(parser.parse(nest(150)).kind).toBe('tree');
  });
});

describe('an aborted module', () => {
  it('refuses everything from then on', async () => {
    const parser = await load();
    vi.spyOn(Engine.prototype, 'parse').mockImplementationOnce(() => {
      throw Object.assign(new Error('Aborted(OOM)'), { name: 'RuntimeError' });
    });
    expect(parser.parse('var x int\n').kind).toBe('refused');
    expect(parser.isBroken()).toBe(true);
    expect(parser.parse('var x int\n').kind).toBe('refused');
  });

  it('is not blamed for other errors', async () => {
    const parser = await load();
    vi.spyOn(Engine.prototype, 'parse').mockImplementationOnce(() => {
      throw new TypeError('a mistake of ours');
    });
    expect(() => parser.parse('var x int\n')).toThrow('a mistake of ours');
    expect(parser.isBroken()).toBe(false);
  });
});
