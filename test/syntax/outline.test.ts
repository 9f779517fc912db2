import { describe, expect, it } from 'vitest';
import { lex } from '../../src/syntax/token/lexer.ts';
import type { Outline } from '../../src/syntax/outline/outline.ts';
import { outline } from '../../src/syntax/outline/outline.ts';
import type { Span } from '../../src/syntax/span.ts';

function outlineOf(text: string): Outline {
  return outline(text, lex(text));
}

function commentsOf(text: string): readonly Span[] {
  return lex(text).comments;
}

/** The declarations of a text as `kind receiver.name: text`. */
function declarations(text: string): readonly string[] {
  return outlineOf(text).declarations.map(({ kind, name, receiver, pos, end }) => {
    const label = [receiver, name].filter((part) => part !== undefined).join('.');
    return `${[kind, label].join(' ').trim()}: ${text.slice(pos, end)}`;
  });
}

describe('package clause and imports', () => {
  it.each([
    ['package p', 'p', 0],
    ['\ufeffpackage p\n', 'p', 1],
    ['// c\n\n/* d */ package /* e */ main // f\n', 'main', 14],
    ['', undefined, 0],
    ['// only a comment', undefined, 0],
    ['func f() {}\npackage p\n', undefined, 0],
    ['packages p', undefined, 0],
  ])('finds the clause of %j', (text, name, pos) => {
    const { packageName, packagePos } = outlineOf(text);
    expect({ packageName, packagePos }).toEqual({ packageName: name, packagePos: pos });
  });

  it('reads every form of import', () => {
    const text = 'package p; import "a/b"; import c `d`\nimport (\n\t. "e"\n\t_ "f"; g "h" // note\n)\nimport ()\n';
    const { imports, leftovers } = outlineOf(text);
    expect(imports.map(({ name, path, pos, end }) => [name, path, text.slice(pos, end)])).toEqual([
      [undefined, 'a/b', '"a/b"'],
      ['c', 'd', 'c `d`'],
      ['.', 'e', '. "e"'],
      ['_', 'f', '_ "f"'],
      ['g', 'h', 'g "h"'],
    ]);
    expect(leftovers).toBe(0);
  });

  it.each([
    'package p\nimport (\n\t"a"\nfunc f() {}\n',
    'package p\nimport (\n\t"a"\n\tb c\n)\nfunc f() {}\n',
    'package p\nimport "a"\nimport\nfunc f() {}\n',
  ])('loses nothing else to the damage of %j', (text) => {
    const { imports, leftovers } = outlineOf(text);
    expect(imports.map(({ path }) => path)).toEqual(['a']);
    expect(leftovers).toBe(1);
    expect(declarations(text)).toEqual(['func f: func f() {}']);
  });
});

describe('declarations', () => {
  it('end where Go puts a semicolon', () => {
    expect(
      declarations(
        'package p\nvar a = 1; var b =\n\t2 +\n\t3 // c\nvar c = 1.\nvar d chan\nint\ntype T struct\n{\n\tx int\n}\nconst (\n\tA = 1\n\tB\n)\n',
      ),
    ).toEqual([
      'var: var a = 1', 'var: var b =\n\t2 +\n\t3', 'var: var c = 1.', 'var: var d chan\nint',
      'type: type T struct\n{\n\tx int\n}', 'const: const (\n\tA = 1\n\tB\n)',
    ]);
  });

  it('takes a comment over several lines for a line end', () => {
    expect(declarations('var a int /* b\n */ var c int')).toEqual(['var: var a int', 'var: var c int']);
    expect(declarations('var a int /* b */ = 1')).toEqual(['var: var a int /* b */ = 1']);
  });

  it.each([
    ['func f() {}', 'func f'],
    ['func f[T any]() {}', 'func f'],
    ['func asm(x int) int', 'func asm'],
    ['func (T) m() {}', 'func T.m'],
    ['func (t *T) m() {}', 'func T.m'],
    ['func (t *T[K, V]) m() {}', 'func T.m'],
    ['func (t (*T)) m() {}', 'func T.m'],
    ['func (_ *T) N[I any](i I) {}', 'func T.N'],
    ['func ( // why )\n\tt *T, /* ) */\n) m() {}', 'func T.m'],
    ['func /* a */ (größe *Maß) länge() {}', 'func Maß.länge'],
  ])('names %s', (text, label) => {
    expect(declarations(text)).toEqual([`${label}: ${text}`]);
  });

  it('are not opened or closed by strings, runes and comments', () => {
    const text =
      "func f() {\n\ta(\"}\\\"}\", `}\nfunc g() {\n`, '}', '\\'') // }\n\t/* }\nfunc h() {\n */\n}\nfunc i() {}\n";
    expect(outlineOf(text).declarations.map(({ name }) => name)).toEqual(['f', 'i']);
  });

  it('take a function type at the start of a line for what it is', () => {
    const text = 'package p\nvar x = []any{\nfunc (x int) chan (int) { return nil },\nfunc() {},\n}\nvar y int';
    expect(outlineOf(text).declarations.map(({ kind }) => kind)).toEqual(['var', 'var']);
  });
});

describe('comments', () => {
  it('are all found, in order, inside declarations and out', () => {
    const text =
      '// a\npackage p /* b */\nimport ( // c\n\t"x" // d\n)\nfunc ( /* e */ T) f( /* f */ ) { // g\r\n\t"// no"; `/* no */`\n}\n// h';
    expect(commentsOf(text).map(({ pos, end }) => text.slice(pos, end))).toEqual(
      ['// a', '/* b */', '// c', '// d', '/* e */', '/* f */', '// g', '// h']);
  });

  it('end with the text where they are not closed', () => {
    const text = 'var a int /* b\nvar c int';
    expect(declarations(text)).toEqual(['var: var a int']);
    expect(commentsOf(text)).toEqual([{ pos: 10, end: text.length }]);
  });
});

describe('damaged text', () => {
  it('cuts a function off where the next one begins', () => {
    const text =
      'package p\nfunc f() {\n\tif x {\n\t\tg(\nfunc h() {}\nfunc (t T) i() {\n\tx := []int{\nfunc j[T any]() {}\n';
    expect(declarations(text)).toEqual([
      'func f: func f() {\n\tif x {\n\t\tg(',
      'func h: func h() {}',
      'func T.i: func (t T) i() {\n\tx := []int{',
      'func j: func j[T any]() {}',
    ]);
  });

  it('does not resume inside a string or comment', () => {
    const text = 'package p\nfunc f() {\n\tx := `\nfunc g() {}\n`\n/*\nfunc h() {}\n*/\n}\n';
    expect(outlineOf(text).declarations.map(({ name }) => name)).toEqual(['f']);
  });

  it('counts statements at the top level and keeps their variables out', () => {
    const { declarations: found, leftovers } = outlineOf(
      'package p\nx := 1\nfunc f() {}\nif a {\n\tvar y int\n}\nfor {}\n',
    );
    expect(found.map(({ name }) => name)).toEqual(['f']);
    expect(leftovers).toBe(3);
  });

  it('gives what a brace too many hoisted back to its function', () => {
    const hoisted = 'func f() {\n\tif x {\n\t}\n\t}\n\tvar y = 1\n\ty++\n}';
    const text = `package p\n${hoisted}\n\nvar z int\nfunc g() {}\n`;
    expect(declarations(text)).toEqual([`func f: ${hoisted}`, 'var: var z int', 'func g: func g() {}']);
  });

  it('keeps hoisted variables out where no function is left to own them', () => {
    const text = 'package p\ntype T int\n\tvar y = 1\n}\n\tvar z = 1\nvar ok int\n';
    expect(declarations(text)).toEqual(['type: type T int', 'var: var ok int']);
    expect(outlineOf(text).leftovers).toBe(3);
  });

  it('cuts a function off where the next one begins, whatever the lines behind look like', () => {
    const text = 'package p\nfunc f() {\n\tif x {\nfunc h() {\n\tg()\n}\nfunc i() {\n}\n';
    expect(declarations(text)).toEqual([
      'func f: func f() {\n\tif x {',
      'func h: func h() {\n\tg()\n}',
      'func i: func i() {\n}',
    ]);
  });

  it('reads what nobody has laid out', () => {
    const text = 'package p\nfunc f() {\nif x {\n}\nvar y = 1\ng(y)\n}\nvar z = T{\n}.m(\n)\n';
    expect(declarations(text)).toEqual([
      'func f: func f() {\nif x {\n}\nvar y = 1\ng(y)\n}',
      'var: var z = T{\n}.m(\n)',
    ]);
    expect(outlineOf(text).leftovers).toBe(0);
  });

  it('reads around merge-conflict markers', () => {
    const text = 'package p\n<<<<<<< HEAD\nfunc f() {}\n=======\nfunc g() {}\n>>>>>>> main\'s\nvar x int\n';
    expect(declarations(text)).toEqual(['func f: func f() {}', 'func g: func g() {}', 'var: var x int']);
    expect(outlineOf(text).leftovers).toBe(3);
  });

  it('finds no functions in the directives of a template', () => {
    const text = '{{define "x"}}\npackage {{.P}}\n{{range .Fs}}\nfunc {{.Name}}() {\n}\n{{end}}\n';
    const { packageName, declarations: found, leftovers } = outlineOf(text);
    expect({ packageName, found }).toEqual({ packageName: undefined, found: [] });
    expect(leftovers).toBeGreaterThan(0);
  });

  it.each([
    [
      'carriage returns',
      'package p\r\nimport "a"\r\nfunc f() {\r\n}\r\nvar x int\r\n',
      ['func f: func f() {\r\n}', 'var: var x int'],
      0,
    ],
    [
      'a lone carriage return, which ends no line',
      'package p\nvar x int\rvar y int\n',
      ['var: var x int\rvar y int'],
      0,
    ],
    ['a NUL', 'package p\n\0\nfunc f() {}\n', ['func f: func f() {}'], 1],
    ['an unterminated string', 'package p\nvar x = "a\nfunc f() {}\n', ['var: var x = "a', 'func f: func f() {}'], 0],
    ['an unterminated rune', "package p\nvar x = 'a\nfunc f() {}\n", ["var: var x = 'a", 'func f: func f() {}'], 0],
    ['an unterminated raw string', 'package p\nvar x = `a\nfunc f() {}\n', ['var: var x = `a\nfunc f() {}\n'], 0],
    ['brackets too many', 'package p\n)\n}\nfunc f() {}\n', ['func f: func f() {}'], 2],
  ])('gets through %s', (_, text, expected, leftovers) => {
    expect(declarations(text)).toEqual(expected);
    expect(outlineOf(text).leftovers).toBe(leftovers);
  });
});

describe('any text', () => {
  const fragments = [
    'func ', 'func f() {', 'func (t T) m[', 'var x', 'import (', 'type ', '"', '`',
    "'",
    '/*', '*/', '//', '{', '}', '(', ')', '[', ']', '\n', '\r', ';', '\\', '\0', 'package p', '<<<<<<<', 'é', '\ud83d', '\ufeff',
    ' ',
  ];

  it('gives ordered spans that do not overlap', () => {
    for (let seed = 1; seed <= 2000; seed++) {
      const text = generate(seed, 40);
      const { declarations: found, imports } = outlineOf(text);
      for (const spans of [found, commentsOf(text), imports]) {
        expect(
          spans.every(({ pos, end }, i) => pos < end && end <= text.length && pos >= (spans[i - 1]?.end ?? 0)),
          text,
        ).toBe(true);
      }
    }
  });

  function generate(seed: number, length: number): string {
    let state = seed;
    return Array.from({ length }, () => {
      state = (state * 48271) % 2147483647;
      return fragments[state % fragments.length];
    }).join('');
  }
});
