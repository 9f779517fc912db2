import { describe, expect, test } from 'vitest';
import { typeString } from '../../src/model/types/type.ts';
import { calleeOf, funcOf, typeOf } from '../../src/model/types/type-of.ts';
import { funcInfo, nodesOf, textOf } from '../parse-go.ts';
import { modelIn } from '../workspace/open-module.ts';

/** The types of the arguments of `show` in function f of package a. */
function typesShown(files: Readonly<Record<string, string>>): readonly string[] {
  const model = modelIn('a', files);
  const { info, decl } = funcInfo(model, 'f');
  return nodesOf(decl, 'CallExpr')
    .filter((call) => textOf(call.fun, info) === 'show')
    .flatMap((call) => call.args.map((arg) => typeString(typeOf(arg, info, model))));
}

/** What the calls in function f of package a call, and the file that declares it. */
function callees(files: Readonly<Record<string, string>>): readonly string[] {
  const model = modelIn('a', files);
  const { info, decl } = funcInfo(model, 'f');
  return nodesOf(decl, 'CallExpr').map((call) => {
    const callee = calleeOf(call, info, model);
    const where = funcOf(callee)?.file.source.path ?? 'outside';
    return callee?.kind === 'Foreign' ? `${callee.name} ${where}` : `${callee ? 'own' : '?'} ${where}`;
  });
}

const b = `package b
import (
	"net/http"
	"database/sql"
)
type Base struct{ DB *sql.DB }
func (Base) Ping() error { return nil }
type Store struct {
	*Base
	*http.Client
	inner
	Name string
}
type inner struct{ rows *sql.Rows }
type One struct{ *http.Client }
type Response = http.Response
type Handler func(int) (*Response, error)
type Rows map[string][]*Store
type Getter interface {
	Embedded
	Get(url string) (*http.Response, error)
}
type Embedded interface{ Open() *Store }
type List[T any] []T
var Client = &http.Client{}
var Shared, Other = New("x")
var Ask Handler
func New(name string) (*Store, error) { return nil, nil }
func fresh() *inner { return nil }
func Fresh() *inner { return fresh() }
func (s *Store) Rows() (*sql.Rows, error) { return nil, nil }
`;

describe('types of other packages of the module', () => {
  const shown = (statements: string): readonly string[] =>
    typesShown({ 'b/b.go': b, 'a/a.go': `package a\nimport "m/b"\nfunc f(s *b.Store, g b.Getter, rows b.Rows, r *b.Response) {\n${statements}\n}\n` });

  test('package variables, from their declaration or from their initialiser', () => {
    expect(shown('show(b.Client, b.Shared, b.Other, b.Ask, b.Nothing)')).toEqual([
      '*net/http.Client',
      '*m/b.Store',
      'error',
      'm/b.Handler',
      '?',
    ]);
  });

  test('results of functions, methods, interface methods and function values', () => {
    expect(shown('v, err := b.New("")\nw, _ := s.Rows()\nx, _ := g.Get("")\ny := g.Open()\nz, _ := b.Ask(1)\nshow(v, err, w, x, y, z, b.Fresh())')).toEqual([
      '*m/b.Store', 'error', '*database/sql.Rows', '*net/http.Response', '*m/b.Store', '*net/http.Response', '*m/b.inner',
    ]);
  });

  test('fields, embedded ones too; aliases stand for what they name', () => {
    expect(shown('show(s.Name, s.DB, s.Base, s.Client, r, rows["x"], rows["x"][0].DB)')).toEqual([
      'string',
      '*database/sql.DB',
      '*m/b.Base',
      '*net/http.Client',
      '*net/http.Response',
      '[]*m/b.Store',
      '*database/sql.DB',
    ]);
  });

  test('literals, conversions and generic types', () => {
    expect(shown('show(b.Store{}, &b.Store{}, b.Rows(nil), b.List[int]{}, new(b.Store))')).toEqual([
      'm/b.Store', '*m/b.Store', 'm/b.Rows', 'm/b.List', '*m/b.Store',
    ]);
  });

  test('names of packages are those in their clauses', () => {
    const files = {
      'b/b.go': 'package deep\nimport "os"\nvar File *os.File\n',
      'a/a.go': 'package a\nimport "m/b"\nfunc f() { show(deep.File) }\n',
    };
    expect(typesShown(files)).toEqual(['*os.File']);
  });

  test('dot imports', () => {
    const files = {
      'b/b.go': b,
      'a/a.go': 'package a\nimport . "m/b"\nfunc f(s *Store, r *Response) { show(s, r, Client, Fresh()) }\n',
    };
    expect(typesShown(files)).toEqual(['*m/b.Store', '*net/http.Response', '*net/http.Client', '*m/b.inner']);
  });

  test('what builds differ about is unknown', () => {
    const files = {
      'b/b_linux.go': 'package b\nimport "os"\nvar V *os.File\nfunc F() *os.File { return nil }\n',
      'b/b_windows.go': 'package b\nimport "net"\nvar V net.Conn\nfunc F() net.Conn { return nil }\n',
      'a/a.go': 'package a\nimport "m/b"\nfunc f() { show(b.V, b.F()) }\n',
    };
    expect(typesShown(files)).toEqual(['?', '?']);
    expect(typesShown({ ...files, 'a/a.go': `//go:build linux\n\n${files['a/a.go']}` })).toEqual([
      '*os.File',
      '*os.File',
    ]);
  });

  test('aliases and types that go round in a circle have no type', () => {
    const files = {
      'b/b.go': 'package b\ntype A = B\ntype B = A\ntype C D\ntype D C\nvar V = W\nvar W = V\n',
      'a/a.go': 'package a\nimport "m/b"\nfunc f(a b.A, c b.C) { show(a, c.x, b.V) }\n',
    };
    expect(typesShown(files)).toEqual(['?', '?', '?']);
  });
});

describe('what calls of other packages call', () => {
  const called = (statements: string): readonly string[] =>
    callees({
      'b/b.go': b,
      'a/a.go': `package a\nimport "m/b"\nfunc f(s *b.Store, o *b.One, g b.Getter) {\n${statements}\n}\n`,
    });

  test('functions and methods, promoted ones too, with their declarations', () => {
    expect(called('b.New("")\ns.Rows()\ns.Ping()\nb.Shared.Rows()')).toEqual([
      'm/b.New b/b.go', '(*m/b.Store).Rows b/b.go', '(*m/b.Store).Ping b/b.go', '(*m/b.Store).Rows b/b.go',
    ]);
  });

  test('what is promoted from outside of the module', () => {
    expect(called('o.Get("")\nb.Client.Get("")')).toEqual([
      '(*net/http.Client).Get outside',
      '(*net/http.Client).Get outside',
    ]);
  });

  test('interfaces have no declaration of their own', () => {
    expect(called('g.Get("")')).toEqual(['(m/b.Getter).Get outside']);
  });

  test('a package that imports the one under analysis calls its own functions', () => {
    const model = modelIn('a', {
      'a/a.go': 'package a\ntype T struct{}\nfunc (*T) M() {}\nfunc New() *T { return nil }\n',
      'b/b.go': 'package b\nimport "m/a"\nfunc f() { a.New().M() }\n',
    });
    const [importer] = model.others.importers(model) ?? [];
    if (!importer) throw new Error('no importer');
    const { info, decl } = funcInfo(importer, 'f');
    const names = nodesOf(decl, 'CallExpr').map((call) => {
      const callee = calleeOf(call, info, importer);
      return callee?.kind === 'Func' ? callee.func.declaration.name : callee?.name;
    });
    expect(names).toEqual(['M', 'New']);
  });
});

describe('types that embed each other a thousand times', () => {
  const many = (text: string): string => Array.from({ length: 1000 }, () => text).join('\n');

  test('are asked once each', () => {
    const code = `package b\ntype S struct {\n${many('S\n*T')}\n}\ntype T struct {\n${many('*S\nT')}\n}\ntype I interface {\n${many('I\nJ')}\n}\ntype J interface {\n${many('J\nI')}\n}\n`;
    const files = {
      'b/b.go': code,
      'a/a.go': 'package a\nimport "m/b"\nfunc f(s *b.S, i b.I) { show(s.x, s.m(), i.m()) }\n',
    };
    expect(typesShown(files)).toEqual(['?', '?', '?']);
  });

  test('of two fields or methods at one depth neither is meant, and the shallower one hides the deeper', () => {
    const code = 'package b\nimport "os"\ntype A struct{ F *os.File; G int }\ntype B struct{ F *os.File }\ntype C struct{ A; B }\ntype D struct{ C; H }\ntype H struct{ F string }\n';
    const files = {
      'b/b.go': code,
      'a/a.go': 'package a\nimport "m/b"\nfunc f(c b.C, d b.D) { show(c.F, c.G, d.F) }\n',
    };
    expect(typesShown(files)).toEqual(['?', 'int', 'string']);
  });
});
