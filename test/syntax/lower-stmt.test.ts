import { describe, expect, it } from 'vitest';
import { declared, sketch, sketchStmt } from './sketch.ts';

describe('statements', () => {
  it.each([
    ['x++', '(IncDecStmt ++ x)'],
    ['x.y--', '(IncDecStmt -- (SelectorExpr x y))'],
    ['c <- 1', '(SendStmt c 1)'],
    ['a, b := f()', '(AssignStmt := a b (CallExpr f))'],
    ['a.b = c', '(AssignStmt = (SelectorExpr a b) c)'],
    ['a &^= c', '(AssignStmt &^= a c)'],
    ['go worker[int](ch)', '(GoStmt (CallExpr (IndexExpr worker int) ch))'],
    ['go fns[i](ch)', '(GoStmt (CallExpr (IndexExpr fns i) ch))'],
    ['defer closers[i](x)', '(DeferStmt (CallExpr (IndexExpr closers i) x))'],
    ['defer func() { f() }()', '(DeferStmt (CallExpr (FuncLit (FuncType) (BlockStmt (ExprStmt (CallExpr f))))))'],
    ['return a, b', '(ReturnStmt a b)'],
    ['return', '(ReturnStmt)'],
    // A block is in the tree where it has a scope that matters.
    ['{ f() }', '(ExprStmt (CallExpr f))'],
    ['{ x := f() }', '(AssignStmt := x (CallExpr f))'],
    ['{ x := f() }; g()', '(BlockStmt (AssignStmt := x (CallExpr f))) (ExprStmt (CallExpr g))'],
    ['for { { { f() } } }', '(ForStmt (BlockStmt (ExprStmt (CallExpr f))))'],
    ['g(); { f(); {} }', '(ExprStmt (CallExpr g)) (ExprStmt (CallExpr f))'],
    ['switch { case a: { x := y } }', '(SwitchStmt (CaseClause a (AssignStmt := x y)))'],
    ['select { case x := <-c: { y := x } }', '(SelectStmt (CommClause (AssignStmt := x (UnaryExpr <- c)) (AssignStmt := y x)))'],
    ['select { case x := <-c: { x := x } }', '(SelectStmt (CommClause (AssignStmt := x (UnaryExpr <- c)) (BlockStmt (AssignStmt := x x))))'],
    ['var a, b T = 1, 2', '(DeclStmt (GenDecl var (ValueSpec a b T 1 2)))'],
    [';', '(EmptyStmt)'],
    ['f() // c\n/* d */\ng()', '(ExprStmt (CallExpr f)) (ExprStmt (CallExpr g))'],
    ['x := y\n*p = 1', '(AssignStmt := x y) (AssignStmt = (StarExpr p) 1)'],
  ])('reads %s', (text, expected) => {
    expect(sketchStmt(text)).toBe(expected);
  });

  it.each([
    ['for {}', '(ForStmt (BlockStmt))'],
    ['for a {}', '(ForStmt a (BlockStmt))'],
    ['for i := 0; i < n; i++ {}', '(ForStmt (AssignStmt := i 0) (BinaryExpr < i n) (IncDecStmt ++ i) (BlockStmt))'],
    ['for ; ; {}', '(ForStmt (BlockStmt))'],
    ['for range x {}', '(RangeStmt x (BlockStmt))'],
    ['for i := range 10 {}', '(RangeStmt := i 10 (BlockStmt))'],
    ['for k, v = range x {}', '(RangeStmt = k v x (BlockStmt))'],
  ])('reads the loop %s', (text, expected) => {
    expect(sketchStmt(text)).toBe(expected);
  });

  it.each([
    ['if a {}', '(IfStmt a (BlockStmt))'],
    ['if a := f(); a {} else if b {} else {}',
      '(IfStmt (AssignStmt := a (CallExpr f)) a (BlockStmt) (IfStmt b (BlockStmt) (BlockStmt)))'],
    ['switch {}', '(SwitchStmt)'],
    ['switch a := f(); a {\ncase 1, 2:\n\tg()\n\tfallthrough\ndefault:\n}',
      '(SwitchStmt (AssignStmt := a (CallExpr f)) a (CaseClause 1 2 (ExprStmt (CallExpr g)) (BranchStmt fallthrough)) (CaseClause))'],
    ['switch x.(type) {\ncase nil, *T:\n}', '(TypeSwitchStmt x (CaseClause nil (StarExpr T)))'],
    ['switch f(); y := x().(type) {\ndefault:\n\ty()\n}',
      '(TypeSwitchStmt (ExprStmt (CallExpr f)) y (CallExpr x) (CaseClause (ExprStmt (CallExpr y))))'],
    ['select {}', '(SelectStmt)'],
    ['select {\ncase <-c:\ncase v, ok := <-c:\n\tf()\ncase x.y = <-c:\ncase c <- 1:\ndefault:\n}',
      '(SelectStmt (CommClause (ExprStmt (UnaryExpr <- c))) (CommClause (AssignStmt := v ok (UnaryExpr <- c)) (ExprStmt (CallExpr f))) '
      + '(CommClause (AssignStmt = (SelectorExpr x y) (UnaryExpr <- c))) (CommClause (SendStmt c 1)) (CommClause))'],
  ])('reads the branches of %s', (text, expected) => {
    expect(sketchStmt(text)).toBe(expected);
  });

  it('tells a default clause by its absent list', () => {
    const decl = declared('func f() { switch { case a: default: } }');
    const [stmt] = decl.kind === 'FuncDecl' ? decl.body?.list ?? [] : [];
    const lists = stmt?.kind === 'SwitchStmt' ? stmt.body.map((clause) => clause.list?.length) : [];
    expect(lists).toEqual([1, undefined]);
  });

  it.each([
    ['L: for { continue L; break L; goto L; break }',
      '(LabeledStmt L (ForStmt (BlockStmt (BranchStmt continue L) (BranchStmt break L) (BranchStmt goto L) (BranchStmt break))))'],
    ['f()\nL:', '(ExprStmt (CallExpr f)) (LabeledStmt L (EmptyStmt))'],
  ])('reads the label of %s', (text, expected) => {
    expect(sketchStmt(text)).toBe(expected);
  });
});

describe('declarations', () => {
  it.each([
    [
      'func f[K comparable, V int | string](k K) V { return 1 }',
      '(FuncDecl f (FuncType (Field K comparable) (Field V (BinaryExpr | int string)) (Field k K) (Field V)) (BlockStmt (ReturnStmt 1)))',
    ],
    [
      'func (s *S[T]) M() (n int, err error) {}',
      '(FuncDecl (Field s (StarExpr (IndexExpr S T))) M (FuncType (Field n int) (Field err error)) (BlockStmt))',
    ],
    ['func asm(x int) int', '(FuncDecl asm (FuncType (Field x int) (Field int)))'],
    [
      'const (\n\tA, B = iota, 1\n\tC, D\n\tE T = 2\n)',
      '(GenDecl const (ValueSpec A B iota 1) (ValueSpec C D) (ValueSpec E T 2))',
    ],
    ['const ( A = 1 )', '(GenDecl const (ValueSpec A 1))'],
    ['var (\n\ta int\n\tb = 1\n)', '(GenDecl var (ValueSpec a int) (ValueSpec b 1))'],
    [
      'type (\n\tA = B\n\tC[T any] struct{ x T }\n)',
      '(GenDecl type (TypeSpec alias A B) (TypeSpec C (Field T any) (StructType (Field x T))))',
    ],
    ['type A[P any] = []P', '(GenDecl type (TypeSpec alias A (Field P any) (ArrayType P)))'],
    ['type T struct\n{ x int }', '(GenDecl type (TypeSpec T (StructType (Field x int))))'],
  ])('reads %s', (text, expected) => {
    expect(sketch(declared(text))).toBe(expected);
  });
});
