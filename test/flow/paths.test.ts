import { describe, expect, test } from 'vitest';
import { functionCfgs } from '../../src/flow/function-cfg.ts';
import type { Path } from '../../src/flow/paths.ts';
import { after, entryOf, findPaths, pointAt, reachesExit } from '../../src/flow/paths.ts';
import type { Cfg } from '../../src/flow/cfg.ts';
import { funcInfo, modelOf, nodesOf, textOf } from '../parse-go.ts';

/**
 * The exits of function f that can be reached from its call of `take()` without a statement `drop()` on the way, as
 * `kind@line`, counted from the line of `func f`; `again` where `take()` itself is reached again.
 */
function exits(source: string): readonly string[] {
  const model = modelOf({ 'a.go': `package p\n${source}` });
  const { info, decl } = funcInfo(model, 'f');
  const cfg = functionCfgs(model).of(decl, info);
  const take = nodesOf(decl, 'CallExpr').find((call) => textOf(call, info) === 'take()');
  const start = cfg && take && pointAt(cfg, take);
  if (!cfg || !start) throw new Error('no call of take()');
  const first = info.file.source.lines.position(decl.pos).line;
  const name = (path: Path, graph: Cfg): string => {
    if (path.hit) return 'again';
    const last = path.end.nodes[path.end.nodes.length - 1];
    const offset = path.end.exit === 'end' || !last ? graph.closingBrace : last.pos;
    return `${path.end.exit}@${info.file.source.lines.position(offset).line - first}`;
  };
  const paths = findPaths(after(start), {
    node: (node) => (textOf(node, info) === 'drop()' ? 'cut' : textOf(node, info) === 'take()' ? 'hit' : 'pass'),
    feasible: () => true,
  });
  return paths.map((path) => name(path, cfg)).sort();
}

describe('branches', () => {
  test('if and else', () => {
    expect(exits(`func f(a bool) {
	take()
	if a {
		drop()
		return
	} else if !a {
		return
	}
	drop()
}`)).toEqual(['return@6']);
  });

  test('each leaf of && and || is a branch of its own', () => {
    expect(exits(`func f(a, b bool) {
	take()
	if a && (b || drop2()) {
		return
	}
	drop()
}`)).toEqual(['return@3']);
  });

  test('a switch without default can be passed by, one with default cannot', () => {
    expect(exits(`func f(a int) {
	take()
	switch a {
	case 1, 2:
		drop()
	case 3:
		return
	}
}`)).toEqual(['end@8', 'return@6']);
    expect(exits(`func f(a int) {
	take()
	switch {
	default:
		drop()
	case a > 1:
		drop()
	}
}`)).toEqual([]);
  });

  test('fallthrough goes on into the next case, break leaves the switch', () => {
    expect(exits(`func f(a int) {
	take()
	switch a {
	case 1:
		fallthrough
	case 2:
		drop()
		return
	case 3:
		break
	default:
		drop()
	}
}`)).toEqual(['end@13']);
  });

  test('a type switch', () => {
    expect(exits(`func f(a any) {
	take()
	switch x := a.(type) {
	case int:
		drop()
	case string, error:
		_ = x
		return
	default:
		drop()
	}
}`)).toEqual(['return@7']);
  });
});

describe('select', () => {
  test('waits for one of its clauses: there is no way past them', () => {
    expect(exits(`func f(a, b chan int) {
	take()
	select {
	case <-a:
		drop()
	case b <- 1:
		drop()
	}
}`)).toEqual([]);
  });

  test('select {} never ends', () => {
    expect(exits('func f() {\n\ttake()\n\tselect {}\n}')).toEqual([]);
  });

  test('break leaves the select only, a labelled one the loop', () => {
    expect(exits(`func f(a chan int) {
	take()
	for {
		select {
		case <-a:
			break
		}
	}
}`)).toEqual([]);
    expect(exits(`func f(a chan int) {
	take()
loop:
	for {
		select {
		case <-a:
			break loop
		}
	}
}`)).toEqual(['end@9']);
  });
});

describe('loops', () => {
  test('for {} and for true end by break, return or goto only', () => {
    expect(exits('func f() {\n\ttake()\n\tfor {\n\t}\n}')).toEqual([]);
    expect(exits('func f() {\n\ttake()\n\tfor true {\n\t}\n}')).toEqual([]);
    expect(exits('func f(a bool) {\n\ttake()\n\tfor a {\n\t}\n}')).toEqual(['end@4']);
  });

  test('the acquisition can be reached again round the loop, continue included', () => {
    expect(exits(`func f(a bool) {
	for i := 0; i < 3; i++ {
		take()
		if a {
			continue
		}
		drop()
	}
}`)).toEqual(['again', 'end@8']);
  });

  test('a labelled continue goes to the outer loop', () => {
    expect(exits(`func f(a []int) {
outer:
	for _, x := range a {
		take()
		for {
			if x > 0 {
				continue outer
			}
		}
	}
}`)).toEqual(['again', 'end@10']);
  });

  test('ranges over collections, integers and functions run out', () => {
    for (const operand of ['s', '10', 'seq']) {
      expect(exits(`func f(s []int, seq func(func(int) bool)) {\n\ttake()\n\tfor range ${operand} {\n\t}\n}`)).toEqual([
        'end@4',
      ]);
    }
  });

  test('a range over the channel of a ticker does not', () => {
    expect(exits(`func f(t *time.Ticker) {
	take()
	for range t.C {
	}
}
`.replace('func f', 'import "time"\nfunc f'))).toEqual([]);
  });
});

describe('jumps', () => {
  test('goto forward and backward', () => {
    expect(exits(`func f(a bool) {
	take()
	if a {
		goto exit
	}
	drop()
	return
exit:
}`)).toEqual(['end@8']);
    expect(exits(`func f(a bool) {
again:
	if a {
		goto again
	}
	take()
	goto again
}`)).toEqual(['again']);
  });

  test('what stands behind a jump is not reached', () => {
    expect(exits(`func f() {
	take()
	drop()
	return
	return
}`)).toEqual([]);
  });
});

describe('calls that do not come back', () => {
  test('panic, os.Exit, log.Fatal and their like are no exits; runtime.Goexit is one', () => {
    for (const call of ['panic("x")', 'os.Exit(1)', 'log.Fatalf("x")', 'logger.Fatal("x")', 't.FailNow()']) {
      expect(exits(`import ("log"; "os")\nfunc f(logger, t any) {\n\ttake()\n\t${call}\n}`)).toEqual([]);
    }
    expect(exits('import "runtime"\nfunc f() {\n\ttake()\n\truntime.Goexit()\n}')).toEqual(['goexit@2']);
  });

  test('functions of the package that never return, two calls deep', () => {
    expect(exits(`func f() {
	take()
	die()
}
func die() { die2() ; panic("not reached") }
func die2() { for { } }`)).toEqual([]);
    expect(exits(`func f(a bool) {
	take()
	maybe(a)
}
func maybe(a bool) { if a { panic("x") } }`)).toEqual(['end@3']);
  });
});

test('defer is a statement like any other', () => {
  expect(exits('func f() {\n\ttake()\n\tdefer drop()\n}')).toEqual(['end@3']);
});

test('the body of a literal is no part of the function around it', () => {
  expect(exits('func f() {\n\ttake()\n\tgo func() { return }()\n\tdrop()\n}')).toEqual([]);
});

test('a function that only loops has no exit', () => {
  const model = modelOf({ 'a.go': 'package p\nfunc f() { for { g() } }\nfunc g() {}' });
  const cfgs = functionCfgs(model);
  const reaches = ['f', 'g'].map((name) => {
    const { info, decl } = funcInfo(model, name);
    const cfg = cfgs.of(decl, info);
    return cfg && reachesExit(entryOf(cfg));
  });
  expect(reaches).toEqual([false, true]);
});
