import type { FuncType, Ident, Stmt } from '../ast.ts';

/**
 * A list of statements without the blocks in it that change nothing: those that declare nothing, and one that is all
 * there is, unless it declares anew one of the names of the scope that the list is in.
 */
export function withoutPlainBlocks(list: readonly Stmt[], around: readonly Ident[] = []): readonly Stmt[] {
  if (!list.some(({ kind }) => kind === 'BlockStmt')) return list;
  const taken = new Set(around.map(({ name }) => name));
  return list.flatMap((stmt) => {
    if (stmt.kind !== 'BlockStmt') return [stmt];
    const declared = stmt.list.flatMap(declaredBy);
    const isPlain = declared.length === 0 || (list.length === 1 && !declared.some((name) => taken.has(name)));
    return isPlain ? stmt.list : [stmt];
  });
}

/** The names that a statement adds to the scope that it stands in. */
function declaredBy(stmt: Stmt): readonly string[] {
  if (stmt.kind === 'AssignStmt')
    return stmt.tok === ':=' ? stmt.lhs.flatMap((each) => (each.kind === 'Ident' ? [each.name] : [])) : [];
  if (stmt.kind !== 'DeclStmt' || stmt.decl.kind !== 'GenDecl') return [];
  return stmt.decl.specs.flatMap((spec) => (spec.kind === 'TypeSpec' ? [spec.name] : spec.names)).map(({ name }) => name);
}

/** The names that a function's signature adds to the scope of its body. */
export function namesOfSignature({ typeParams, params, results }: FuncType): readonly Ident[] {
  return [...typeParams, ...params, ...results].flatMap(({ names }) => names);
}
