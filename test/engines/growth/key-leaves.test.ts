import { describe, expect, it } from 'vitest';
import { keyLeaves } from '../../../src/engines/growth/key/key-leaves.ts';
import { funcInfo, modelOf, nodesOf, textOf } from '../../parse-go.ts';

/** What the key of the only `m[…]` in a function is made of: `from: expression`. */
function leavesOf(body: string): readonly string[] {
  const model = modelOf({
    'a.go': `import ("fmt"; "reflect"; "github.com/google/uuid")\nvar m map[string]int\nvar table []string\nconst one = "1"\nfunc f(a string, b string, req *request, c chan string) {\n${body}\n}`,
  });
  const { info, decl } = funcInfo(model, 'f');
  const index = nodesOf(decl, 'IndexExpr').find(({ x }) => textOf(x, info) === 'm');
  const [key] = index?.indices ?? [];
  if (!key) throw new Error('no key');
  return keyLeaves(key, info, model).map(({ expr, from }) => `${from}: ${textOf(expr, info)}`).sort();
}

describe('what a key is made of', () => {
  it.each([
    ['m[a] = 1', ['given: a']],
    ['m["x"] = 1', []],
    ['m[one] = 1', []],
    ['m[fmt.Sprintf("%s:%s", a, b)] = 1', ['given: a', 'given: b']],
    ['m[req.User.ID()] = 1', ['given: req.User.ID()']],
    ['k := a + one; m[k] = 1', ['given: a']],
    ['k := a; l := k; m[l] = 1', ['given: a']],
    ['k := a; l := k; n := l; m[n] = 1', ['unknown: k']],
    ['m[<-c] = 1', ['message: <-c']],
    ['for k := range c { m[k] = 1 }', ['message: k']],
    ['for _, k := range table { m[k] = 1 }', []],
    ['for _, k := range req.Names { m[k] = 1 }', ['loop: k']],
    ['m[uuid.New().String()] = 1', ['fresh: uuid.New()']],
    ['m[reflect.TypeOf(a).String()] = 1', []],
    ['m[req.Header.Get("X-User")] = 1', ['given: req.Header.Get']],
  ])('%s', (body, expected) => {
    expect(leavesOf(body)).toEqual(expected);
  });

  it('is asked of a bounded number of expressions, however the key is built', () => {
    const doubled = Array.from({ length: 300 }, (_, i) => `k${i + 1} := k${i} + k${i}`).join('\n');
    expect(leavesOf(`k0 := a\n${doubled}\nm[k300] = 1`).length).toBeLessThan(64);
    expect(leavesOf(`m[${Array(300).fill('a').join('+')}] = 1`).length).toBeLessThan(64);
  });
});
