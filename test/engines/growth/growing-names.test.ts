import { describe, expect, it } from 'vitest';
import { growingNames } from '../../../src/engines/growth/container/growing-names.ts';
import { modelOf } from '../../parse-go.ts';

function namesIn(text: string, container: 'map' | 'slice' = 'map'): readonly string[] {
  const names = growingNames(modelOf({ 'a.go': text })).filter((each) => each.container === container);
  return names.map(({ name, owner }) => (owner === undefined ? name : `${owner}.${name}`));
}

const insert = 'func f(k string) {\n\tm[k] = 1\n}';

describe('names that may grow, by the text', () => {
  it.each([
    ['var m = map[string]int{}', ['m']],
    ['var (\n\tm = map[string]int{}\n)', ['m']],
    ['var n, m map[string]int', ['m']],
    ['var m = make(\n\tmap[string]int,\n)', ['m']],
    ['var (\n\ta, m = 1, map[string]int{}\n)', ['m']],
    ['type table map[string]int\nvar m table', ['m']],
    ['type table map[string]int\nvar m = make(table)', ['m']],
    ['type table [9]int\nvar m table', []],
    ['var m [256]int', []],
    ['var m = []int{1}', []],
    ['func g() {\n\tvar m map[string]int\n\t_ = m\n}', []],
  ])('%s', (declaration, expected) => {
    expect(namesIn(`${declaration}\n${insert}`)).toEqual(expected);
  });

  it.each([
    ['\tm[k], err = g()', ['m']],
    ['\tm[k]++', ['m']],
    ['\tm[key{\n\t\ta: k,\n\t}] = 1', ['m']],
    ['\tm["["+k] = 1', ['m']],
    ['\t(m)[k] = 1', ['m']],
    ['\tm [ k ] = 1', ['m']],
    ['\tm[k] += 2', ['m']],
    ['\tm[a[k]] = 1', ['m']],
    ['\tm["x"] = 1', []],
    ['\tm["x"][k] = 1', ['m']],
    ['\tif m[k] == 1 {}', []],
    ['\tif m == nil {\n\t\tm = map[string]int{}\n\t}\n\tm[k] = 1', ['m']],
  ])('%s', (body, expected) => {
    expect(namesIn(`var m map[string]int\nfunc f(k string) {\n${body}\n}`)).toEqual(expected);
  });

  it.each([
    ['var h = &hub{}', ['hub.m']],
    ['var h hub', ['hub.m']],
    ['var h = newHub()\nfunc newHub() *hub {\n\treturn &hub{}\n}', ['hub.m']],
    ['var h = other{}', []],
  ])('a field, %s', (holder, expected) => {
    expect(
      namesIn(`type hub struct {\n\tm map[string]int\n}\n${holder}\nfunc (h *hub) f(k string) {\n\th.m[k] = 1\n}`),
    ).toEqual(expected);
  });

  it('takes time in proportion to the text: long tables, long lines, many brackets', () => {
    const hostile = [
      `var t = []byte{${'0x00,'.repeat(200_000)}}`,
      `var m = map[string]int{}\nfunc f() {\n\tm${'['.repeat(100_000)}${']'.repeat(100_000)} = 1\n}`,
      `var m = map[string]int{}\nfunc f() {\n\t${'m[k] = '.repeat(50_000)}1\n}`,
    ];
    for (const text of hostile) {
      const before = process.cpuUsage();
      namesIn(text);
      expect(process.cpuUsage(before).user).toBeLessThan(2_000_000);
    }
  });
});
