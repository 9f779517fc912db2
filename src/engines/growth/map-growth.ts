import { someNode } from '../../syntax/walk.ts';
import { textOf } from '../../model/text-of.ts';
import { matchesName } from '../../model/names/name-pattern.ts';
import { calleeOf } from '../../model/types/type-of.ts';
import type { Expr } from '../../syntax/ast.ts';
import { comesFromOutside } from './key/comes-from-outside.ts';
import type { Container } from './container/container.ts';
import type { Context } from './context.ts';
import type { Insertion } from './effect/effect.ts';
import type { Growing } from './effect/growing.ts';
import { growing, told, toldOfFew } from './effect/growing.ts';
import { isLasting, isMadeAgain } from './container/is-service.ts';
import type { Key, KeyKind } from './key/key-kind.ts';
import { keyKind } from './key/key-kind.ts';
import { isKnownKey } from './key/known-key.ts';
import { subjectOf } from './key/leaf-meaning.ts';
import { isOfClient, mayComeAnew, sourceOfKey } from './key/key-source.ts';
import { sameExpr } from '../../model/same-expr.ts';

/**
 * Functions which, by the beginning of their name, put in what somebody asks them to: as often as not once for each
 * thing that was written.
 */
const putting =
  /^(?:[Mm]ust)?(?:[Aa]dd|[Ss]et|[Aa]ppend|[Pp]ut|[Ll]oad|[Pp]arse|[Nn]ew|[Bb]uild|[Cc]reate|[Mm]ake|[Rr]ead|[Ii]mport|[Ee]nable|[Uu]se|[Bb]ind|[Mm]ark|[Ss]ubscribe|[Oo]n|[Hh]andle|[Uu]pdate|[Ii]nsert|[Ss]ave|[Ss]tore)(?![a-z])/;

/**
 * Whether an insertion brings ever new keys into a map, by where they come from or else by their names, and how sure
 * that is.
 */
export function mapGrowth(insertion: Insertion, container: Container, context: Context): Growing | undefined {
  const named = mapGrowthByName(insertion, container, context);
  if (named === growing) return named;
  return comesAnew(insertion, container, context) ? growing : named;
}

/** The same by the names and types around the key alone, which the declaration itself shows. */
export function mapGrowthByName(
  { key, node, info, manner, value }: Insertion, container: Container, context: Context,
): Growing | undefined {
  if (!key || ofFew.test(container.name) || isKnownKey(node, key, info)) return undefined;
  const name = info.decl.kind === 'FuncDecl' ? info.decl.name.name : '';
  const inLiteral = info.enclosingFunc(node)?.kind === 'FuncLit';
  const puts = putting.test(name) && !inLiteral;
  const isDoubtful =
    container.exported
    || container.service
    || ofServers.test(container.word)
    || (!inLiteral && isForItself(info))
    || logsIn(key, info);
  const isPerKey = makesPerKey({ value, info }, context);
  if (isDoubtful && !isPerKey && !context.seeksDoubtful) return undefined;
  const kept = keyKind(key, info, container, context);
  const { kind } = kept;
  if (isPerKey && (kind === 'entity' || (kind === 'given' && !puts && isRead(container, info))))
    return container.exported || isOfOneUse(container, context) ? toldOfFew : growing;
  if (kind === 'outside' && !isOfClient(key, info)) return undefined;
  if (container.service) return serviceGrowth(kind, container);
  const isCached = (): boolean => manner !== 'stores' || isRead(container, info);
  switch (kind) {
    case 'closed':
    case 'unknown':
      return undefined;
    case 'entity':
    case 'outside':
    case 'fresh': {
      if (isDoubtful) return toldOfFew;
      const mayBeFew = !inLiteral && (!isCached() || context.rule.ambiguous.includes(subjectOf(kept.part) ?? ''));
      if (!mayBeFew || !isOnlyTold(kept, container, context)) return growing;
      return isCached() ? told : toldOfFew;
    }
    case 'message':
      return container.exported ? toldOfFew : told;
    case 'given': {
      if (puts || value?.kind === 'FuncLit') return undefined;
      return isCached() && !container.exported ? told : toldOfFew;
    }
    case 'setting':
      return puts ? undefined : toldOfFew;
  }
}

/** Whether what is stored is, or has in it, something that there is one of for each of those who ask. */
function makesPerKey({ value, info }: Pick<Insertion, 'value' | 'info'>, { rule, model }: Context): boolean {
  const { perKey = [] } = rule;
  if (!value || perKey.length === 0) return false;
  return someNode(value.kind === 'Ident' ? info.decl : value, (node) => {
    const callee = node.kind === 'CallExpr' ? calleeOf(node, info, model) : undefined;
    return callee?.kind === 'Foreign' && matchesName(callee.name, perKey);
  });
}

/** Whether the module shows that what holds a container is made again and again. */
function isOfOneUse({ owner }: Container, context: Context): boolean {
  return owner?.kind === 'TypeName' && isMadeAgain(owner, context);
}

/**
 * Whether each request, connection or pass brings a key of its own, wherever it is made: then a map that outlives them
 * grows. What other packages reach they may empty.
 */
function comesAnew({ key, node, info }: Insertion, container: Container, context: Context): boolean {
  if (!key || container.exported || ofFew.test(container.name) || isForItself(info) || isKnownKey(node, key, info))
    return false;
  if (ofServers.test(container.word) || logsIn(key, info) || !mayComeAnew(key, info, container, context)) return false;
  const source = sourceOfKey(key, node, info, container, context);
  if (!container.service) return source !== undefined;
  return source === 'client' && container.owner?.kind === 'TypeName' && !isOfOneUse(container, context);
}

/**
 * Whether a function knows the key from its callers, of which none is seen to have it from a request. One that only
 * stores what it is told to, or that is told of a client or an account, may be told of those that somebody configured.
 */
function isOnlyTold({ kind, root }: Key, container: Container, context: Context): boolean {
  return kind === 'entity' && root?.role === 'param' && !comesFromOutside(root, false, container, context);
}

/** Who holds a service, and how many there are of it, this package does not show: never high confidence. */
function serviceGrowth(kind: KeyKind, container: Container): Growing | undefined {
  if (!['entity', 'outside', 'fresh', 'message'].includes(kind)) return undefined;
  return kind !== 'message' && !container.exported && isLasting(container) ? told : toldOfFew;
}

/**
 * Whether a function makes what the program itself uses with somebody's credentials, or is a constructor: the users and
 * connections it is given are as a rule those that somebody configured.
 */
function isForItself({ decl }: Insertion['info']): boolean {
  if (decl.kind !== 'FuncDecl') return false;
  const names = decl.type.params.flatMap((field) => field.names.map(({ name }) => name));
  return /^[Nn]ew(?![a-z])/.test(decl.name.name) || names.some((name) => secret.test(name));
}

const secret =
  /^(?:pass(?:word|wd|phrase)?|pwd|secret|(?:private|api|access|secret)_?key|client_?secret|credentials?)$/i;

/**
 * Containers, by their name, of what the program itself connects to: those are configured, whatever comes and goes on
 * the way there.
 */
const ofServers = /(?:[Ss]erver|[Uu]pstream|[Bb]ackend)(?![a-z]*$)/;

/** What by its name there are few of, whatever else that name says: `specialUsers`. */
const ofFew = /special|built_?in|reserved|predefined|well_?known/i;

/** Whether the function logs in as what the key names: the accounts of a program itself are few. */
function logsIn(key: Expr, info: Insertion['info']): boolean {
  return someNode(
    info.decl,
    (node) =>
      node.kind === 'CallExpr'
      && node.fun.kind === 'SelectorExpr'
      && /^(?:Log[Ii]n|Sign[Ii]n|Authenticate|Dial|Connect)(?![a-z])/.test(node.fun.sel.name)
      && node.args.some((arg) => sameExpr(arg, key, info)),
  );
}

/** Whether the declaration also looks the key up: get it, or else make and keep it. */
function isRead({ word }: Container, info: Insertion['info']): boolean {
  return someNode(info.decl, (node) => {
    if (node.kind === 'CallExpr')
      return (
        node.fun.kind === 'SelectorExpr'
        && /^(?:Load|Get)/.test(node.fun.sel.name)
        && textOf(node.fun.x, info).endsWith(word)
      );
    if (node.kind !== 'IndexExpr' || !textOf(node.x, info).endsWith(word)) return false;
    const parent = info.parent(node);
    return parent?.kind !== 'AssignStmt' || !parent.lhs.includes(node);
  });
}
