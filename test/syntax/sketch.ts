import type { Decl, Node } from '../../src/syntax/ast.ts';
import type { SourceFile } from '../../src/syntax/source-file.ts';
import { treeOf } from '../../src/syntax/parse/read-declaration.ts';
import { openFile } from '../../src/syntax/source-file.ts';
import { children } from '../../src/syntax/walk.ts';
import { parser } from '../parse-go.ts';

/** Opens a text; one without a package clause gets `package p`. */
export function open(text: string): SourceFile {
  return openFile('x.go', /^\s*package /.test(text) ? text : `package p\n${text}`);
}

/** The tree of the first declaration of a text. */
export function declared(text: string): Decl {
  const [first] = open(text).declarations;
  if (first === undefined) throw new Error(`no declaration in ${text}`);
  return treeOf(first, parser);
}

/** Writes a tree without positions: identifiers and literals as they are, all else as `(Kind attributes parts)`. */
export function sketch(node: Node): string {
  if (node.kind === 'Ident') return node.name;
  if (node.kind === 'BasicLit') return node.value;
  return `(${[node.kind, ...attributes(node), ...children(node).map(sketch)].join(' ')})`;
}

function attributes(node: Node): readonly string[] {
  const { kind: _, pos: __, end: ___, ...rest } = node;
  return Object.entries(rest).flatMap(([name, value]) =>
    value === true ? [name] : typeof value === 'string' ? [value] : [],
  );
}

/** The sketch of an expression. */
export function sketchExpr(text: string): string {
  return body(sketch(declared(`var x = ${text}`)), '(GenDecl var (ValueSpec x ', '))');
}

/** The sketch of a type. */
export function sketchType(text: string): string {
  return body(sketch(declared(`var x ${text}`)), '(GenDecl var (ValueSpec x ', '))');
}

/** The sketch of statements. */
export function sketchStmt(text: string): string {
  return body(sketch(declared(`func f() {\n${text}\n}`)), '(FuncDecl f (FuncType) (BlockStmt ', '))');
}

function body(whole: string, head: string, tail: string): string {
  if (!whole.startsWith(head) || !whole.endsWith(tail)) throw new Error(whole);
  return whole.slice(head.length, -tail.length);
}
