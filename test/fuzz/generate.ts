import type { Random } from './random.ts';

/** What a generated function may use; a name is taken or free. */
interface Scope {
  readonly random: Random;
  /** A number for each name, so that none is declared twice. */
  next: number;
}

/** How deep statements lie in each other. */
const deepest = 4;

/**
 * A Go file of the package `p`, made by a grammar: resources, goroutines and channels in all positions, and what Go has
 * gained.
 */
export function generatedFile(random: Random): string {
  const scope: Scope = { random, next: random.below(1000) * 1000 };
  const declarations = Array.from({ length: 3 + random.below(12) }, () => random.pick(forms)(scope));
  const imports = '"context"\n\t"iter"\n\t"net"\n\t"net/http"\n\t"os"\n\t"os/signal"\n\t"sync"\n\t"time"';
  return `${random.pick(preambles)}package p\n\n${random.pick(cgo)}import (\n\t${imports}\n)\n\n${declarations.join('\n')}`;
}

const preambles = [
  '',
  '',
  '//go:build linux || (darwin && !cgo)\n\n',
  '//line other.go:1\n',
  '//go:debug asynctimerchan=1\n\n',
  '\ufeff',
] as const;
const cgo = ['', '', '/*\n#include <stdio.h>\nstatic int f(void) { return 0; } // */\nimport "C"\n\n'] as const;

const forms: readonly [(scope: Scope) => string, ...((scope: Scope) => string)[]] = [
  (scope) => `func ${fresh(scope, 'f')}(ctx context.Context, c chan int, name string) ${body(scope)}`,
  (scope) =>
    `func ${fresh(scope, 'g')}[T any, S ~[]T](c chan int, name string, ctx context.Context, xs S) ${body(scope)}`,
  (scope) =>
    `type ${fresh(scope, 'T')} struct {\n\tt *time.Ticker\n\tc chan int\n\tm map[string][]int\n\tsync.Mutex\n}\n`,
  (scope) => `type ${fresh(scope, 'G')}[K comparable, V interface{ ~int | Close() }] struct {\n\tm map[K]V\n}\n`,
  (scope) => `var ${fresh(scope, 'm')} = map[string]int{}\n`,
  (scope) =>
    `func ${fresh(scope, 's')}(xs []int) iter.Seq[int] {\n\treturn func(yield func(int) bool) {\n\t\tfor _, x := range xs {\n\t\t\tif !yield(x) {\n\t\t\t\treturn\n\t\t\t}\n\t\t}\n\t}\n}\n`,
  (scope) =>
    `//line ${fresh(scope, 'x')}.y:${scope.random.below(9)}\nfunc ${fresh(scope, 'l')}(ctx context.Context, c chan int, name string) ${body(scope)}`,
];

function fresh(scope: Scope, prefix: string): string {
  return `${prefix}${scope.next++}`;
}

function body(scope: Scope): string {
  return `{\n${block(scope, 1)}}\n`;
}

function block(scope: Scope, depth: number): string {
  const indent = '\t'.repeat(depth);
  return Array.from({ length: 1 + scope.random.below(4) }, () => {
    const forms = depth < deepest ? [...simple, ...compound] : simple;
    return `${indent}${(forms[scope.random.below(forms.length)] ?? (() => 'return'))(scope, depth)}\n`;
  }).join('');
}

type Statement = (scope: Scope, depth: number) => string;

const simple: readonly Statement[] = [
  (scope) => with_(scope, 't', (t) => `${t} := time.NewTicker(time.Second); defer ${t}.Stop()`),
  (scope) => with_(scope, 't', (t) => `var ${t} = time.NewTimer(time.Second); <-${t}.C`),
  (scope) => with_(scope, 'f', (f) => `${f}, err := os.Open(name); if err != nil { return }; _ = ${f}`),
  (scope) => with_(scope, 'r', (r) => `var ${r}, err = http.Get(name); if err == nil { defer ${r}.Body.Close() }`),
  (scope) =>
    with_(scope, 'd', (d) => `${d}, cancel := context.WithTimeout(ctx, time.Second); defer cancel(); _ = ${d}`),
  (scope) => with_(scope, 'n', (n) => `${n}, _ := net.Dial("tcp", name); ${n}.Write(nil)`),
  () => 'signal.Notify(make(chan os.Signal, 1), os.Interrupt)',
  (scope) => `c <- ${scope.random.below(9)}`,
  () => '<-c',
  () => 'close(c)',
  () => 'return',
  () => 'defer func() { recover() }()',
  () => 'select {}',
  () => 'panic(name)',
  () => 'go func() { c <- 1 }()',
];

const compound: readonly Statement[] = [
  (scope, depth) => `for {\n${nested(scope, depth)}`,
  (scope, depth) => `for v := range c {\n${nested(scope, depth, '_ = v')}`,
  (scope, depth) => `for i := range 10 {\n${nested(scope, depth, '_ = i')}`,
  (scope, depth) => `go func() {\n${nested(scope, depth)}()`,
  (scope, depth) => `func() {\n${nested(scope, depth)}()`,
  (scope, depth) => `if ctx.Err() != nil {\n${nested(scope, depth)} else {\n${nested(scope, depth)}`,
  (scope, depth) => `select {\n${'\t'.repeat(depth)}case <-ctx.Done():\n${block(scope, depth + 1)}${'\t'.repeat(depth)}case c <- 1:\n${block(scope, depth + 1)}${'\t'.repeat(depth)}}`,
  (scope, depth) => `switch name {\n${'\t'.repeat(depth)}case "a":\n${block(scope, depth + 1)}${'\t'.repeat(depth)}default:\n${block(scope, depth + 1)}${'\t'.repeat(depth)}}`,
  (scope, depth) => with_(scope, 'L', (label) => `${label}:\n${'\t'.repeat(depth)}for {\n${block(scope, depth + 1)}${'\t'.repeat(depth + 1)}${scope.random.pick(['break', 'continue', 'goto'])} ${label}\n${'\t'.repeat(depth)}}`),
];

function nested(scope: Scope, depth: number, first?: string): string {
  return `${first === undefined ? '' : `${'\t'.repeat(depth + 1)}${first}\n`}${block(scope, depth + 1)}${'\t'.repeat(depth)}}`;
}

function with_(scope: Scope, prefix: string, text: (name: string) => string): string {
  return text(fresh(scope, prefix));
}
