import { describe, expect, test } from 'vitest';
import { constantCondition } from '../../src/facts/constant.ts';
import { funcInfo, nodesOf } from '../parse-go.ts';
import { modelIn } from '../workspace/open-module.ts';

/** What the first condition in function F of package internal/a always is. */
function always(cond: string, main: string, parameter = 'dry bool'): boolean | undefined {
  const code = `package a\nimport "m/mode"\nconst off = false\nfunc F(${parameter}) { if ${cond} { println(mode.Fast) } }\n`;
  const files = {
    'internal/a/a.go': code,
    'mode/mode.go': 'package mode\nconst Fast = "fast"\nconst Slow = Fast\nconst (\n\tDraft = iota\n\tFinal\n\tBoth = Draft | Final\n)\n',
    'main.go': `package main\nimport "m/internal/a"\n${main}`,
  };
  const { info, decl } = funcInfo(modelIn('internal/a', files), 'F');
  const [statement] = nodesOf(decl, 'IfStmt');
  return statement && constantCondition(statement.cond, info);
}

describe('conditions on what all callers pass', () => {
  test('the same literal', () => {
    expect(always('dry', 'func main() { a.F(false); a.F(false) }')).toBe(false);
    expect(always('dry', 'func main() { a.F(true) }')).toBe(true);
    expect(always('dry', 'func main() { a.F(true); a.F(false) }')).toBeUndefined();
  });

  test('named constants, of whatever package', () => {
    expect(always('off', 'func main() { a.F(true) }')).toBe(false);
    expect(always('m == mode.Fast', 'import "m/mode"\nfunc main() { a.F(mode.Slow) }', 'm string')).toBe(true);
    expect(always('m != "fast"', 'import "m/mode"\nfunc main() { a.F(mode.Slow) }', 'm string')).toBe(false);
    expect(always('m == mode.Fast', 'func main() { a.F("slow") }', 'm string')).toBe(false);
  });

  test('numbers of iota', () => {
    expect(always('m == mode.Final', 'import "m/mode"\nfunc main() { a.F(mode.Draft) }', 'm int')).toBe(false);
    expect(always('m == 1', 'import "m/mode"\nfunc main() { a.F(mode.Final) }', 'm int')).toBe(true);
    expect(always('m == mode.Both', 'import "m/mode"\nfunc main() { a.F(mode.Draft) }', 'm int')).toBeUndefined();
  });

  test('through functions that hand on what they are given', () => {
    expect(always('dry', 'func main() { run(false) }\nfunc run(dry bool) { a.F(dry) }')).toBe(false);
    expect(always('dry', 'func main() { run(false) }\nfunc run(dry bool) { dry = true; a.F(dry) }')).toBeUndefined();
    expect(
      always('dry', 'func main() { run(false) }\nfunc run(dry bool) { if dry { run(dry) }; a.F(dry) }'),
    ).toBeUndefined();
  });

  test('unknown where somebody else may call it, or nobody does', () => {
    expect(always('dry', 'func main() { f := a.F; f(true); a.F(false) }')).toBeUndefined();
    expect(always('dry', 'func main() {}')).toBeUndefined();
    expect(always('dry', 'var flag bool\nfunc main() { a.F(flag) }')).toBeUndefined();
  });
});
