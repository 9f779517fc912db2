import { rootVar, wordsOf, wordsOfName } from '../../model/entity-name.ts';
import type { DeclInfo } from '../../model/info.ts';
import { dereferenced, typeString } from '../../model/type.ts';
import { typeOf, typeOfVar } from '../../model/type-of.ts';
import type { Expr } from '../../syntax/ast.ts';
import { carries } from './carries.ts';
import type { Container } from './container.ts';
import type { Context } from './context.ts';
import type { Leaf } from './key-leaves.ts';

/** What a part of a key speaks of: what comes and goes, what somebody configures, or what a client asks for. */
export type Meaning = 'entity' | 'setting' | 'outside';

/** Tells it by the last words and the types of the part and of the variables on the way to it; undefined where they say nothing. */
export function leafMeaning(leaf: Leaf, isInteger: boolean, info: DeclInfo, container: Container, context: Context): Meaning | undefined {
  if (isAddressed(leaf, context)) return 'outside';
  const spoken = [leaf.expr, ...leaf.by].map((expr) => meaningOf(expr, isInteger, info, container, context));
  return spoken.includes('setting') ? 'setting' : spoken.find((each) => each !== undefined);
}

/** Words that say that something is the name or number of what the word before them says. */
const naming: readonly string[] = ['id', 'ids', 'uid', 'uuid', 'guid', 'key', 'name', 'number', 'no', 'num', 'addr', 'address', 'string', 'str', 'hash', 'digest'];

/** Whether a leaf is what a client asks for: anything, while the names of what is configured are few. */
function isAddressed({ expr, root }: Leaf, { model }: Context): boolean {
  const last = wordsOf(expr).findLast((word) => !naming.includes(word)) ?? '';
  return addressed.includes(last) && root !== undefined && typeString(dereferenced(typeOfVar(root, model))) === 'net/http.Request';
}

const addressed: readonly string[] = ['path', 'host', 'url', 'uri'];

/** What an expression speaks of, by its last words or its type; undefined where they say nothing. */
function meaningOf(expr: Expr, isInteger: boolean, info: DeclInfo, container: Container, context: Context): Exclude<Meaning, 'outside'> | undefined {
  const { rule, model } = context;
  const words = wordsOf(expr);
  const last = words.findLast((word) => !naming.includes(word));
  if (rule.settings.includes(words.slice(-2).join(''))) return 'setting';
  // Whom a connection goes to is configured; who comes in is remote.
  if ((last === 'conn' || last === 'connection') && /^(?:addr|address|name)$/.test(words.at(-1) ?? '') && !words.includes('remote')) return undefined;
  // A bare number, `order`, is as often a position; `orderID` is not.
  const isPosition = isInteger && !naming.includes(words.at(-1) ?? '');
  const type = typeString(dereferenced(typeOf(expr, info, model)));
  if (last !== undefined && brought.includes(last) && !isBrought(expr, info, context)) return undefined;
  if (last !== undefined && rule.entities.includes(last)) return isPosition || isDialed(last, expr, info, context) ? undefined : 'entity';
  if (last !== undefined && rule.settings.includes(last)) return 'setting';
  const typed = wordsOfName(type.slice(type.lastIndexOf('/') + 1)).findLast((word) => !naming.includes(word));
  if (typed !== undefined && rule.entities.includes(typed) && !isDialed(typed, expr, info, context)) return 'entity';
  if (typed !== undefined && rule.settings.includes(typed)) return 'setting';
  // `id` alone is that of what the container holds.
  if (last !== undefined || isInteger || (typed !== undefined && /\p{Lu}/u.test(type)) || !['id', 'uid', 'uuid', 'guid'].includes(words.at(-1) ?? '')) return undefined;
  const around = [container.name, info.decl.kind === 'FuncDecl' ? info.decl.name.name : '', typeString(dereferenced(container.value))].flatMap(wordsOfName);
  const singular = around.map((word) => word.replace(/s$/, ''));
  return singular.some((word) => rule.settings.includes(word)) ? 'setting' : 'entity';
}

/** What is called a request is one by its type, where that is known: `toolRequest *Tool` is none. */
function isBrought(expr: Expr, info: DeclInfo, { model }: Context): boolean {
  const root = rootVar(expr, info);
  const type = root && dereferenced(typeOfVar(root, model));
  const isNamed = type?.kind === 'Named' || (type?.kind === 'Foreign' && type.path !== '');
  return !root || !isNamed || carries(root, model) !== undefined;
}

const brought: readonly string[] = ['request', 'req', 'message', 'query'];

/** Connections of other packages than those of servers are as a rule the program's own, to what somebody configured. */
function isDialed(word: string, expr: Expr, info: DeclInfo, { model }: Context): boolean {
  if (word !== 'conn' && word !== 'connection') return false;
  const root = rootVar(expr, info);
  const type = root && dereferenced(typeOfVar(root, model));
  return type?.kind === 'Foreign' && !/^(?:net|.*(?:websocket|quic|ssh|tls|gws|gnet|sockjs|yamux|smux|kcp)[^/]*)$/.test(type.path);
}
