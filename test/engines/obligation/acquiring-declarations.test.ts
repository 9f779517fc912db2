import { describe, expect, test } from 'vitest';
import type { Obligation } from '../../../src/engines/obligation/rule.ts';
import { acquiringDeclarations } from '../../../src/engines/obligation/find/acquiring-declarations.ts';
import { typedNames } from '../../../src/engines/obligation/find/typed-names.ts';
import { modelOf } from '../../parse-go.ts';

const files: Obligation = {
  engine: 'obligation',
  id: 'x',
  summary: '',
  tags: [],
  noun: 'file',
  released: 'closed',
  acquire: ['os.Open'],
  type: '*os.File',
  lookalikes: ['Open'],
  release: ['Close'],
  uses: [],
};
function mayAcquire(text: string): boolean {
  return acquiringDeclarations(files, [], modelOf({ 'x.go': `import "os"\n${text}` })).length > 0;
}

function func(...lines: readonly string[]): string {
  return `func f() error {\n\t${lines.join('\n\t')}\n}\n`;
}

describe('a declaration is worth parsing', () => {
  test.each<[string, string]>([
    ['a value and an error', func('f, err := os.Open(p)', 'use(f)', 'return err')],
    ['a dropped value', func('_, err := os.Open(p)', 'return err')],
    ['nothing kept', func('os.Open(p)', 'return nil')],
    ['a chain over two lines', func('f, err := fs.', '\tOpen(p)', 'f.Stat()', 'return err')],
    ['a helper by its result', 'func f() (*os.File, error) {\n\treturn os.Open(p)\n}\n'],
    [
      'a return before the defer',
      func(
        'f, err := os.Open(p)',
        'if err != nil {',
        '\treturn err',
        '}',
        'if bad {',
        '\treturn e',
        '}',
        'defer f.Close()',
        'return nil',
      ),
    ],
    [
      'the defer of another one',
      func('f, err := os.Open(p)', 'if err != nil {', '\treturn err', '}', 'defer g.Close()', 'return nil'),
    ],
    [
      'a defer of something else',
      func('f, err := os.Open(p)', 'if err != nil {', '\treturn err', '}', 'defer f.Unlock()', 'return nil'),
    ],
    ['a name that says nothing of an error', func('f, has := os.Open(p)', 'use(f)', 'return has')],
    ['blanks and parentheses', func('f, err := (os. Open) (p)', 'use(f)', 'return err')],
    ['a variable with a type', func('var f, err = os.Open(p)', 'use(f)', 'return err')],
    [
      'two resources',
      func('r, w, err := os.Open(p)', 'if err != nil {', '\treturn err', '}', 'defer r.Close()', 'return nil'),
    ],
  ])('%s', (_, text) => expect(mayAcquire(text)).toBe(true));
});

describe('a declaration is passed over', () => {
  test.each<[string, string]>([
    ['no such call', func('f, err := os.Create(p)', 'use(f)', 'return err')],
    ['one value', func('x := cache.Open(p)', 'return x')],
    ['a look-alike with a truth value that is not used', func('x, ok := cache.Open(p)', 'use(x, ok)', 'return nil')],
    ['once.Do', func('once.Do(func() { use() })', 'return nil')],
    ['an argument on a line of its own', func('use(', '\tcache.Open(p),', ')', 'return nil')],
    ['an argument', func('x, err := parse(cache.Open(p))', 'return err')],
    ['an operand', func('x, err := cache.Open(p).Next()', 'return err')],
    ['a look-alike that is not used', func('f, err := fs.Open(p)', 'use(f)', 'return err')],
    ['a look-alike that a field takes', func('s.f, err = fs.Open(p)', 's.f.Stat()', 'return err')],
    ['a return of something else', func('return cache.Open(p)')],
    [
      'a deferred close behind the check',
      func('f, err := os.Open(p)', 'if err != nil {', '\treturn err', '}', 'defer f.Close()', 'return nil'),
    ],
    [
      'a deferred literal',
      func(
        'f, err := os.Open(p)', 'if err != nil {', '\treturn err', '}', '', '// soon', 'defer func() {', '\t_ = f.Close()', '}()',
        'return nil',
      ),
    ],
    [
      'a call over several lines',
      func('f, err := os.Open(', '\tp,', ')', 'if err != nil {', '\treturn err', '}', 'defer f.Close()', 'return nil'),
    ],
  ])('%s', (_, text) => expect(mayAcquire(text)).toBe(false));
});

test('the names of what gives a type and an error: methods of interfaces, fields and parameters', () => {
  const text = [
    'import "net/http"', 'type doer interface {', '\tDo(*http.Request) (*http.Response, error)', '\tStatus() int', '}',
    'type api struct {', '\tfetch func(url string) (*http.Response, error)', '}',
    'func get(url string) (*http.Response, error) { return nil, nil }',
    'func with(send func(r *http.Request) (*http.Response, error)) {}',
  ].join('\n');
  expect([...typedNames(modelOf({ 'x.go': text }).files, ['*net/http.Response'])].sort()).toEqual([
    'Do',
    'fetch',
    'send',
  ]);
});
