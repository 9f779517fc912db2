import type { Decl, FuncDecl, GenDecl, TypeSpec, ValueSpec } from '../ast.ts';
import { parameters } from './lower-type.ts';
import type { Lowering } from './lowering.ts';
import { exprIn, field, fields, ident, identIn, listIn, named, optionalExprIn } from './lowering.ts';
import type { SyntaxNode } from '../parse/tree.ts';
import { namesOfSignature } from './plain-blocks.ts';

/** Reads a top-level declaration; undefined for anything else. */
export function lowerDecl(lowering: Lowering, node: SyntaxNode): Decl | undefined {
  switch (node.type) {
    case 'function_declaration': case 'method_declaration':
      return funcDecl(lowering, node);
    case 'var_declaration': case 'const_declaration': case 'type_declaration':
      return lowerGenDecl(lowering, node);
    default:
      return undefined;
  }
}

/** Reads a declaration of variables, constants or types, at the top level or in a function. */
export function lowerGenDecl(lowering: Lowering, node: SyntaxNode): GenDecl {
  const specs = named(node).flatMap((child) => (child.type === 'var_spec_list' ? named(child) : [child]));
  return {
    kind: 'GenDecl',
    tok: node.type === 'var_declaration' ? 'var' : node.type === 'const_declaration' ? 'const' : 'type',
    specs: specs.map((spec) =>
      node.type === 'type_declaration' ? typeSpec(lowering, spec) : valueSpec(lowering, spec),
    ),
    ...lowering.span(node),
  };
}

function funcDecl(lowering: Lowering, node: SyntaxNode): FuncDecl {
  const body = field(node, 'body');
  const recv = parameters(lowering, field(node, 'receiver'))[0];
  const type = lowering.funcType(node);
  return {
    kind: 'FuncDecl',
    recv,
    name: identIn(lowering, node, 'name'),
    type,
    body: body && lowering.block(body, [...(recv?.names ?? []), ...namesOfSignature(type)]),
    ...lowering.span(node),
  };
}

function valueSpec(lowering: Lowering, node: SyntaxNode): ValueSpec {
  return {
    kind: 'ValueSpec',
    names: fields(node, 'name').map((name) => ident(lowering, name)),
    type: optionalExprIn(lowering, node, 'type'),
    values: listIn(lowering, node, 'value'),
    ...lowering.span(node),
  };
}

function typeSpec(lowering: Lowering, node: SyntaxNode): TypeSpec {
  return {
    kind: 'TypeSpec',
    name: identIn(lowering, node, 'name'),
    typeParams: parameters(lowering, field(node, 'type_parameters')),
    alias: node.type === 'type_alias',
    type: exprIn(lowering, node, 'type'),
    ...lowering.span(node),
  };
}
