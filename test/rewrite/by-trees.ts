import { sourceText } from '../../src/syntax/source-text.ts';
import type { PackageText } from '../../src/package-text.ts';
import type { AssignStmt, BlockStmt, CompositeLit, Expr, Field, FuncType, Node, Stmt } from '../../src/syntax/ast.ts';
import { someNode } from '../../src/syntax/walk.ts';
import type { Place } from './places.ts';
import { eachDeclaration, eachNode } from './places.ts';
import type { Change, Rewriting } from './rewriting.ts';

/** Rewritings of statements, expressions and names. */
export const byTrees: readonly Rewriting[] = [
  { name: 'parentheses', rewrite: (text) => eachDeclaration(text, parenthesized) },
  { name: 'var for :=', rewrite: withVar },
  { name: 'blocks around bodies', rewrite: (text) => eachDeclaration(text, inBlocks) },
  { name: 'fields by position or by key', rewrite: (text) => eachDeclaration(text, fieldsOtherwise) },
  { name: 'names of local variables', rewrite: renamed },
];

const put = (pos: number, text: string): Change => ({ pos, end: pos, text });
const around = ({ pos, end }: Node): readonly Change[] => [put(pos, '('), put(end, ')')];

/** `(x).y`, `<-(c)`, `v := (f())`, `(f)(x)`, `return (x)`. */
function parenthesized({ info }: Place): readonly Change[] {
  const isVar = (expr: Expr): boolean => expr.kind === 'Ident' && info.objectOf(expr)?.kind === 'Var';
  const isValue = (expr: Expr): boolean =>
    isVar(expr) || ['CallExpr', 'UnaryExpr', 'BinaryExpr', 'BasicLit'].includes(expr.kind);
  return eachNode(info, (node) => {
    switch (node.kind) {
      case 'SelectorExpr':
        return isVar(node.x) || node.x.kind === 'CallExpr' ? around(node.x) : [];
      case 'UnaryExpr':
        return node.op === '<-' && (isVar(node.x) || node.x.kind === 'SelectorExpr') ? around(node.x) : [];
      case 'CallExpr':
        return isVar(node.fun) || isPlainFunction(node.fun, info) ? around(node.fun) : [];
      case 'AssignStmt':
        return node.rhs.filter(isValue).flatMap(around);
      case 'ValueSpec':
        return node.values.filter(isValue).flatMap(around);
      case 'ReturnStmt':
        return node.results.filter(isValue).flatMap(around);
      default:
        return [];
    }
  });
}

/** Packages without generic functions: of those no type is inferred where they stand in parentheses. */
const plainPackages: readonly string[] = ['context', 'database/sql', 'net', 'net/http', 'os', 'os/signal', 'time'];

/** Whether a function, or a method of a variable, is certainly not generic. */
function isPlainFunction(func: Expr, info: Place['info']): boolean {
  if (func.kind === 'SelectorExpr' && func.x.kind === 'Ident') {
    const object = info.objectOf(func.x);
    return object?.kind === 'Var' || (object?.kind === 'PkgName' && plainPackages.includes(object.path));
  }
  const object = func.kind === 'Ident' ? info.objectOf(func) : undefined;
  const decl = object?.kind === 'Func' ? info.file.package.infoOf(object)?.decl : undefined;
  return decl?.kind === 'FuncDecl' && decl.type.typeParams.length === 0;
}

/** Each `:=` that declares all of its variables, as a statement of a block, becomes a declaration with `var`. */
export function withVar(text: PackageText): PackageText | undefined {
  return eachDeclaration(text, declared);
}

function declared({ info, source }: Place): readonly Change[] {
  const isDeclared = (target: Expr): boolean => {
    const object = target.kind === 'Ident' ? info.objectOf(target) : undefined;
    return target.kind === 'Ident' && (target.name === '_' || (object?.kind === 'Var' && object.ident === target));
  };
  const assigned = (stmt: Stmt): readonly Change[] => {
    if (stmt.kind === 'LabeledStmt') return assigned(stmt.stmt);
    if (stmt.kind !== 'AssignStmt' || stmt.tok !== ':=' || !stmt.lhs.every(isDeclared)) return [];
    const pos = definedAt(stmt, sourceText(source));
    return [put(stmt.pos, 'var '), { pos, end: pos + 2, text: '=' }];
  };
  return eachNode(info, (node) => statements(node).flatMap(assigned));
}

function definedAt(stmt: AssignStmt, text: string): number {
  return text.indexOf(':=', stmt.lhs.at(-1)?.end);
}

/** The statements that stand in a list of their own in a node. */
function statements(node: Node): readonly Stmt[] {
  if (node.kind === 'BlockStmt') return node.list;
  return node.kind === 'CaseClause' || node.kind === 'CommClause' ? node.body : [];
}

/** `{ { … } }` for all bodies, and `case x: { … }`. */
function inBlocks({ info }: Place): readonly Change[] {
  const wrapped = (body: BlockStmt): readonly Change[] =>
    body.list.length === 0 ? [] : [put(body.pos + 1, ' {'), put(body.end - 1, '} ')];
  return eachNode(info, (node) => {
    switch (node.kind) {
      case 'FuncDecl': case 'FuncLit':
        return node.body && !redeclaresParameter(node.body, node.type, info) ? wrapped(node.body) : [];
      case 'IfStmt': case 'ForStmt': case 'RangeStmt':
        return wrapped(node.body);
      case 'CaseClause': case 'CommClause': {
        const [first, last] = [node.body[0], node.body.at(-1)];
        if (!first || !last || node.body.some((each) => each.kind === 'BranchStmt' && each.tok === 'fallthrough'))
          return [];
        return [put(first.pos, '{ '), put(last.end, '; }')];
      }
      default:
        return [];
    }
  });
}

/** Whether a `:=` of the body assigns a parameter or result, which in a block of its own it would declare anew. */
function redeclaresParameter(body: BlockStmt, { params, results }: FuncType, info: Place['info']): boolean {
  const names = new Set([...params, ...results].flatMap((field: Field) => field.names.map(({ name }) => name)));
  if (info.decl.kind === 'FuncDecl') for (const { name } of info.decl.recv?.names ?? []) names.add(name);
  return body.list.some((stmt) => stmt.kind === 'AssignStmt' && stmt.tok === ':='
    && stmt.lhs.some((target) => target.kind === 'Ident' && names.has(target.name)));
}

/** `T{x}` for `T{a: x}` and the other way round, where all fields are given and T is a struct of the package. */
function fieldsOtherwise({ info, source }: Place): readonly Change[] {
  return eachNode(info, (node) => {
    const names = node.kind === 'CompositeLit' && node.type?.kind === 'Ident' ? fieldNames(node.type, info) : undefined;
    if (node.kind !== 'CompositeLit' || names === undefined || node.elts.length !== names.length || names.length === 0)
      return [];
    const isKeyed = node.elts.every((elt) => elt.kind === 'KeyValueExpr');
    return isKeyed ? byPosition(node, names, sourceText(source)) : byKey(node, names);
  });
}

function byKey({ elts }: CompositeLit, names: readonly string[]): readonly Change[] {
  if (elts.some((elt) => elt.kind === 'KeyValueExpr')) return [];
  return elts.map((elt, i) => put(elt.pos, `${names[i]}: `));
}

/** Only where the fields stand in order, since the keys alone are taken out. */
function byPosition({ elts }: CompositeLit, names: readonly string[], text: string): readonly Change[] {
  const isInOrder = elts.every(
    (elt, i) => elt.kind === 'KeyValueExpr' && text.slice(elt.key.pos, elt.key.end) === names[i],
  );
  if (!isInOrder) return [];
  return elts.flatMap((elt) => (elt.kind === 'KeyValueExpr' ? [{ pos: elt.pos, end: elt.value.pos, text: '' }] : []));
}

/** The names of the fields of a struct type, in order; undefined for other types. */
function fieldNames(type: Expr, info: Place['info']): readonly string[] | undefined {
  const object = type.kind === 'Ident' ? info.objectOf(type) : undefined;
  const struct = object?.kind === 'TypeName' && !object.spec.alias ? object.spec.type : undefined;
  if (struct?.kind !== 'StructType' || struct.fields.some(({ names }) => names.length === 0)) return undefined;
  return struct.fields.flatMap(({ names }) => names.map(({ name }) => name));
}

/** All local variables, parameters included, get names that end in Renamed, wherever they stand. */
export function renamed(text: PackageText): PackageText | undefined {
  return eachDeclaration(text, namedOtherwise);
}

function namedOtherwise({ info }: Place): readonly Change[] {
  if (info.decl.kind !== 'FuncDecl' || someNode(info.decl, ({ kind }) => kind === 'BadStmt')) return [];
  return eachNode(info, (node) => {
    const object = node.kind === 'Ident' && node.name !== '_' ? info.objectOf(node) : undefined;
    return object?.kind === 'Var' && object.role !== 'package' ? [put(node.end, 'Renamed')] : [];
  });
}
