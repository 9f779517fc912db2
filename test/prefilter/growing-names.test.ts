import { describe, expect, it } from 'vitest';
import { growingNames } from '../../src/prefilter/growing-names.ts';

function namesIn(text: string, container: 'map' | 'slice' = 'map'): readonly string[] {
  const names = growingNames({ name: 'p', files: [{ path: 'a.go', text: `package p\n${text}\n`, report: true }] }, container, () => true);
  return names.map(({ name, owner }) => (owner === undefined ? name : `${owner}.${name}`));
}

const insert = 'func f(k string) {\n\tm[k] = 1\n}';

describe('names that may grow, by the text', () => {
  it.each([
    ['var m = map[string]int{}', ['m']],
    ['var (\n\tm = map[string]int{}\n)', ['m']],
    ['var n, m map[string]int', ['m']],
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
    ['\tm[k] += 2', ['m']],
    ['\tm[a[k]] = 1', ['m']],
    ['\tm["x"] = 1', []],
    ['\tm["x"][k] = 1', ['m']],
    ['\tif m[k] == 1 {}', []],
    ['\tm[k] = 1\n\tdelete(m, k)', []],
    ['\tm[k] = 1\n\tdelete(x.m, k)', ['m']],
    ['\tm[k] = 1\n\tif len(m) > 9 {}', []],
    ['\tm[k] = 1\n\tm = nil', []],
    ['\tif m == nil {\n\t\tm = map[string]int{}\n\t}\n\tm[k] = 1', ['m']],
  ])('%s', (body, expected) => {
    expect(namesIn(`var m map[string]int\nfunc f(k string) {\n${body}\n}`)).toEqual(expected);
  });

  it.each([
    ['var h = &hub{}', ['hub.m']],
    ['var h hub', ['hub.m']],
    ['var h = newHub()\nfunc newHub() *hub {\n\treturn &hub{}\n}', ['hub.m']],
    ['var h = other{}', []],
    ['var h = &hub{}\nfunc (s *server) g() {\n\ts.h = &hub{}\n}', []],
  ])('a field, %s', (holder, expected) => {
    expect(namesIn(`type hub struct {\n\tm map[string]int\n}\n${holder}\nfunc (h *hub) f(k string) {\n\th.m[k] = 1\n}`)).toEqual(expected);
  });

  it('asks of slices only where something may run again and again', () => {
    expect(namesIn('var s []int\nfunc f() {\n\ts = append(s, 1)\n}', 'slice')).toEqual([]);
    expect(namesIn('var s []int\nfunc f() {\n\tfor {\n\t\ts = append(s, 1)\n\t}\n}', 'slice')).toEqual(['s']);
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
