import type { DeclInfo, Var } from '../../../model/info.ts';
import { referencesTo } from '../../../model/names/references.ts';
import { useOf } from '../../../model/code/use.ts';
import type { Expr } from '../../../syntax/ast.ts';
import { broughtBy } from '../../../facts/brought.ts';
import type { Container } from '../container/container.ts';
import type { Context } from '../context.ts';
import { keyLeaves } from './key-leaves.ts';
import { leafMeaning } from './leaf-meaning.ts';
import { isExported } from '../../../syntax/is-exported.ts';

/** How many callers up a parameter is followed. */
const callerDepth = 2;
/** Calls of one function that are looked at. */
const manyCalls = 20;

/** What is known of what a parameter holds by its type, or by what callers give. */
type Outside = 'entity' | 'outside' | 'message';

/**
 * Whether what a parameter holds is of a request or a message, or of what comes and goes: it is one itself, or callers
 * give it.
 */
export function comesFromOutside(
  parameter: Var,
  isInteger: boolean,
  container: Container,
  context: Context,
  depth = callerDepth,
): Outside | undefined {
  if (parameter.role === 'recv') return undefined;
  const carried = broughtBy(parameter, context.model);
  if (carried) return carried === 'request' ? 'outside' : 'message';
  const { func, info } = parameter;
  if (depth === 0 || parameter.role !== 'param' || func?.kind !== 'FuncDecl') return undefined;
  const index = func.type.params.flatMap(({ names }) => names).indexOf(parameter.ident);
  return strongest(
    referencesTo(func, info, context.model)
      .slice(0, manyCalls)
      .map(({ expr, info: where }) => {
        const use = useOf(expr, where);
        const given = where !== info && use.kind === 'called' ? use.call.args[index] : undefined;
        return given && givenFromOutside(given, isInteger, where, container, context, depth - 1);
      }),
  );
}

/** Whether a parameter only takes what loops over lists give, as far as calls are known: as many as the lists have. */
export function comesFromLists(parameter: Var, context: Context, depth = callerDepth): boolean {
  const { func, info } = parameter;
  if (parameter.role !== 'param' || func?.kind !== 'FuncDecl' || isExported(func.name.name)) return false;
  const index = func.type.params.flatMap(({ names }) => names).indexOf(parameter.ident);
  const references = referencesTo(func, info, context.model).slice(0, manyCalls);
  return references.length > 0 && references.every(({ expr, info: where }) => {
    const use = useOf(expr, where);
    const given = use.kind === 'called' ? use.call.args[index] : undefined;
    return (
      given !== undefined
      && keyLeaves(given, where, context.model).every(
        ({ from, root }) =>
          from === 'loop'
          || (depth > 0 && from === 'given' && root !== undefined && comesFromLists(root, context, depth - 1)),
      )
    );
  });
}

function givenFromOutside(
  given: Expr, isInteger: boolean, info: DeclInfo, container: Container, context: Context, depth: number,
): Outside | undefined {
  return strongest(keyLeaves(given, info, context.model).map((leaf) => {
    const meaning = leafMeaning(leaf, isInteger, info, container, context);
    if (meaning === 'setting' || leaf.from === 'loop') return undefined;
    if (meaning === 'outside') return meaning;
    const brought =
      leaf.from === 'given' && leaf.root
        ? comesFromOutside(leaf.root, isInteger, container, context, depth)
        : undefined;
    return brought && meaning ? 'entity' : brought;
  }));
}

function strongest(found: readonly (Outside | undefined)[]): Outside | undefined {
  return (['entity', 'outside', 'message'] as const).find((each) => found.includes(each));
}
