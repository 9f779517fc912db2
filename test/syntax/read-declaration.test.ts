import { describe, expect, it } from 'vitest';
import { treeOf } from '../../src/syntax/parse/read-declaration.ts';
import { parser } from '../parse-go.ts';
import { declared, open, sketch } from './sketch.ts';

describe('Go the grammar does not know', () => {
  it.each([
    ['func f() { x := new(true) }', '(FuncDecl f (FuncType) (BlockStmt (AssignStmt := x (CallExpr new true))))'],
    ['var x = new(f(1))', '(GenDecl var (ValueSpec x (CallExpr new (CallExpr f 1))))'],
    [
      'var x, y, z = new(1), new([]int), new(map[string]struct{})',
      '(GenDecl var (ValueSpec x y z (CallExpr new 1) (CallExpr new (ArrayType int)) (CallExpr new (MapType string (StructType)))))',
    ],
    [
      'var x, y = new([]int{1}), new(struct{}{})',
      '(GenDecl var (ValueSpec x y (CallExpr new (CompositeLit (ArrayType int) 1)) (CallExpr new (CompositeLit (StructType)))))',
    ],
    [
      'func f() {\n\tx := y\n\t{\n\t\tz()\n\t}\n}',
      '(FuncDecl f (FuncType) (BlockStmt (AssignStmt := x y) (ExprStmt (CallExpr z))))',
    ],
    [
      'func f() {\n\t<-t.C // "}"\n\n\t// why\n\t{\n\t}\n\tx = []int{\n\t\t1,\n\t}\n}',
      '(FuncDecl f (FuncType) (BlockStmt (ExprStmt (UnaryExpr <- (SelectorExpr t C))) (AssignStmt = x (CompositeLit (ArrayType int) 1))))',
    ],
    ['var x = make(1 + 2)', '(GenDecl var (ValueSpec x (CallExpr make (BinaryExpr + 1 2))))'],
  ])('is repaired: %s', (text, expected) => {
    expect(sketch(declared(text))).toBe(expected);
  });

  it('keeps the words of the file where a repair wrote over them', () => {
    expect(sketch(declared('func f() { g(new(1), "new(1)", `make(1)`) }')))
      .toBe('(FuncDecl f (FuncType) (BlockStmt (ExprStmt (CallExpr g (CallExpr new 1) "new(1)" `make(1)`))))');
  });

  it('reads the type parameters of a method, in place', () => {
    const text = 'package p\nfunc (r *R[T]) N[I ~int, J any](i I) *J { return new(i + 1) }';
    const [declaration] = open(text).declarations;
    const decl = declaration && treeOf(declaration, parser);
    expect(decl && sketch(decl)).toBe(
      '(FuncDecl (Field r (StarExpr (IndexExpr R T))) N (FuncType (Field I (UnaryExpr ~ int)) (Field J any) '
        + '(Field i I) (Field (StarExpr J))) (BlockStmt (ReturnStmt (CallExpr new (BinaryExpr + i 1)))))',
    );
    const params = decl?.kind === 'FuncDecl' ? decl.type.typeParams : [];
    expect(params.map(({ pos, end }) => text.slice(pos, end))).toEqual(['I ~int', 'J any']);
  });
});

describe('a declaration that cannot be read', () => {
  it.each([
    'func f() {\n\ta(\n',
    'func f() {\n\tx :=\n}',
    'func f() {\n<<<<<<< HEAD\n\ta()\n=======\n\tb()\n>>>>>>> main\n}',
    'func f() { {{.Body}} }',
    'func f() { } }',
    'func f() {\n\t}\n\ta()\n}',
    'var x =',
    'type',
    'func (r R) N[(i int) {}',
    'var x = "a',
  ])('is bad as a whole: %j', (text) => {
    expect(declared(text).kind).toBe('BadDecl');
  });

  it('leaves its neighbours alone', () => {
    const file = open('package p\nfunc f() {\n\tif x {\nfunc g() { a() }\nvar x int\nfunc h() { b( }\n');
    expect(file.declarations.map((declaration) => sketch(treeOf(declaration, parser)))).toEqual([
      '(BadDecl)',
      '(FuncDecl g (FuncType) (BlockStmt (ExprStmt (CallExpr a))))',
      '(GenDecl var (ValueSpec x int))',
      '(BadDecl)',
    ]);
  });

  it('spans what the outline saw', () => {
    const [bad] = open('package p\nfunc f() {').declarations;
    expect(bad && treeOf(bad, parser)).toEqual({ kind: 'BadDecl', pos: 10, end: 20 });
  });
});
