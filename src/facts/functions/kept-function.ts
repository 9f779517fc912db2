import type { DeclInfo, ModelFile, PackageModel, TypeName, Var } from '../../model/info.ts';
import { parameterAt } from '../../model/code/parameter-at.ts';
import { useOf } from '../../model/code/use.ts';
import { dereferenced, typeNameOf, underlying } from '../../model/types/type.ts';
import { calleeOf, funcOf, typeOf } from '../../model/types/type-of.ts';
import type { CallExpr, Expr, Ident, Node, SelectorExpr } from '../../syntax/ast.ts';
import { isAlone, isSelected } from '../../syntax/token/token-place.ts';
import type { TokenTest } from '../../syntax/token/token-range.ts';
import { walk } from '../../syntax/walk.ts';
import type { CallSite } from '../callers.ts';
import { isClosedPackage } from '../callers.ts';
import { isExported } from '../../syntax/is-exported.ts';

/** What holds a function, or a table with functions as entries. */
type Keeper =
  | { readonly kind: 'variable'; readonly variable: Var }
  | { readonly kind: 'field'; readonly owner: TypeName; readonly name: string };

/** So many declarations are looked through for one keeper. */
const mostDeclarations = 200;

/** So many parameters, variables and keepers are followed one after the other. */
const mostSteps = 6;

/**
 * The calls of what keeps a function value: of the field it is put into, or of the entries of a table that it is
 * registered in, by way of a parameter too. Undefined where it may be called in a way that we do not see.
 */
export function callsOfKept(expr: Expr, info: DeclInfo, steps = mostSteps): readonly CallSite[] | undefined {
  if (steps <= 0) return undefined;
  const use = useOf(expr, info);
  if (use.kind === 'argument') {
    return isBuiltin(use.call, 'append', info)
      ? callsOfList(use.call, info, steps)
      : callsOfArgument(use.call, use.index, info, steps);
  }
  const keeper =
    use.kind === 'stored' ? keeperOf(use.target, info)
    : use.kind === 'element' ? (fieldOf(use.literal, use.field, info) ?? keeperOfLiteral(use.literal, info))
    : undefined;
  return keeper && callsOfKeeper(keeper, steps);
}

/** `hooks = append(hooks, f)`. */
function callsOfList(call: CallExpr, info: DeclInfo, steps: number): readonly CallSite[] | undefined {
  const use = useOf(call, info);
  const keeper = use.kind === 'stored' ? keeperOf(use.target, info) : undefined;
  return keeper && callsOfKeeper(keeper, steps);
}

/** `Register("mongo", f)`, where the function keeps its parameter, or calls it. */
function callsOfArgument(
  call: CallExpr,
  index: number,
  info: DeclInfo,
  steps: number,
): readonly CallSite[] | undefined {
  const func = funcOf(calleeOf(call, info, info.file.package));
  const callee = func && func.file.package.infoOf(func);
  const parameter = callee?.decl.kind === 'FuncDecl' ? parameterAt(callee.decl, index, callee) : undefined;
  if (!callee || !parameter || parameter.variadic) return undefined;
  return ofAll(callee.usesOf(parameter), (ident) => callsBy(ident, callee, steps - 1));
}

/** The calls by way of one mention of what is, or holds, a function value. */
function callsBy(expr: Expr, info: DeclInfo, steps: number): readonly CallSite[] | undefined {
  const parent = info.parent(expr);
  if (parent?.kind === 'IndexExpr' && parent.x === expr) return callsBy(parent, info, steps);
  if (parent?.kind === 'RangeStmt' && parent.x === expr) {
    const value = parent.value?.kind === 'Ident' ? info.objectOf(parent.value) : undefined;
    return value?.kind === 'Var' ? callsOfLocal(value, info, steps) : undefined;
  }
  const use = useOf(expr, info);
  if (use.kind === 'called') return [{ call: use.call, info }];
  if (use.kind === 'assigned' || use.kind === 'compared') return [];
  if (use.kind === 'argument' && ['len', 'delete'].some((name) => isBuiltin(use.call, name, info))) return [];
  if (use.kind === 'argument' && isBuiltin(use.call, 'append', info) && use.index === 0) return [];
  const target = use.kind === 'stored' && use.target.kind === 'Ident' ? info.objectOf(use.target) : undefined;
  if (target?.kind === 'Var' && target.role === 'local') return callsOfLocal(target, info, steps);
  return callsOfKept(expr, info, steps);
}

function callsOfLocal(variable: Var, info: DeclInfo, steps: number): readonly CallSite[] | undefined {
  if (steps <= 0) return undefined;
  return ofAll(info.usesOf(variable), (ident) => callsBy(ident, info, steps - 1));
}

/** `v`, `x.f`, or an entry of one of them. */
function keeperOf(target: Expr, info: DeclInfo): Keeper | undefined {
  if (target.kind === 'IndexExpr') return keeperOf(target.x, info);
  if (target.kind === 'SelectorExpr') return fieldOf(target.x, target.sel.name, info);
  const object = target.kind === 'Ident' ? info.objectOf(target) : undefined;
  return object?.kind === 'Var' && object.role === 'package' ? { kind: 'variable', variable: object } : undefined;
}

/** `var table = map[string]func(){"a": f}`, and the same as a field. */
function keeperOfLiteral(literal: Expr, info: DeclInfo): Keeper | undefined {
  const use = useOf(literal, info);
  if (use.kind === 'stored') return keeperOf(use.target, info);
  return use.kind === 'element' ? fieldOf(use.literal, use.field, info) : undefined;
}

function fieldOf(value: Expr, name: string | undefined, info: DeclInfo): Keeper | undefined {
  const type = name === undefined ? undefined : dereferenced(typeOf(value, info, info.file.package));
  const owner = typeNameOf(type);
  if (name === undefined || !owner) return undefined;
  return underlying(type)?.kind === 'Struct' ? { kind: 'field', owner, name } : undefined;
}

function callsOfKeeper(keeper: Keeper, steps: number): readonly CallSite[] | undefined {
  const mentions = keeper.kind === 'variable' ? mentionsOfVariable(keeper.variable) : mentionsOfField(keeper);
  return mentions && ofAll(mentions, ({ expr, info }) => callsBy(expr, info, steps - 1));
}

interface Mention {
  readonly expr: Ident | SelectorExpr;
  readonly info: DeclInfo;
}

function mentionsOfVariable({ name, ident, info: { file } }: Var): Iterable<Mention> | undefined {
  if (isExported(name)) return undefined;
  return mentionsIn([file.package], name, file, isAlone, (node, info) => {
    const object = node.kind === 'Ident' && node !== ident ? info.objectOf(node) : undefined;
    return node.kind === 'Ident' && object?.kind === 'Var' && object.ident === ident ? node : undefined;
  });
}

/** What selects the field, or may, as far as the type of the value is known. */
function mentionsOfField({ owner, name }: Extract<Keeper, { kind: 'field' }>): Iterable<Mention> | undefined {
  const { info: { file } } = owner;
  const own = file.package;
  if (isExported(name) && isExported(owner.spec.name.name) && !isClosedPackage(own)) return undefined;
  // Who does not import the package has no name for the type, and next to never a value of it.
  const packages = isExported(name) ? own.others.importers(own) : [];
  return packages && mentionsIn([own, ...packages], name, file, isSelected, (node, info) =>
    node.kind === 'SelectorExpr' && node.sel.name === name && maySelect(node, owner, info) ? node : undefined);
}

/** What passes two tests, of tokens and of nodes; undefined where the name stands in too many declarations. */
function mentionsIn(
  packages: readonly PackageModel[],
  name: string,
  from: ModelFile,
  place: TokenTest,
  mentioned: (node: Node, info: DeclInfo) => Mention['expr'] | undefined,
): Iterable<Mention> | undefined {
  if (packages.flatMap((model) => model.mentions(name, from)).length > mostDeclarations) return undefined;
  return found();

  function* found(): Generator<Mention, void> {
    for (const each of packages.flatMap((model) => model.mentions(name, from, place))) {
      const info = each.info();
      const exprs: Mention['expr'][] = [];
      walk(info.decl, (node) => {
        const expr = mentioned(node, info);
        if (expr) exprs.push(expr);
      });
      for (const expr of exprs) yield { expr, info };
    }
  }
}

function maySelect({ x }: SelectorExpr, owner: TypeName, info: DeclInfo): boolean {
  if (x.kind === 'Ident' && info.objectOf(x)?.kind === 'PkgName') return false;
  const type = dereferenced(typeOf(x, info, info.file.package));
  const base = underlying(type);
  if (base === undefined || typeNameOf(type)?.spec === owner.spec) return true;
  return base.kind === 'Struct' && base.type.fields.some((field) => field.names.length === 0);
}

function isBuiltin({ fun }: CallExpr, name: string, info: DeclInfo): boolean {
  return fun.kind === 'Ident' && fun.name === name && info.objectOf(fun)?.kind !== 'Func';
}

/** The calls by all of some mentions; undefined where those by one of them are not known. */
function ofAll<T>(
  mentions: Iterable<T>,
  calls: (mention: T) => readonly CallSite[] | undefined,
): readonly CallSite[] | undefined {
  const found: CallSite[] = [];
  for (const mention of mentions) {
    const each = calls(mention);
    if (!each) return undefined;
    found.push(...each);
  }
  return found;
}
