import { wordsOf, wordsOfName } from '../../model/entity-name.ts';
import type { DeclInfo } from '../../model/info.ts';
import type { Type } from '../../model/type.ts';
import { dereferenced, typeString, underlying } from '../../model/type.ts';
import { typeOf } from '../../model/type-of.ts';
import type { Expr } from '../../syntax/ast.ts';
import type { Container } from './container.ts';
import type { Context } from './context.ts';
import type { Leaf } from './key-leaves.ts';
import { keyLeaves } from './key-leaves.ts';

/** How many values a key may have in the life of a process. */
export type KeyKind =
  /** As many as were compiled, or a few. */
  | 'closed'
  /** One for each of what comes and goes: users, connections, requests. */
  | 'entity'
  /** What a channel brings. */
  | 'message'
  /** What callers give, and its name does not say what it is. */
  | 'given'
  /** What is made anew each time. */
  | 'fresh'
  /** A setting, by its name: as many as somebody configures. */
  | 'setting'
  | 'unknown';

/** What decides how many keys there are: the kind, and the expression it is told by. */
export interface Key {
  readonly kind: KeyKind;
  readonly part: Expr;
}

/** Judges the key of an insertion into a container. */
export function keyKind(key: Expr, info: DeclInfo, container: Container, context: Context): Key {
  const isInteger = /^u?int(?:16|32|64)?$/.test(typeString(container.key)) || /^u?int(?:16|32|64)?$/.test(typeString(typeOf(key, info, context.model)));
  if (isClosed(container.key, context) || isClosed(typeOf(key, info, context.model), context)) return { kind: 'closed', part: key };
  const leaves = keyLeaves(key, info, context.model).filter(({ expr }) => !isClosed(typeOf(expr, info, context.model), context));
  if (leaves.length === 0) return { kind: 'closed', part: key };
  const kinds = leaves.map((leaf): Key => ({ kind: leafKind(leaf, isInteger, info, container, context), part: leaf.expr }));
  // Under reflection a key that is merely given is as a rule the name or tag of a field; pointers are to what the program has.
  const isPlain = typeOf(key, info, context.model)?.kind !== 'Pointer' && container.key?.kind !== 'Pointer' && !reflects(info);
  for (const wanted of ['entity', 'fresh', 'message', 'given', 'setting'] as const) {
    const found = kinds.find(({ kind }) => kind === wanted);
    if (found) return wanted === 'entity' || (!isInteger && isPlain) ? found : { kind: 'closed', part: key };
  }
  return { kind: isInteger ? 'closed' : 'unknown', part: key };
}

function reflects({ file }: DeclInfo): boolean {
  return file.source.imports.some(({ path }) => path === 'reflect');
}

/** Words that say that something is the name or number of what the word before them says. */
const naming: readonly string[] = ['id', 'ids', 'uid', 'uuid', 'guid', 'key', 'name', 'number', 'no', 'num', 'addr', 'address', 'string', 'str', 'hash', 'digest'];

function leafKind(leaf: Leaf, isInteger: boolean, info: DeclInfo, container: Container, context: Context): KeyKind {
  const spoken = [leaf.expr, ...leaf.by].map((expr) => meaningOf(expr, isInteger, info, container, context));
  if (spoken.includes('setting')) return 'setting';
  if (spoken.includes('entity')) return leaf.from === 'unknown' ? 'given' : 'entity';
  if (leaf.from === 'loop') return 'unknown';
  return leaf.from;
}

/** What an expression speaks of, by its last words or its type; undefined where they say nothing. */
function meaningOf(expr: Expr, isInteger: boolean, info: DeclInfo, container: Container, { rule, model }: Context): 'entity' | 'setting' | undefined {
  const words = wordsOf(expr);
  const last = words.findLast((word) => !naming.includes(word));
  if (rule.settings.includes(words.slice(-2).join(''))) return 'setting';
  // Whom a connection goes to is configured; who comes in is remote.
  if ((last === 'conn' || last === 'connection') && /^(?:addr|address|name)$/.test(words.at(-1) ?? '') && !words.includes('remote')) return undefined;
  // A bare number, `order`, is as often a position; `orderID` is not.
  const isPosition = isInteger && !naming.includes(words.at(-1) ?? '');
  if (last !== undefined && rule.entities.includes(last)) return isPosition ? undefined : 'entity';
  if (last !== undefined && rule.settings.includes(last)) return 'setting';
  const type = wordsOfName(typeString(dereferenced(typeOf(expr, info, model)))).at(-1);
  if (type !== undefined && rule.entities.includes(type)) return 'entity';
  // `id` alone is that of what the container holds.
  if (last !== undefined || isInteger || !['id', 'uid', 'uuid', 'guid'].includes(words.at(-1) ?? '')) return undefined;
  const around = [container.name, info.decl.kind === 'FuncDecl' ? info.decl.name.name : '', typeString(dereferenced(container.value))].flatMap(wordsOfName);
  const singular = around.map((word) => word.replace(/s$/, ''));
  return singular.some((word) => rule.settings.includes(word)) ? 'setting' : 'entity';
}

/** Whether all values of a type are known when the program is compiled, or few. */
function isClosed(type: Type | undefined, context: Context): boolean {
  const text = typeString(type);
  if (/^\**(?:reflect\.|go\/|runtime\.|text\/template\.|html\/template\.|flag\.|bool$|u?int8$|byte$|rune$|error$)/.test(text)) return true;
  return type?.kind === 'Named' && isEnum(type, context);
}

/** A type of the package with a number or string behind it, of which the package declares constants. */
function isEnum(type: Type & { readonly kind: 'Named' }, { model }: Context): boolean {
  const basic = underlying(type);
  if (basic?.kind !== 'Foreign' || basic.path !== '') return false;
  const constant = new RegExp(String.raw`^(?:const)?[ \t]+[\p{L}_][\p{L}\p{Nd}_]*[ \t]+${type.object.spec.name.name}[ \t]*=`, 'mu');
  return model.files.some(({ source }) => constant.test(source.text));
}
