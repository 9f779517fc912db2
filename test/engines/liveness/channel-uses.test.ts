import { describe, expect, it } from 'vitest';
import { holderAt } from '../../../src/engines/liveness/channel/channel.ts';
import type { ChannelUses } from '../../../src/engines/liveness/channel/channel-uses.ts';
import { channelUses } from '../../../src/engines/liveness/channel/channel-uses.ts';
import { funcInfo, modelOf, nodesOf, textOf } from '../../parse-go.ts';

/** The uses of the channel that the first expression with the given text in function `f` holds. */
function usesOf(files: Readonly<Record<string, string>>, text: string): ChannelUses {
  const model = modelOf(files);
  const { info, decl } = funcInfo(model, 'f');
  const expr = [...nodesOf(decl, 'SelectorExpr'), ...nodesOf(decl, 'Ident')].find(
    (each) => textOf(each, info) === text,
  );
  const holder = expr && holderAt(expr, info, model);
  if (!holder) throw new Error(`no holder ${text}`);
  return channelUses(holder, model);
}

function kindsIn(body: string, declarations = ''): readonly string[] {
  return usesOf({ 'a.go': `func f() {\n${body}\n}\n${declarations}` }, 'c').uses.map((use) => use.kind);
}

describe('the uses of a local channel', () => {
  it.each([
    ['c := make(chan int)', ['made']],
    ['var c chan int', ['nil']],
    ['c := make(chan int); c <- 1', ['made', 'sent']],
    ['c := make(chan int); for range c {}', ['made', 'received']],
    ['c := make(chan int); go func() { v := <-c; _ = v }()', ['made', 'received']],
    ['c := make(chan int); defer close(c)', ['made', 'closed']],
    ['c := make(chan int); _ = len(c)', ['made', 'neutral']],
    ['c := make(chan int); c = nil', ['made', 'nil']],
    ['c := other()', ['taken']],
    ['c := make(chan int); print(&c)', ['made', 'escaped']],
  ])('%s', (body, expected) => {
    expect(kindsIn(body)).toEqual(expected);
  });

  it('knows constant capacities and no others', () => {
    const capacities = (size: string): readonly unknown[] =>
      usesOf({ 'a.go': `func f(n int) { c := make(chan int${size}) }` }, 'c').uses.map(
        (use) => use.kind === 'made' && use.capacity,
      );
    expect(capacities('')).toEqual([0]);
    expect(capacities(', 0')).toEqual([0]);
    expect(capacities(', 12')).toEqual([12]);
    expect(capacities(', n')).toEqual([undefined]);
  });

  it('tells clauses that compete from the only clause of a select', () => {
    const arms = (clauses: string): readonly boolean[] =>
      usesOf({ 'a.go': `func f(d chan int) { c := make(chan int); select { ${clauses} } }` }, 'c').uses
        .flatMap((use) => (use.kind === 'sent' || use.kind === 'received' ? [use.arm !== undefined] : []));
    expect(arms('case <-c:')).toEqual([false]);
    expect(arms('case <-c:\ndefault:')).toEqual([true]);
    expect(arms('case v, ok := <-c: print(v, ok)\ncase c <- 1:')).toEqual([true, true]);
    expect(arms('case d <- <-c:\ndefault:')).toEqual([false]);
  });

  it('sees signal.Notify and signal.Stop under any name of the import', () => {
    const text =
      'package p\nimport sig "os/signal"\nfunc f() { c := make(chan os.Signal); sig.Notify(c); sig.Stop(c) }';
    expect(usesOf({ 'a.go': text }, 'c').uses.map((use) => use.kind)).toEqual(['made', 'registered', 'unregistered']);
  });

  it('follows the channel into functions of the package, two calls deep', () => {
    const one = 'func one(a chan<- int) { two(a) }\nfunc two(b chan<- int) { b <- 1 }';
    expect(kindsIn('c := make(chan int); go one(c)', one)).toEqual(['made', 'handed', 'handed', 'sent']);
    const three =
      'func one(a chan int) { two(a) }\nfunc two(b chan int) { three(b) }\nfunc three(d chan int) { close(d) }';
    const uses = usesOf({ 'a.go': `func f() { c := make(chan int); one(c) }\n${three}` }, 'c');
    expect(uses.open).toBe(true);
    expect(uses.uses.map((use) => use.kind)).not.toContain('closed');
  });

  it('follows other names of the channel', () => {
    expect(kindsIn('c := make(chan int); d := c; close(d)')).toEqual(['made', 'stored', 'taken', 'closed']);
    expect(kindsIn('c := make(chan int); d := (<-chan int)(c); <-d')).toContain('received');
  });

  it.each([
    ['c := make(chan int)', false],
    ['c := make(chan int); unknown.Use(c)', true],
    ['c := make(chan int); return c', true],
    ['c := make(chan int); m := map[int]chan int{1: c}; _ = m', true],
    ['c := make(chan int); d := make(chan chan int); d <- c', true],
    ['c := other()', true],
  ])('%s: open is %s', (body, expected) => {
    expect(usesOf({ 'a.go': `func f() {\n${body}\n}` }, 'c').open).toBe(expected);
  });
});

describe('the uses of a field', () => {
  const type = 'type s struct { c chan int; n int }\n';

  it('are those of all files, composite literals included', () => {
    const files = {
      'a.go': `${type}func f(x *s) { <-x.c }`,
      'b.go': 'func open() *s { return &s{c: make(chan int, 3)} }\nfunc (x *s) Close() { close(x.c) }',
      'c.go': 'func plain() s { return s{make(chan int), 1} }',
    };
    const { uses, open } = usesOf(files, 'x.c');
    expect(uses.map((use) => use.kind)).toEqual(['received', 'made', 'closed', 'made']);
    expect(uses.every((use) => use.certain)).toBe(true);
    expect(open).toBe(false);
  });

  it('of another type with a field of that name are not among them', () => {
    const files = { 'a.go': `${type}type other struct { c chan int }\nfunc f(x *s, y *other) { <-x.c; close(y.c) }` };
    expect(usesOf(files, 'x.c').uses.map((use) => use.kind)).toEqual(['received']);
  });

  it('of a value whose type does not show are uncertain', () => {
    const files = { 'a.go': `${type}func f(x *s) { <-x.c; close(unknown().c) }` };
    expect(usesOf(files, 'x.c').uses.map((use) => [use.kind, use.certain])).toEqual([
      ['received', true],
      ['closed', false],
    ]);
  });

  it('of a channel that a parameter brings are open', () => {
    const files = { 'a.go': `${type}func f(x *s, c chan int) { <-x.c; x.c = c }` };
    expect(usesOf(files, 'x.c').open).toBe(true);
  });

  it('that is exported are open', () => {
    expect(usesOf({ 'a.go': 'type s struct { C chan int }\nfunc f(x *s) { <-x.C }' }, 'x.C').open).toBe(true);
  });

  it('include those through a struct that embeds the type', () => {
    const files = {
      'a.go': `${type}type outer struct { *s }\nfunc f(x *s) { <-x.c }\nfunc (o outer) stop() { close(o.c) }`,
    };
    expect(usesOf(files, 'x.c').uses.map((use) => use.kind)).toEqual(['received', 'closed']);
  });
});
