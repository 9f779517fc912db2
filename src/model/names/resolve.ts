import type {
  AssignStmt, CaseClause, CompositeLit, Decl, Expr, Field, FuncDecl, FuncLit, FuncType, GenDecl, Ident, Node, RangeStmt,
  TypeSpec, TypeSwitchStmt, ValueSpec,
} from '../../syntax/ast.ts';
import { children } from '../../syntax/walk.ts';

import type { DeclInfo, FuncNode, ModelFile, Obj, Origin, Var } from '../info.ts';

/** Looks a name up outside of all functions: imports, the package, the universe. */
export type OuterLookup = (name: string, file: ModelFile) => Obj | undefined;

/** What is gathered in one walk over a declaration. */
interface Resolution {
  readonly info: DeclInfo;
  readonly objects: Map<Ident, Obj>;
  readonly uses: Map<Var, Ident[]>;
  /** Identifiers that no scope of the declaration holds: looked up when somebody asks, which is seldom. */
  readonly outside: Set<Ident>;
}

interface Scope {
  readonly resolution: Resolution;
  readonly objects: Map<string, Obj>;
  readonly outer: Scope | undefined;
  /** The function whose variables are declared here; undefined at package level. */
  readonly func: FuncNode | undefined;
}

/** Finds out what the identifiers of one declaration mean, by Go's rules of scope (spec: Declarations and scope). */
export function resolve(decl: Decl, file: ModelFile, outerLookup: OuterLookup, spend: DeclInfo['spend']): DeclInfo {
  const parents = new Map<Node, Node>();
  adopt(decl, parents);
  const objects = new Map<Ident, Obj>();
  const uses = new Map<Var, Ident[]>();
  const outside = new Set<Ident>();
  const info: DeclInfo = {
    file,
    decl,
    parent(node) {
      spend(1);
      return parents.get(node);
    },
    objectOf: (ident) => objects.get(ident) ?? (outside.has(ident) ? outerLookup(ident.name, file) : undefined),
    usesOf(variable) {
      const found = uses.get(variable) ?? [];
      spend(found.length);
      return found;
    },
    enclosingFunc(node) {
      for (let at = parents.get(node); at; at = parents.get(at)) {
        spend(1);
        if (at.kind === 'FuncDecl' || at.kind === 'FuncLit') return at;
      }
      return undefined;
    },
    spend,
  };
  visit(decl, { resolution: { info, objects, uses, outside }, objects: new Map(), outer: undefined, func: undefined });
  return info;
}

function adopt(node: Node, parents: Map<Node, Node>): void {
  for (const child of children(node)) {
    parents.set(child, node);
    adopt(child, parents);
  }
}

/** A scope within `outer`; `func` where a function begins with it. */
function inner(outer: Scope, func?: FuncNode): Scope {
  return { resolution: outer.resolution, objects: new Map(), outer, func: func ?? outer.func };
}

function lookup(name: string, scope: Scope): Obj | undefined {
  for (let at: Scope | undefined = scope; at; at = at.outer) {
    const found = at.objects.get(name);
    if (found) return found;
  }
  return undefined;
}

function use(ident: Ident, scope: Scope): void {
  const { objects, uses, outside } = scope.resolution;
  const object = lookup(ident.name, scope);
  if (!object) {
    outside.add(ident);
    return;
  }
  objects.set(ident, object);
  if (object.kind !== 'Var') return;
  const known = uses.get(object);
  if (known) known.push(ident);
  else uses.set(object, [ident]);
}

function declare(ident: Ident, object: Obj, scope: Scope): void {
  scope.resolution.objects.set(ident, object);
  if (ident.name !== '_') scope.objects.set(ident.name, object);
}

/** Outside of functions the package's own object is meant, so that all declarations agree on its identity. */
function declareVar(ident: Ident, scope: Scope, type: Expr | undefined, origin: Origin | undefined): void {
  const { info, outside } = scope.resolution;
  if (scope.func) declare(ident, { ...newVar(ident, info), func: scope.func, type, origin }, scope);
  else outside.add(ident);
}

function newVar(ident: Ident, info: DeclInfo): Var {
  return {
    kind: 'Var',
    name: ident.name,
    role: 'local',
    ident,
    info,
    func: undefined,
    type: undefined,
    origin: undefined,
    variadic: false,
  };
}

function visitAll(nodes: readonly (Node | undefined)[], scope: Scope): void {
  for (const node of nodes) if (node) visit(node, scope);
}

function visit(node: Node, scope: Scope): void {
  switch (node.kind) {
    case 'Ident':
      return use(node, scope);
    case 'SelectorExpr':
      return visit(node.x, scope);
    case 'CompositeLit':
      return visitCompositeLit(node, scope);
    case 'FuncDecl':
    case 'FuncLit':
      return visitFunc(node, scope);
    case 'Field': // a struct field or a parameter of a function type: only its type is looked up
      return visit(node.type, scope);
    case 'GenDecl':
      return visitGenDecl(node, scope);
    case 'AssignStmt':
      return visitAssign(node, scope);
    case 'RangeStmt':
      return visitRange(node, scope);
    case 'TypeSwitchStmt':
      return visitTypeSwitch(node, scope);
    case 'LabeledStmt':
      return visit(node.stmt, scope);
    case 'BranchStmt':
      return;
    case 'BlockStmt':
    case 'IfStmt':
    case 'ForStmt':
    case 'SwitchStmt':
    case 'CaseClause':
    case 'CommClause':
      return visitAll(children(node), inner(scope));
    default:
      return visitAll(children(node), scope);
  }
}

/** A key that is a bare identifier names a field unless the literal is visibly a map or array. */
function visitCompositeLit(literal: CompositeLit, scope: Scope): void {
  if (literal.type) visit(literal.type, scope);
  const keysAreExpressions = literal.type?.kind === 'MapType' || literal.type?.kind === 'ArrayType';
  for (const element of literal.elts) {
    if (element.kind !== 'KeyValueExpr') visit(element, scope);
    else {
      if (keysAreExpressions || element.key.kind !== 'Ident') visit(element.key, scope);
      visit(element.value, scope);
    }
  }
}

function visitFunc(func: FuncDecl | FuncLit, scope: Scope): void {
  const own = inner(scope, func);
  const receiver = func.kind === 'FuncDecl' ? func.recv : undefined;
  if (receiver) declareReceiver(receiver, func, own);
  declareTypeParams(func.type, own);
  for (const param of func.type.params) declareParam(param, 'param', func, own);
  for (const result of func.type.results) declareParam(result, 'result', func, own);
  if (func.body) visitAll(func.body.list, own);
}

/** The type parameters in `func (r *R[K, V])` are declared by the receiver itself. */
function declareReceiver(receiver: Field, func: FuncNode, scope: Scope): void {
  const base = receiver.type.kind === 'StarExpr' ? receiver.type.x : receiver.type;
  if (base.kind === 'IndexExpr') {
    for (const index of base.indices) if (index.kind === 'Ident') declare(index, { kind: 'TypeParam' }, scope);
  }
  declareParam(receiver, 'recv', func, scope);
}

function declareTypeParams(type: FuncType, scope: Scope): void {
  for (const param of type.typeParams) {
    for (const name of param.names) declare(name, { kind: 'TypeParam' }, scope);
  }
  for (const param of type.typeParams) visit(param.type, scope);
}

function declareParam(param: Field, role: 'param' | 'result' | 'recv', func: FuncNode, scope: Scope): void {
  visit(param.type, scope);
  const variadic = param.type.kind === 'Ellipsis';
  const type = param.type.kind === 'Ellipsis' ? param.type.elt : param.type;
  for (const ident of param.names) {
    declare(ident, { ...newVar(ident, scope.resolution.info), role, func, type, variadic }, scope);
  }
}

function visitGenDecl(group: GenDecl, scope: Scope): void {
  for (const spec of group.specs) {
    if (spec.kind === 'ValueSpec') visitValueSpec(spec, group.tok === 'const', scope);
    else {
      declareType(spec, scope);
      const own = inner(scope);
      for (const param of spec.typeParams) for (const name of param.names) declare(name, { kind: 'TypeParam' }, own);
      visitAll([...spec.typeParams, spec.type], own);
    }
  }
}

function declareType(spec: TypeSpec, scope: Scope): void {
  const { info, outside } = scope.resolution;
  if (scope.func) declare(spec.name, { kind: 'TypeName', spec, info }, scope);
  else outside.add(spec.name);
}

function visitValueSpec(spec: ValueSpec, constant: boolean, scope: Scope): void {
  visitAll([spec.type, ...spec.values], scope);
  spec.names.forEach((ident, index) => {
    if (constant)
      declare(
        ident,
        { kind: 'Const', name: ident.name, value: spec.values[index], info: scope.resolution.info },
        scope,
      );
    else declareVar(ident, scope, spec.type, originOf(spec.values, index, spec.names.length));
  });
}

function visitAssign(assign: AssignStmt, scope: Scope): void {
  visitAll(assign.rhs, scope);
  assign.lhs.forEach((target, index) => {
    const declares = assign.tok === ':=' && target.kind === 'Ident' && !scope.objects.has(target.name);
    if (declares) declareVar(target, scope, undefined, originOf(assign.rhs, index, assign.lhs.length));
    else visit(target, scope);
  });
}

function visitRange(range: RangeStmt, scope: Scope): void {
  visit(range.x, scope);
  const own = inner(scope);
  const declareOrUse = (target: Expr | undefined, index: 0 | 1): void => {
    if (!target) return;
    if (range.tok === ':=' && target.kind === 'Ident')
      declareVar(target, own, undefined, { kind: 'range', range, index });
    else visit(target, own);
  };
  declareOrUse(range.key, 0);
  declareOrUse(range.value, 1);
  visit(range.body, own);
}

function visitTypeSwitch(statement: TypeSwitchStmt, scope: Scope): void {
  const own = inner(scope);
  visitAll([statement.init, statement.x], own);
  for (const clause of statement.body) visitTypeClause(clause, statement, own);
}

/** The symbol of a type switch is a new variable in each clause; only the one-type clauses narrow it. */
function visitTypeClause(clause: CaseClause, statement: TypeSwitchStmt, scope: Scope): void {
  const own = inner(scope);
  visitAll(clause.list ?? [], own);
  const only = clause.list?.length === 1 ? clause.list[0] : undefined;
  const { name } = statement;
  if (name && scope.func) {
    const origin: Origin = { kind: 'value', value: statement.x, index: 0, count: 1 };
    declare(name, { ...newVar(name, scope.resolution.info), func: scope.func, type: only, origin }, own);
  }
  visitAll(clause.body, own);
}

function originOf(values: readonly Expr[], index: number, count: number): Origin | undefined {
  const single = values.length === 1 ? values[0] : undefined;
  if (single) return { kind: 'value', value: single, index, count };
  const own = values[index];
  return own && { kind: 'value', value: own, index: 0, count: 1 };
}
