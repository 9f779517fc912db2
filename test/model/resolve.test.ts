import { describe, expect, test } from 'vitest';
import type { Obj } from '../../src/model/info.ts';
import { funcInfo, idents, modelOf } from '../parse-go.ts';

/**
 * What each identifier `name` in function f stands for: `local@line`, `param@line`, `package`, or the kind of object.
 */
function meanings(source: string, name: string): readonly string[] {
  const { info, decl } = funcInfo(modelOf({ 'a.go': source }), 'f');
  const { lines } = info.file.source;
  const print = (object: Obj | undefined): string => {
    if (object?.kind !== 'Var') return object?.kind ?? '-';
    return object.role === 'package' ? 'package' : `${object.role}@${lines.position(object.ident.pos).line}`;
  };
  return idents(decl, name).map((ident) => print(info.objectOf(ident)));
}

describe('scopes', () => {
  test('the right side of := still sees the outer variable', () => {
    expect(meanings(`package p
func f(x int) {
	{
		x := x
		_ = x
	}
}`, 'x')).toEqual(['param@2', 'local@4', 'param@2', 'local@4']);
  });

  test('a block ends its variables, and := in it shadows', () => {
    expect(meanings(`package p
func f() {
	x := 1
	{
		x := 2
		_ = x
	}
	_ = x
}`, 'x')).toEqual(['local@3', 'local@5', 'local@5', 'local@3']);
  });

  test(':= with one new name assigns the others of the same scope', () => {
    expect(meanings(`package p
func f() {
	a, x := 1, 2
	b, x := 3, 4
	_, _, _ = a, b, x
}`, 'x')).toEqual(['local@3', 'local@3', 'local@3']);
  });

  test('if, for and switch open scopes of their own around their blocks', () => {
    expect(meanings(`package p
func f() {
	if x := 1; x > 0 {
		_ = x
	} else if x > 1 {
		_ = x
	}
	for x := 0; x < 1; x++ {
	}
	switch x := 3; x {
	case x:
	}
	_ = x
}
var x int`, 'x')).toEqual([
      'local@3', 'local@3', 'local@3', 'local@3', 'local@3', 'local@8', 'local@8', 'local@8', 'local@10', 'local@10', 'local@10', 'package',
    ]);
  });

  test('range variables live in the loop, its operand does not see them', () => {
    expect(meanings(`package p
func f(x []int) {
	for _, x := range x {
		_ = x
	}
	_ = x
}`, 'x')).toEqual(['param@2', 'local@3', 'param@2', 'local@3', 'param@2']);
  });

  test('a select clause has its own variables', () => {
    expect(meanings(`package p
func f(c chan int) {
	x := 0
	select {
	case x := <-c:
		_ = x
	case x = <-c:
	}
}`, 'x')).toEqual(['local@3', 'local@5', 'local@5', 'local@3']);
  });

  test('a type switch declares its symbol anew in each clause', () => {
    expect(meanings(`package p
func f(v any) {
	switch x := v.(type) {
	case int:
		_ = x
	}
}`, 'x').slice(1)).toEqual(['local@3']);
  });

  test('a literal sees the variables around it, its parameters shadow them', () => {
    expect(meanings(`package p
func f() {
	x := 1
	func(y int) { _ = x + y }(x)
	func(x string) { _ = x }("")
}`, 'x')).toEqual(['local@3', 'local@3', 'local@3', 'param@5', 'param@5']);
  });

  test('receivers, parameters and named results are variables of the function', () => {
    expect(meanings(`package p
type T struct{}
func (x *T) f() { _ = x }`, 'x')).toEqual(['recv@3', 'recv@3']);
    expect(meanings(`package p
func f() (x error) { return x }`, 'x')).toEqual(['result@2', 'result@2']);
  });
});

describe('names that are no variables', () => {
  test('fields, keys of struct literals and labels are not looked up', () => {
    expect(meanings(`package p
type T struct{ x int }
func f(t T, x int) T {
x:
	for {
		break x
	}
	_ = t.x
	return T{x: 1}
}`, 'x')).toEqual(['param@3', '-', '-', '-', '-']);
  });

  test('keys of map literals are', () => {
    expect(meanings(`package p
func f(x string) map[string]int { return map[string]int{x: 1} }`, 'x')).toEqual(['param@2', 'param@2']);
  });

  test('imports, functions, types, constants and the universe', () => {
    const source = `package p
import "time"
type T struct{}
const c = 1
func g() {}
func f() {
	var t time.Time
	var u T
	g()
	_ = make([]T, c)
	_, _ = t, u
}`;
    expect(meanings(source, 'time')).toEqual(['PkgName']);
    expect(meanings(source, 'T')).toEqual(['TypeName', 'TypeName']);
    expect(meanings(source, 'g')).toEqual(['Func']);
    expect(meanings(source, 'c')).toEqual(['Const']);
    expect(meanings(source, 'make')).toEqual(['Universe']);
  });

  test('a local name shadows an import', () => {
    expect(meanings(`package p
import "time"
func f(time clock) { time.NewTicker(1) }`, 'time')).toEqual(['param@3', 'param@3']);
  });

  test('type parameters are types of which nothing is known', () => {
    expect(meanings(`package p
func f[E any](x E) E { return x }`, 'E')).toEqual(['TypeParam', 'TypeParam', 'TypeParam']);
  });
});

test('uses of a variable are all its mentions but the declaration, literals included', () => {
  const { info, decl } = funcInfo(modelOf({ 'a.go': `package p
func f() {
	t := 1
	t = 2
	go func() { _ = t }()
	{
		t := 3
		_ = t
	}
}` }), 'f');
  const [declaring] = idents(decl, 't');
  const object = declaring && info.objectOf(declaring);
  const lines =
    object?.kind === 'Var' ? info.usesOf(object).map((use) => info.file.source.lines.position(use.pos).line) : [];
  expect(lines).toEqual([4, 5]);
});
