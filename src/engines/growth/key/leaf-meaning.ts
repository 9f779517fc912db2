import { isConfigured } from '../../../model/names/configured-name.ts';
import { rootVar, wordsOf, wordsOfName } from '../../../model/names/entity-name.ts';
import type { DeclInfo } from '../../../model/info.ts';
import { dereferenced, typeString } from '../../../model/types/type.ts';
import { typeOf, typeOfVar } from '../../../model/types/type-of.ts';
import { useOf } from '../../../model/code/use.ts';
import type { Expr } from '../../../syntax/ast.ts';
import { broughtBy } from '../../../facts/brought.ts';
import type { Container } from '../container/container.ts';
import type { Context } from '../context.ts';
import type { Leaf } from './key-leaves.ts';

/** What a part of a key speaks of: what comes and goes, what somebody configures, or what a client asks for. */
export type Meaning = 'entity' | 'setting' | 'outside';

/**
 * Tells it by the last words and the types of the part and of the variables on the way to it; undefined where they say
 * nothing.
 */
export function leafMeaning(
  leaf: Leaf,
  isInteger: boolean,
  info: DeclInfo,
  container: Container,
  context: Context,
): Meaning | undefined {
  if (isAddressed(leaf, context)) return 'outside';
  const all = [leaf.expr, ...leaf.by];
  const isBare = all.every((expr) => wordsOf(expr).every((word) => naming.includes(word)));
  const spoken = all.map((expr) => meaningOf(expr, isInteger, isBare, info, container, context));
  return spoken.includes('setting') ? 'setting' : spoken.find((each) => each !== undefined);
}

/** Words that say that something is the name or number of what the word before them says. */
const naming: readonly string[] = [
  'id', 'ids', 'uid', 'uuid', 'guid', 'key', 'name', 'number', 'no', 'num', 'addr', 'address', 'string', 'str', 'hash', 'digest',
];

/** The last word of an expression that says what it speaks of: `user` of `userID`. */
export function subjectOf(expr: Expr): string | undefined {
  return wordsOf(expr).findLast((word) => !naming.includes(word));
}

/** Whether a leaf is what a client asks for: anything, while the names of what is configured are few. */
function isAddressed({ expr, root }: Leaf, { model }: Context): boolean {
  return (
    addressed.includes(subjectOf(expr) ?? '')
    && root !== undefined
    && typeString(dereferenced(typeOfVar(root, model))) === 'net/http.Request'
    && broughtBy(root, model) === 'request'
  );
}

const addressed: readonly string[] = ['path', 'host', 'url', 'uri'];

/** What an expression speaks of, by its last words or its type; undefined where they say nothing. */
function meaningOf(
  expr: Expr, isInteger: boolean, isBare: boolean, info: DeclInfo, container: Container, context: Context,
): Exclude<Meaning, 'outside'> | undefined {
  const { rule, model } = context;
  const words = wordsOf(expr);
  const named = words.filter((word) => !naming.includes(word));
  const last = named.at(-1);
  if (rule.settings.includes(words.slice(-2).join('')) || isConfigured(expr, info, model)) return 'setting';
  // Whom a connection goes to is configured; who comes in is remote.
  if (
    (last === 'conn' || last === 'connection')
    && /^(?:addr|address|name)$/.test(words.at(-1) ?? '')
    && !words.includes('remote')
  )
    return undefined;
  // What has an address is somewhere else; a bare `remote` is somewhere that was configured.
  if (last === 'remote' && words.at(-1) === last) return undefined;
  // A bare number, `order`, is as often a position; `orderID` is not.
  const isPosition = isInteger && !naming.includes(words.at(-1) ?? '');
  const type = typeString(dereferenced(typeOf(expr, info, model)));
  if (last !== undefined && brought.includes(last) && !isBrought(expr, info, context)) return undefined;
  if (last !== undefined && few.includes(wordsOfName(type).at(-1) ?? '')) return 'setting';
  if (named.length > 1 && rule.entities.includes(named.slice(-2).join(''))) return 'entity';
  if (last !== undefined && rule.entities.includes(last))
    return isPosition || isDialed(last, expr, info, context) ? undefined : 'entity';
  if (last !== undefined && rule.settings.includes(last)) return 'setting';
  const typed = wordsOfName(type.slice(type.lastIndexOf('/') + 1)).findLast((word) => !naming.includes(word));
  if (typed !== undefined && rule.entities.includes(typed) && !isDialed(typed, expr, info, context)) return 'entity';
  if (typed !== undefined && rule.settings.includes(typed)) return 'setting';
  // `id` alone is that of what the container holds, as far as the words around it say what that is.
  if (
    !isBare
    || isInteger
    || (typed !== undefined && /\p{Lu}/u.test(type))
    || !['id', 'uid', 'uuid', 'guid'].includes(words.at(-1) ?? '')
  )
    return undefined;
  const around = [container.word, ...functionNames(expr, info), typeString(dereferenced(container.value))].flatMap(
    wordsOfName,
  );
  const singular = around.map((word) => word.replace(/s$/, ''));
  if (singular.some((word) => rule.settings.includes(word))) return 'setting';
  return singular.some((word) => rule.entities.includes(word) && !brought.includes(word)) ? 'entity' : undefined;
}

/**
 * The names of the function around an expression, and of what a literal around it is handed to:
 * `OnNewPeerConnection(func(id string) {`.
 */
function functionNames(expr: Expr, info: DeclInfo): readonly string[] {
  const literal = info.enclosingFunc(expr);
  const use = literal?.kind === 'FuncLit' ? useOf(literal, info) : undefined;
  const callee = use?.kind === 'argument' ? [...wordsOf(use.call.fun)] : [];
  return info.decl.kind === 'FuncDecl' ? [info.decl.name.name, ...callee] : callee;
}

/** Types that, by the end of their name, have few values, whatever a variable of such a type is called. */
const few: readonly string[] = ['type', 'kind', 'class', 'category', 'mode', 'level', 'enum'];

/** What is called a request is one by its type, where that is known: `toolRequest *Tool` is none. */
function isBrought(expr: Expr, info: DeclInfo, { model }: Context): boolean {
  const root = rootVar(expr, info);
  const type = root && dereferenced(typeOfVar(root, model));
  const isNamed = type?.kind === 'Named' || (type?.kind === 'Foreign' && type.path !== '');
  return !root || !isNamed || broughtBy(root, model) !== undefined;
}

const brought: readonly string[] = ['request', 'req', 'message', 'query'];

/**
 * Connections, and clients and sessions themselves, of other packages than those of servers are as a rule the program's
 * own, with what somebody configured.
 */
function isDialed(word: string, expr: Expr, info: DeclInfo, { model }: Context): boolean {
  const isLink = word === 'conn' || word === 'connection';
  const mayBeOwn = isLink || ((word === 'client' || word === 'session') && expr.kind === 'Ident');
  const root = mayBeOwn ? rootVar(expr, info) : undefined;
  const type = root && dereferenced(typeOfVar(root, model));
  return type?.kind === 'Foreign' && (isLink || type.path !== '') && !serving.test(type.path);
}

const serving = /^(?:net|.*(?:websocket|quic|ssh|tls|gws|gnet|sockjs|yamux|smux|kcp)[^/]*)$/;
