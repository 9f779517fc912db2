import { describe, expect, test } from 'vitest';
import { runsOnce } from '../../src/model/code/lifetime.ts';
import { literalRole, useOf } from '../../src/model/code/use.ts';
import { funcInfo, idents, modelOf, nodesOf } from '../parse-go.ts';

/** The kinds of the uses of v in the body of function f, its declaration left out. */
function uses(body: string): readonly string[] {
  const { info, decl } = funcInfo(modelOf({ 'a.go': `func f(v T) (r any) {\n${body}\n}` }), 'f');
  return idents(decl, 'v').slice(1).map((ident) => useOf(ident, info).kind);
}

describe('uses', () => {
  test.each([
    ['v.m(1)', 'method-call'],
    ['(v).m()', 'method-call'],
    ['_ = v.f', 'selected'],
    ['g(1, v)', 'argument'],
    ['v()', 'called'],
    ['v = 1', 'assigned'],
    ['v, r = g()', 'assigned'],
    ['for v = range x {}', 'assigned'],
    ['x := v', 'stored'],
    ['var x T = v', 'stored'],
    ['r.f = v', 'stored'],
    ['_ = T{f: v}', 'element'],
    ['_ = []T{v}', 'element'],
    ['return v', 'returned'],
    ['_ = v == nil', 'compared'],
    ['<-v', 'received'],
    ['for range v {}', 'received'],
    ['v <- 1', 'sent-to'],
    ['r <- v', 'sent'],
    ['v', 'dropped'],
    ['_ = &v', 'other'],
    ['_ = v[0]', 'other'],
    ['_ = v + 1', 'other'],
  ])('%s is %s', (body, kind) => {
    expect(uses(body)).toEqual([kind]);
  });

  test('an element knows its field, an argument its place', () => {
    const { info, decl } = funcInfo(modelOf({ 'a.go': 'func f(v T) { g(1, v); _ = T{f: v} }' }), 'f');
    const [, argument, element] = idents(decl, 'v').map((ident) => useOf(ident, info));
    expect(argument).toMatchObject({ index: 1 });
    expect(element).toMatchObject({ field: 'f' });
  });
});

test('the role of a literal is what becomes of it', () => {
  const { info, decl } = funcInfo(modelOf({ 'a.go': `func f(g group) any {
	func() {}()
	defer func() {}()
	go func() {}()
	g.Go(func() {})
	g.GoCtx(func() {})
	g.Do(func() {})
	defer g.Do(func() {})
	x := func() {}
	x()
	return func() {}
}` }), 'f');
  expect(nodesOf(decl, 'FuncLit').map((literal) => literalRole(literal, info)))
    .toEqual(['inline', 'deferred', 'goroutine', 'goroutine', 'goroutine', 'callback', 'deferred', 'kept', 'kept']);
});

test('what runs once in a process: main, init, their goroutines outside of loops, and what sync.Once runs', () => {
  const source = (name: string): string => `package main
import "sync"
var once sync.Once
func ${name}() {
	go func() { _ = 1 }()
	for {
		go func() { _ = 2 }()
	}
	handle(func() { _ = 3 })
	once.Do(func() { _ = 4 })
	func() { go func() { _ = 5 }() }()
}`;
  const once = (name: string): readonly boolean[] => {
    const model = { ...modelOf({ 'a.go': source(name) }), name: 'main' };
    const { info, decl } = funcInfo(model, name);
    return [decl, ...nodesOf(decl, 'FuncLit')].map((func) => runsOnce(func, info, model));
  };
  expect(once('main')).toEqual([true, true, false, false, true, true, true]);
  expect(once('init')).toEqual([true, true, false, false, true, true, true]);
  expect(once('serve')).toEqual([false, false, false, false, true, false, false]);
});
