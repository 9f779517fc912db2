import type { DeclInfo, Var } from '../../model/info.ts';
import { calleeOf } from '../../model/types/type-of.ts';
import { useOf } from '../../model/code/use.ts';
import type { CallExpr, Expr, TypeSwitchStmt } from '../../syntax/ast.ts';
import { walk } from '../../syntax/walk.ts';
import type { CacheContext } from './cache-context.ts';
import { calledName } from '../../syntax/last-word.ts';

/** What a callback does with the value it is given. */
export type Fate =
  /** Nothing, or it only reads or logs it. */
  | { readonly kind: 'ignored' }
  /** Hands it on to where it may be needed. */
  | { readonly kind: 'handed' }
  /** Ends its life by this method or function; `()` where the value itself is called, as cancel functions are. */
  | { readonly kind: 'ended'; readonly by: string };

const ignored: Fate = { kind: 'ignored' };
const handed: Fate = { kind: 'handed' };

/** How far a value is followed through variables and functions. */
const depthLimit = 4;

/** What becomes of the value of a variable. */
export function fateOf(variable: Var, info: DeclInfo, context: CacheContext, depth = depthLimit): Fate {
  return worst(info.usesOf(variable).map((ident) => fateAt(ident, info, context, depth)));
}

function worst(fates: readonly Fate[]): Fate {
  return fates.find((fate) => fate.kind === 'ended') ?? fates.find((fate) => fate.kind === 'handed') ?? ignored;
}

function fateAt(expr: Expr, info: DeclInfo, context: CacheContext, depth: number): Fate {
  if (depth === 0) return ignored;
  const parent = info.parent(expr);
  if (parent?.kind === 'TypeSwitchStmt') return switchFate(parent, context);
  if (parent?.kind === 'TypeAssertExpr') {
    const outer = info.parent(parent);
    return outer?.kind === 'TypeSwitchStmt' ? switchFate(outer, context) : fateAt(parent, info, context, depth);
  }
  if (parent?.kind === 'StarExpr') return fateAt(parent, info, context, depth);
  const use = useOf(expr, info);
  switch (use.kind) {
    case 'method-call':
      return methodFate(use.name, use.call, info, context, depth);
    case 'selected': // `v.conn.Close()`, `defer f(v.Close)`
      return context.rule.releases.includes(use.name)
        ? { kind: 'ended', by: use.name }
        : fieldFate(use.selector, info, context, depth);
    case 'called':
      return { kind: 'ended', by: '()' };
    case 'argument':
      return argumentFate(use.call, use.index, info, context, depth);
    case 'stored': {
      const object = use.target.kind === 'Ident' ? info.objectOf(use.target) : undefined;
      return object?.kind === 'Var' && object.role === 'local' ? fateOf(object, info, context, depth - 1) : handed;
    }
    case 'sent':
    case 'element':
      return handed;
    default:
      return ignored;
  }
}

/** Items of a cache that wrap the value give it out by `Value` or `Data`. Any other method may only read. */
function methodFate(name: string, call: CallExpr, info: DeclInfo, context: CacheContext, depth: number): Fate {
  if (context.rule.releases.includes(name)) return { kind: 'ended', by: name };
  return name === 'Value' || name === 'Data' ? fateAt(call, info, context, depth - 1) : ignored;
}

/**
 * Reading a field is no use of the value that an overwritten one would miss; ending what is in it is, by whatever name.
 */
function fieldFate(selector: Expr, info: DeclInfo, context: CacheContext, depth: number): Fate {
  const fate = fateAt(selector, info, context, depth - 1);
  return fate.kind === 'ended' ? fate : ignored;
}

function argumentFate(call: CallExpr, index: number, info: DeclInfo, context: CacheContext, depth: number): Fate {
  const name = calledName(call);
  if (isConversion(name)) return fateAt(call, info, context, depth - 1);
  const callee = calleeOf(call, info, context.model);
  if (callee?.kind === 'Func') {
    const target = context.model.infoOf(callee.func);
    const ident =
      target.decl.kind === 'FuncDecl' ? target.decl.type.params.flatMap((field) => field.names)[index] : undefined;
    const parameter = ident && target.objectOf(ident);
    const fate = parameter?.kind === 'Var' ? fateOf(parameter, target, context, depth - 1) : ignored;
    if (fate.kind !== 'ignored') return fate;
  }
  if (endsByName(name, context)) return { kind: 'ended', by: name };
  return callee?.kind === 'Func' || isHarmless(name) ? ignored : handed;
}

/** `os.Remove(path)`, `closeSession(v)`, `pool.Release(v)`. */
function endsByName(name: string, { rule }: CacheContext): boolean {
  return rule.releases.some((word) =>
    new RegExp(`^(?:${word}|${word.charAt(0).toLowerCase()}${word.slice(1)})(?![a-z])`).test(name),
  );
}

/** `uint64(v.(int))` */
function isConversion(name: string): boolean {
  return /^(?:string|u?int(?:8|16|32|64|ptr)?|float(?:32|64)|byte|rune)$/.test(name);
}

/** What measures or logs a value. */
function isHarmless(name: string): boolean {
  return /^(?:len|cap|min|max)$|(?:Print|Log|Debug|Info|Warn|Error|Trace|Fatal|Sprint|Errorf|Field|Any|Str|String|Interface|Add|Sub|Observe|Sizeof|Size)/i.test(
    name,
  );
}

/** `switch v := value.(type) { case io.Closer: v.Close() }` */
function switchFate(statement: TypeSwitchStmt, { rule }: CacheContext): Fate {
  let fate = ignored;
  walk(statement, (node) => {
    if (node.kind !== 'CallExpr' || node.fun.kind !== 'SelectorExpr' || node.fun.x.kind !== 'Ident') return;
    if (node.fun.x.name === statement.name?.name && rule.releases.includes(node.fun.sel.name))
      fate = { kind: 'ended', by: node.fun.sel.name };
  });
  return fate;
}
