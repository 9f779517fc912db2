import { describe, expect, it } from 'vitest';
import type { Expr, Node } from '../../src/syntax/ast.ts';
import { children, someNode, walk } from '../../src/syntax/walk.ts';
import { declared } from './sketch.ts';

const everything = declared(`func (r *R[T]) f(a map[K]V, b ...chan<- int) (c interface{ M(); E }, d struct{ e [3]E }) {
	var x, y T = T{k: v}, u[i:j:k]
L:
	for i := 0; i < n; i++ { continue L }
	for k, v := range x.(T) { go g(-v) }
	if a := b; a { defer func() { c <- 1 }() } else if d { return 1, (2) } else { ; }
	switch s := 1; t { case 1, 2: x++; default: }
	switch z := w.(type) { case int, *T: y = x[i] }
	select { case m := <-c: f[A, B](p...); default: }
	type U[P any] = []P
}`);

function names(node: Node): readonly string[] {
  const found: string[] = [];
  walk(node, (each) => {
    if (each.kind === 'Ident') found.push(each.name);
  });
  return found;
}

describe('children', () => {
  it('stand in source order inside their parent', () => {
    walk(everything, (node) => {
      const parts =
        node.kind === 'FuncDecl'
          ? [node.recv, node.name, node.body].filter((part) => part !== undefined)
          : children(node);
      const inside = parts.every(({ pos, end }, i) => pos >= (parts[i - 1]?.end ?? node.pos) && end <= node.end);
      expect(inside, `${node.kind} ${node.pos}`).toBe(true);
    });
  });

  it('leave nothing out', () => {
    expect(names(everything).join(' ')).toBe(
      'r R T f a K V b int c M E d e E x y T T k v u i j k L i i n i L k v x T g v '
        + 'a b a c d s t x z w int T y x i m c f A B p U P any P',
    );
  });
});

describe('walk', () => {
  it('visits a node before its parts, and skips those of a node for which the visit says false', () => {
    const kinds: string[] = [];
    walk(declared('var f, g = func() { x() }, y'), (node) => {
      kinds.push(node.kind);
      return node.kind !== 'FuncLit';
    });
    expect(kinds).toEqual(['GenDecl', 'ValueSpec', 'Ident', 'Ident', 'FuncLit', 'Ident']);
  });

  it('does not recurse', () => {
    let node: Expr = { kind: 'Ident', name: 'x', pos: 0, end: 1 };
    for (let i = 0; i < 100_000; i++) node = { kind: 'StarExpr', x: node, pos: 0, end: 1 };
    expect(names(node)).toEqual(['x']);
    expect(someNode(node, ({ kind }) => kind === 'Ident')).toBe(true);
  });
});

describe('someNode', () => {
  it('asks the node itself and all below it', () => {
    const decl = declared('var f = func() { x() }');
    expect(someNode(decl, ({ kind }) => kind === 'GenDecl')).toBe(true);
    expect(someNode(decl, ({ kind }) => kind === 'CallExpr')).toBe(true);
    expect(someNode(decl, ({ kind }) => kind === 'GoStmt')).toBe(false);
  });
});
