import { describe, expect, test } from 'vitest';
import { typeString } from '../../src/model/types/type.ts';
import { calleeOf, typeOf } from '../../src/model/types/type-of.ts';
import { funcInfo, modelOf, nodesOf, textOf } from '../parse-go.ts';

/** The types of the arguments of the calls of `show` in function f. */
function typesShown(files: Readonly<Record<string, string>>): readonly string[] {
  const model = modelOf(files);
  const { info, decl } = funcInfo(model, 'f');
  return nodesOf(decl, 'CallExpr')
    .filter((call) => textOf(call.fun, info) === 'show')
    .flatMap((call) => call.args.map((arg) => typeString(typeOf(arg, info, model))));
}

/** What the calls in function f call, as Go prints it; functions of the package by their name. */
function callees(files: Readonly<Record<string, string>>): readonly string[] {
  const model = modelOf(files);
  const { info, decl } = funcInfo(model, 'f');
  return nodesOf(decl, 'CallExpr').map((call) => {
    const callee = calleeOf(call, info, model);
    if (callee?.kind === 'Foreign') return callee.name;
    return callee ? `${callee.func.declaration.receiver ?? ''}.${callee.func.declaration.name}` : '?';
  });
}

describe('types', () => {
  test('declared types of parameters, variables and fields, embedded ones too', () => {
    expect(
      typesShown({
        'a.go': `
import "time"
type base struct{ tick *time.Ticker }
type T struct {
	*base
	m map[string][]chan int
}
func f(a []int, t *T, more ...string) {
	var b chan<- error
	show(a, b, t, t.m, t.tick, t.tick.C, t.m["x"], t.m["x"][0], more)
}`,
      }),
    ).toEqual([
      '[]int',
      'chan<- error',
      '*T',
      'map[string][]chan int',
      '*time.Ticker',
      '<-chan time.Time',
      '[]chan int',
      'chan int',
      '[]string',
    ]);
  });

  test('types from initialisers: make, new, literals, conversions, assertions, receives', () => {
    expect(typesShown({ 'a.go': `
type T struct{ n int }
func f(v any, c chan *T) {
	a := make(chan int, 1)
	b := new(T)
	d := &T{}
	e := []T{}
	g, ok := v.(*T)
	h := <-c
	i, more := <-c
	show(a, b, d, e, e[0], g, h, i, h.n)
	_, _ = ok, more
}` })).toEqual(['chan int', '*T', '*T', '[]T', 'T', '*T', '*T', '*T', 'int']);
  });

  test('results of functions of the package, in other files and with several results', () => {
    expect(typesShown({
      'a.go': `func f() {
	a, err := open("x")
	show(a, err, a.self(), one())
}`,
      'b.go': `type T struct{}
func open(s string) (t *T, err error) { return nil, nil }
func (t *T) self() *T { return t }
func one() int { return 1 }`,
    })).toEqual(['*T', 'error', '*T', 'int']);
  });

  test('known results of the time package, range variables', () => {
    expect(typesShown({ 'a.go': `
import "time"
func f(m map[string]*time.Timer) {
	t := time.NewTicker(1)
	show(t, t.C, time.Tick(1))
	for k, v := range m {
		show(k, v)
	}
}` })).toEqual(['*time.Ticker', '<-chan time.Time', '<-chan time.Time', 'string', '*time.Timer']);
  });

  test('what is not shown has no type', () => {
    expect(typesShown({ 'a.go': `
import "other.org/x"
func f[E any](e E) {
	a := x.New()
	var b Unknown
	show(a, b, e, a.field, undeclared)
}` })).toEqual(['?', '?', '?', '?', '?']);
  });

  test('chains that go round have no type either', () => {
    expect(typesShown({ 'a.go': `
var a = b
var b = a
type L = M
type M = L
func f(l L) { show(a, l.x) }` })).toEqual(['?', '?']);
  });
});

describe('callees', () => {
  test('by import path, whatever the name in the file', () => {
    expect(callees({ 'a.go': `package p
import (
	t "time"
	"github.com/rcrowley/go-metrics"
	"example.com/api/v2"
	"gopkg.in/yaml.v3"
)
func f() { t.NewTicker(1); metrics.NewMeter(); api.Do(); yaml.Marshal(nil) }` }))
      .toEqual(['time.NewTicker', 'github.com/rcrowley/go-metrics.NewMeter', 'example.com/api/v2.Do', 'gopkg.in/yaml.v3.Marshal']);
  });

  test('dot imports, functions in variables, generic functions', () => {
    expect(callees({ 'a.go': `package p
import . "time"
var make1 = NewTicker
func g[T any](t T) {}
func f() { NewTicker(1); Sleep(1); g[int](1); func() {}() }` })).toEqual(['time.NewTicker', 'time.Sleep', '.g', '?']);
  });

  test('methods of foreign types by receiver, of own types by declaration, promoted ones too', () => {
    expect(callees({ 'a.go': `package p
import "time"
type base struct{}
func (b *base) close() {}
type T struct{ base; tick *time.Ticker }
func f(t *T, d time.Duration, x Unknown) { t.tick.Stop(); d.String(); t.close(); x.Stop() }` }))
      .toEqual(['(*time.Ticker).Stop', '(time.Duration).String', 'base.close', '?']);
  });

  test('a variable that holds a function from another package', () => {
    expect(callees({ 'a.go': `package p
import "time"
var newTicker = time.NewTicker
func f() { newTicker(1); n := time.NewTimer; n(1) }` })).toEqual(['time.NewTicker', 'time.NewTimer']);
  });

  test('twins for two systems do not hide each other, and what differs by system is unknown', () => {
    const files = {
      'a.go': 'package p\nfunc f() { g() }',
      'b_linux.go': 'package p\nfunc g() {}',
      'b_windows.go': 'package p\nfunc g() {}',
    };
    expect(callees(files)).toEqual(['?']);
    expect(callees({ ...files, 'a.go': 'package p', 'f_linux.go': 'package p\nfunc f() { g() }' })).toEqual(['.g']);
  });
});
