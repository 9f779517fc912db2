import { sourceText } from '../src/syntax/source-text.ts';
import type { DeclInfo } from '../src/model/info.ts';
import type { PackageModel } from '../src/model/package-model.ts';
import { packageModel } from '../src/model/package-model.ts';
import type { Expr, FuncDecl, Ident, Node } from '../src/syntax/ast.ts';
import { loadParser } from '../src/syntax/parse/load-parser.ts';
import { walk } from '../src/syntax/walk.ts';

/** One parser for all tests of a process. A test that breaks or closes a parser loads one of its own. */
export const parser = await loadParser();

/** The model of a package given as file name to text; a text without a package clause gets `package p`. */
export function modelOf(files: Readonly<Record<string, string>>): PackageModel {
  return packageModel(parser, {
    name: 'p',
    files: Object.entries(files).map(([path, text]) => ({ path, text: withClause(text), report: true })),
    go: { version: '1.22', toolchain: undefined, godebug: {} },
  });
}

function withClause(text: string): string {
  return /^\s*package /.test(text) ? text : `package p\n${text}`;
}

/** The function or method of that name, resolved. */
export function funcInfo(model: PackageModel, name: string): { readonly info: DeclInfo; readonly decl: FuncDecl } {
  for (const info of model.declarationsUsing(name)) {
    if (info.decl.kind === 'FuncDecl' && info.decl.name.name === name) return { info, decl: info.decl };
  }
  throw new Error(`no function ${name}`);
}

/** All nodes of one kind below a node, in source order. */
export function nodesOf<K extends Node['kind']>(node: Node, kind: K): readonly Extract<Node, { kind: K }>[] {
  const found: Extract<Node, { kind: K }>[] = [];
  walk(node, (each) => {
    if (isKind(each, kind)) found.push(each);
  });
  return found;
}

function isKind<K extends Node['kind']>(node: Node, kind: K): node is Extract<Node, { kind: K }> {
  return node.kind === kind;
}

/** The identifiers of that name below a node, in source order. */
export function idents(node: Node, name: string): readonly Ident[] {
  return nodesOf(node, 'Ident').filter((ident) => ident.name === name);
}

/** The text of a node. */
export function textOf(node: Expr | Node, info: DeclInfo): string {
  return sourceText(info.file.source).slice(node.pos, node.end);
}
