import { describe, expect, test } from 'vitest';
import { multiplicityOf } from '../../src/facts/multiplicity.ts';
import { funcInfo } from '../parse-go.ts';
import { modelIn } from '../workspace/open-module.ts';

/** How often function or method f of package internal/a runs. */
function often(files: Readonly<Record<string, string>>, dir = 'internal/a'): string {
  const { info, decl } = funcInfo(modelIn(dir, files), 'F');
  return multiplicityOf(decl, info);
}

const a = { 'internal/a/a.go': 'package a\nfunc F() {}\n' };
const called = (main: string): string => often({ ...a, 'main.go': `package main\nimport "m/internal/a"\n${main}` });

describe('by the callers of the module', () => {
  test('once from main; a few times from main and init', () => {
    expect(called('func main() { a.F() }')).toBe('once');
    expect(called('func main() { a.F(); a.F() }')).toBe('start-up');
    expect(called('func init() { a.F() }\nfunc main() { go setUp() }\nfunc setUp() { a.F() }')).toBe('start-up');
    expect(called('var _ = func() int { a.F(); return 1 }()\nfunc main() {}')).toBe('start-up');
  });

  test('again and again in loops that go on, in handlers, and for connections', () => {
    expect(called('func main() { for { a.F() } }')).toBe('per-pass');
    expect(called('func main() { for range make(chan int) { a.F() } }')).toBe('per-pass');
    expect(called('func main() { for _, x := range []int{1, 2} { a.F() } }')).toBe('once');
    expect(
      called('import "net/http"\nfunc serve(w http.ResponseWriter, r *http.Request) { a.F() }\nfunc main() { a.F() }'),
    ).toBe('per-request');
    expect(called('import "net/http"\nfunc main() { http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) { a.F() }) }')).toBe('per-request');
    expect(called('import "net/http"\nfunc main() { http.HandleFunc("/", a.F) }')).toBe('per-request');
    expect(called('import cmds "example.com/cmds"\nvar list = &cmds.Command{Run: func(req *cmds.Request, res cmds.ResponseEmitter) error { a.F(); return nil }}\nfunc main() {}')).toBe('per-request');
    expect(called('import "net"\nfunc main() { serve(nil) }\nfunc serve(l net.Listener) { for { c, _ := l.Accept(); go answer(c) } }\nfunc answer(c net.Conn) { a.F() }')).toBe('per-request');
  });

  test('what is handed to a function that calls it runs where that is called', () => {
    expect(called('func run(f func()) { go func() { defer recover(); f() }() }\nfunc main() { run(a.F) }')).toBe(
      'once',
    );
    expect(called('func run(f func()) { f() }\nfunc main() { for { run(func() { a.F() }) } }')).toBe('per-pass');
    expect(called('func run(f func()) { for { f() } }\nfunc main() { run(a.F) }')).toBe('unknown');
    expect(called('import "example.com/gopool"\nfunc main() { gopool.Do(a.F) }')).toBe('once');
  });

  test('what nobody calls calls nothing', () => {
    expect(called('func main() { a.F() }\nfunc unused() { for { a.F() } }')).toBe('once');
    expect(called('func main() { a.F() }\nfunc unused() { a.F() }')).toBe('once');
    expect(called('func main() {}\nfunc unused() { a.F() }')).toBe('unknown');
    expect(called('func main() { a.F() }\ntype T struct{}\nfunc (T) Unused() { a.F() }')).toBe('once');
  });

  test('a method of what embeds a type of a library may be called by its name', () => {
    expect(called('import "example.com/web"\ntype api struct{ web.Controller }\nfunc (c *api) Show() { a.F() }\nfunc main() { a.F(); web.Route("/", &api{}, "get:Show") }')).toBe('unknown');
    expect(called('import "example.com/web"\ntype api struct{ web.Controller }\nfunc (c *api) Start() { a.F() }\nfunc main() { (&api{}).Start() }')).toBe('once');
  });

  test('commands of a command line run once', () => {
    expect(called('import "github.com/spf13/cobra"\nvar command = &cobra.Command{Run: func(*cobra.Command, []string) { a.F() }}\nfunc main() {}')).toBe('once');
    expect(called('import "golang.org/x/sys/windows/svc"\ntype daemon struct{}\nfunc (daemon) Execute(args []string, r <-chan svc.ChangeRequest, s chan<- svc.Status) (bool, uint32) { a.F(); return false, 0 }\nfunc main() { svc.Run("d", daemon{}) }')).toBe('once');
  });

  test('what a library for services starts runs once', () => {
    expect(called('import "github.com/kardianos/service"\ntype daemon struct{}\nfunc (*daemon) Start(s service.Service) error { go a.F(); return nil }\nfunc main() { service.New(&daemon{}, nil) }')).toBe('once');
  });

  test('what a library makes the program of runs once', () => {
    expect(called('import "go.uber.org/fx"\nfunc main() { fx.New(fx.Provide(a.F)).Run() }')).toBe('once');
    expect(
      called('import "github.com/containerd/containerd/runtime/v2/shim"\nfunc main() { shim.Run("m", a.F) }'),
    ).toBe('once');
    expect(called('import "github.com/pressly/goose/v3"\nfunc init() { goose.AddMigrationContext(a.F, nil) }\nfunc main() {}')).toBe('once');
    expect(called('import "github.com/dapr/kit/concurrency"\nfunc main() { concurrency.NewRunnerManager(a.F).Run(nil) }')).toBe('once');
    expect(called('import "example.com/shim"\nfunc main() { shim.Run("m", a.F) }')).toBe('unknown');
    expect(called('import "github.com/grafana/dskit/modules"\nfunc main() { mm := modules.NewManager(nil); mm.RegisterModule("m", a.F) }')).toBe('once');
    expect(called('import "k8s.io/client-go/tools/leaderelection"\nvar c = leaderelection.LeaderCallbacks{OnStartedLeading: a.F}\nfunc main() {}')).toBe('once');
  });

  test('what a group of goroutines is given runs where that is', () => {
    expect(called('import "github.com/oklog/run"\nfunc main() { var g run.Group; g.Add(func() error { a.F(); return nil }, func(error) {}) }')).toBe('once');
    expect(called('import "github.com/oklog/run"\nfunc main() { for { var g run.Group; g.Add(func() error { a.F(); return nil }, func(error) {}) } }')).toBe('per-pass');
  });

  test('what a generator of code reads calls nothing', () => {
    expect(called('import "github.com/google/wire"\nvar Set = wire.NewSet(a.F)\nfunc main() { a.F() }')).toBe('once');
    expect(called('import "github.com/google/wire"\nvar Set = wire.NewSet(a.F)\nfunc main() {}')).toBe('unknown');
  });

  test('a literal that a function gives runs as often as it is called', () => {
    const serve =
      'import "golang.org/x/sync/errgroup"\nfunc serve() func() error { return func() error { a.F(); return nil } }\n';
    expect(called(`${serve}func main() { var g errgroup.Group; g.Go(serve()) }`)).toBe('once');
    expect(called(`${serve}func main() { serve()() }`)).toBe('once');
    expect(called(`${serve}func main() { run := serve(); go run() }`)).toBe('once');
    expect(called(`${serve}func main() { run := serve(); for { run() } }`)).toBe('per-pass');
    expect(called(`${serve}func main() { handle(serve()) }\nfunc handle(func() error)`)).toBe('unknown');
    expect(called(`${serve}var kept = serve\nfunc main() { serve()() }`)).toBe('unknown');
  });

  test('what is kept runs as often as what keeps it is called', () => {
    const table =
      'var makers = map[string]func(){}\nfunc register(name string, f func()) { makers[name] = f }\nfunc init() { register("a", a.F) }\n';
    expect(called(`${table}func main() { f, ok := makers["a"]; if ok { f() } }`)).toBe('once');
    expect(called(`${table}func main() { for _, f := range makers { f() } }`)).toBe('once');
    expect(called(`${table}func main() { for { makers["a"]() } }`)).toBe('unknown');
    expect(called(`${table}func main() { makers["a"](); other(makers) }\nfunc other(map[string]func())`)).toBe('unknown');
    expect(called(`${table}func main() { println(len(makers)) }`)).toBe('unknown');
    const field = 'type module struct{ setUp func() }\nvar modules []module\nfunc add(m module) { modules = append(modules, m) }\n';
    const given = `${field}func init() { add(module{setUp: a.F}) }\n`;
    expect(called(`${given}func main() { for _, m := range modules { m.setUp() } }`)).toBe('once');
    expect(called(`${given}func main() { for { modules[0].setUp() } }`)).toBe('unknown');
    expect(called(`${given}func main() { run(modules[0].setUp) }\nfunc run(f func()) { f() }`)).toBe('once');
    expect(called(`${given}func main() { other(modules[0].setUp) }\nfunc other(f func())`)).toBe('unknown');
    expect(called('var kept func()\nfunc run(f func()) { kept = f }\nfunc main() { run(a.F); kept() }')).toBe('once');
    expect(called('var hooks []func()\nfunc init() { hooks = append(hooks, a.F) }\nfunc main() { for _, f := range hooks { f() } }')).toBe('once');
  });

  test('what a singleton is made by runs once for each type', () => {
    const lookUp = 'if made, ok := all["x"]; ok { return made.(T) }\n';
    const get = (body: string): string =>
      `var all = map[string]any{}\nfunc get[T any](make func() T) T {\n${body} }\nfunc main() { for { get(func() int { a.F(); return 1 }) } }`;
    expect(called(get(`${lookUp}made := make()\nall["x"] = made\nreturn made`))).toBe('start-up');
    expect(called(get('made := make()\nall["x"] = made\nreturn made'))).toBe('per-pass');
    expect(called(get(`${lookUp}return make()`))).toBe('per-pass');
    expect(called('var one *int\nfunc get(make func() *int) *int { if one == nil { one = make() }; return one }\nfunc main() { for { get(func() *int { a.F(); return nil }) } }')).toBe('start-up');
    expect(called('var all = map[string]any{}\nfunc get(key string, make func() int) { if _, ok := all[key]; !ok { all[key] = make() } }\nfunc main() { for { get("a", func() int { a.F(); return 1 }) } }')).toBe('per-pass');
  });

  test('what ends a loop that tries again runs once', () => {
    expect(called('func main() { for { if !try() { continue }; a.F(); return } }\nfunc try() bool')).toBe('once');
    expect(called('func main() { for { if try() { a.F(); break } } }\nfunc try() bool')).toBe('once');
    expect(called('func main() { for { a.F(); if !try() { continue }; return } }\nfunc try() bool')).toBe('per-pass');
    expect(called('func main() { for { select { default: a.F(); break } } }')).toBe('per-pass');
  });

  test('what is handed on, stored or called by nobody is unknown', () => {
    expect(called('func main() { x := a.F; _ = x }')).toBe('unknown');
    expect(called('var Kept func()\nfunc run(f func()) { Kept = f }\nfunc main() { run(a.F) }')).toBe('unknown');
    expect(called('func main() {}')).toBe('unknown');
    expect(called('func main() { rec() }\nfunc rec() { rec2(); a.F() }\nfunc rec2() { rec() }')).toBe('unknown');
  });

  test('what other modules may import has callers that nobody sees; internal packages, programs and their modules have none', () => {
    const main = { 'cmd/x/main.go': 'package main\nimport "m/a"\nfunc main() { a.F() }\n' };
    const files = { 'a/a.go': 'package a\nfunc F() {}\n', ...main };
    expect(often(files, 'a')).toBe('once');
    expect(often({ ...files, 'm.go': 'package m\ntype Client struct{}\n' }, 'a')).toBe('unknown');
    expect(often({ ...files, 'm.go': 'package m\nvar version string\ntype kind int\nfunc Version() string { return version }\n' }, 'a')).toBe('once');
    expect(often({ 'a/a.go': 'package a\nfunc F() {}\n', 'x/main.go': files['cmd/x/main.go'] }, 'a')).toBe('unknown');
    expect(often({ ...files, 'main.go': 'package main\nfunc main() {}\n' }, 'a')).toBe('once');
    expect(often({ 'cmd/x/a/a.go': 'package a\nfunc F() {}\n', 'cmd/x/main.go': 'package main\nimport "m/cmd/x/a"\nfunc main() { a.F() }\n', 'm.go': 'package m\ntype Client struct{}\n' }, 'cmd/x/a')).toBe('once');
    expect(often({ 'a/a.go': 'package a\nfunc F() { for {} }\n', 'cmd/x/main.go': 'package main\nimport "m/a"\nfunc main() { for { a.F() } }\n' }, 'a')).toBe('per-pass');
  });

  test('tests do not count', () => {
    expect(
      often({
        ...a,
        'main.go': 'package main\nimport "m/internal/a"\nfunc main() { a.F() }\n',
        'main_test.go': 'package main\nimport "m/internal/a"\nfunc Test() { for { a.F() } }\n',
      }),
    ).toBe('once');
  });
});

describe('methods', () => {
  const method = 'package a\ntype T struct{}\nfunc New() *T { return &T{} }\nfunc (t *T) F() {}\n';
  const of = (main: string, code = method): string =>
    often({ 'internal/a/a.go': code, 'main.go': `package main\nimport "m/internal/a"\n${main}` });

  test('called on values of the type', () => {
    expect(of('func main() { a.New().F() }')).toBe('once');
    expect(of('type holder struct{ t *a.T }\nfunc main() { h := holder{a.New()}; h.t.F() }')).toBe('once');
    expect(of('type other struct{}\nfunc (other) F() {}\nfunc main() { a.New().F(); for { other{}.F() } }')).toBe(
      'once',
    );
  });

  test('what a flag of its value lets begin once runs as often as values are made', () => {
    const begun = (test: string): string =>
      `package a\nimport "sync/atomic"\ntype T struct{ on atomic.Bool; n int32 }\nfunc New() *T { return &T{} }\nfunc (t *T) F() { ${test} }\n`;
    const main = 'func main() { t := a.New(); for { t.F() } }';
    expect(of(main, begun('if !t.on.CompareAndSwap(false, true) { return }'))).toBe('once');
    expect(of(main, begun('if !atomic.CompareAndSwapInt32(&t.n, 0, 1) { return }'))).toBe('once');
    expect(of(main, begun('if t.on.Load() { return }'))).toBe('per-pass');
    expect(of('func main() { for { a.New().F() } }', begun('if t.on.Swap(true) { return }'))).toBe('per-pass');
  });

  test('what wraps another value of the interface does not call itself', () => {
    const wrap = 'type runner interface{ F() }\ntype outer struct{ r runner }\nfunc (o *outer) F() { o.r.F() }\n';
    expect(of(`${wrap}func main() { (&outer{a.New()}).F() }`)).toBe('once');
    expect(of(`${wrap}func main() { for { (&outer{a.New()}).F() } }`)).toBe('per-pass');
  });

  test('called through an interface, or on a value of unknown type, it may be this one', () => {
    expect(of('type runner interface{ F() }\nfunc main() { var r runner = a.New(); for { r.F() } }')).toBe('per-pass');
    expect(of('func main() { a.New().F(); for { unknown.F() } }')).toBe('per-pass');
  });

  test('not a method of a type of a library that is no interface', () => {
    const load = method.replaceAll('F()', 'Load()');
    const loads = (main: string): string => {
      const { info, decl } = funcInfo(
        modelIn('internal/a', { 'internal/a/a.go': load, 'main.go': `package main\n${main}` }),
        'Load',
      );
      return multiplicityOf(decl, info);
    };
    expect(
      loads(
        'import ("m/internal/a"; "sync/atomic")\nfunc main() { a.New().Load(); var b atomic.Bool; for { b.Load() } }',
      ),
    ).toBe('once');
    expect(loads('import ("m/internal/a"; "example.com/lib")\nfunc main() { a.New().Load(); var b lib.Loader; for { b.Load() } }')).toBe('per-pass');
  });

  test('of a type about which builds differ', () => {
    const twins = (name: string): string =>
      `package a\ntype T struct{ ${name} int }\nfunc (t *T) F() {}\nfunc New${name}() *T { return nil }\n`;
    const files = { 'internal/a/a_linux.go': twins('x'), 'internal/a/a_windows.go': twins('y') };
    expect(
      often({
        ...files,
        'main.go': 'package main\nimport "m/internal/a"\nfunc main() { var t *a.T; for { t.F() } }\n',
      }),
    ).toBe('per-pass');
  });

  test('not what has other arguments, nor through an interface that the type does not have', () => {
    expect(of('func main() { a.New().F(); for { unknown.F(1) } }')).toBe('once');
    expect(of('type runner interface{ F(); G() }\nvar r runner\nfunc main() { a.New().F(); for { r.F() } }')).toBe(
      'once',
    );
    expect(of('type inner interface{ G() }\ntype runner interface{ F(); inner }\nvar r runner\nfunc main() { a.New().F(); for { r.F() } }')).toBe('once');
    expect(of('type inner interface{ runner }\ntype runner interface{ F(); inner }\nvar r runner\nfunc main() { a.New().F(); for { r.F() } }')).toBe('per-pass');
  });

  test('promoted', () => {
    expect(of('type outer struct{ *a.T }\nfunc main() { o := outer{a.New()}; for { o.F() } }')).toBe('per-pass');
  });

  test('what libraries call through their interfaces is unknown', () => {
    expect(
      often({
        'internal/a/a.go': method.replaceAll('F()', 'Close()') + 'func F(t *T) { t.Close() }\n',
        'main.go': 'package main\nimport "m/internal/a"\nfunc main() { a.F(a.New()) }\n',
      }),
    ).toBe('once');
  });
});

describe('what sync.Once runs', () => {
  const code = 'package a\nimport "sync"\ntype T struct{ once sync.Once }\nfunc New() *T { return &T{} }\nfunc (t *T) Start() { t.once.Do(func() { F() }) }\nfunc F() {}\n';
  const of = (main: string): string =>
    often({ 'internal/a/a.go': code, 'main.go': `package main\nimport "m/internal/a"\n${main}` });

  test('of a value that main makes: once', () => {
    expect(of('func main() { t := a.New(); for { t.Start() } }')).toBe('once');
  });

  test('of a value for each connection: once for each', () => {
    expect(of('import "net"\nfunc serve(c net.Conn) { a.New().Start() }\nfunc main() {}')).toBe('per-owner');
    expect(of('import "net"\nfunc serve(c net.Conn) { (&a.T{}).Start() }\nfunc main() {}')).toBe('per-owner');
  });

  test('of a package variable: once', () => {
    expect(
      often({
        'internal/a/a.go': 'package a\nimport "sync"\nvar once sync.Once\nfunc G() { once.Do(F) }\nfunc F() {}\n',
      }),
    ).toBe('once');
  });

  test('given as a method value or a name, of a part of a package variable, and of the function around', () => {
    const value = code.replace('t.once.Do(func() { F() })', 't.once.Do(t.run)') + 'func (t *T) run() { F() }\n';
    const start = 'import "net"\nfunc serve(c net.Conn) { a.New().Start() }\nfunc main() {}';
    expect(often({ 'internal/a/a.go': value, 'main.go': `package main\nimport "m/internal/a"\n${start}` })).toBe(
      'per-owner',
    );
    const kept =
      'package a\nimport "sync"\nvar all struct{ once sync.Once }\nfunc G() { all.once.Do(F) }\nfunc F() {}\n';
    expect(often({ 'internal/a/a.go': kept })).toBe('once');
    const local = 'package a\nimport "sync"\nfunc G() { var once sync.Once; once.Do(F) }\nfunc F() {}\n';
    expect(
      often({
        'internal/a/a.go': local,
        'main.go': 'package main\nimport "m/internal/a"\nfunc main() { for { a.G() } }\n',
      }),
    ).toBe('per-pass');
    expect(often({ 'internal/a/a.go': 'package a\nimport "sync"\nvar G = sync.OnceFunc(F)\nfunc F() {}\n' })).toBe(
      'once',
    );
  });

  test('of a part of a value that main makes', () => {
    const inner = code.replace(
      'func New() *T { return &T{} }',
      'type Outer struct{ inner T }\nfunc New() *T { return &(&Outer{}).inner }',
    );
    expect(
      often({
        'internal/a/a.go': inner,
        'main.go': 'package main\nimport "m/internal/a"\nfunc main() { a.New().Start() }\n',
      }),
    ).toBe('once');
  });
});
