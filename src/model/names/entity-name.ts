import type { Expr } from '../../syntax/ast.ts';
import type { DeclInfo, Var } from '../info.ts';
import type { PackageModel } from '../package-model.ts';
import { dereferenced, typeString } from '../types/type.ts';
import { typeOfVar } from '../types/type-of.ts';

/** Methods that only write a value out, and words that only say that it is one: the word before them counts. */
const neutral = new Set(['string', 'hex', 'str', 'key']);

/**
 * Whether an expression speaks, by its last word, of something that comes and goes while a program runs: `topic`,
 * `peer.RemoteAddr().String()`, `b.ID()`, `userID`; or is a variable of a type with such a name. `entities` are these
 * words in lower case.
 */
export function namesEntity(expr: Expr, entities: readonly string[], info: DeclInfo, model: PackageModel): boolean {
  const root = rootVar(expr, info);
  if (!root || root.role === 'package') return false;
  const whole = expr.kind === 'Ident' ? [typeString(dereferenced(typeOfVar(root, model)))] : [];
  const spoken = [
    lastWord(chain(expr)),
    ...chain(expr)
      .slice(-2, -1)
      .filter((word) => word === 'URL')
      .map((word) => word.toLowerCase()),
    ...whole.map((name) => name.toLowerCase()),
  ];
  return spoken.some((word) => word !== undefined && entities.includes(word));
}

/** Whether a name speaks, by its last word, of something that comes and goes: `wsClient`, `Session`. */
export function isEntityName(name: string, entities: readonly string[]): boolean {
  return entities.includes(lastWord([name]) ?? '');
}

/**
 * The words an expression is spelled with, in lower case: `req`, `user`, `id` of `req.UserID()`; without those that
 * only say that it is a value.
 */
export function wordsOf(expr: Expr): readonly string[] {
  return words(chain(expr)).filter((word) => !neutral.has(word));
}

/** The words of a name, in lower case. */
export function wordsOfName(name: string): readonly string[] {
  return words([name]);
}

/** The variable at the beginning of `v.a.b().c`; undefined where there is none. */
export function rootVar(expr: Expr, info: DeclInfo): Var | undefined {
  switch (expr.kind) {
    case 'Ident': {
      const object = info.objectOf(expr);
      return object?.kind === 'Var' ? object : undefined;
    }
    case 'SelectorExpr':
    case 'StarExpr':
    case 'IndexExpr':
    case 'TypeAssertExpr':
      return rootVar(expr.x, info);
    case 'CallExpr':
      return expr.fun.kind === 'SelectorExpr' ? rootVar(expr.fun, info) : expr.args[0] && rootVar(expr.args[0], info);
    default:
      return undefined;
  }
}

/** The names in `a.b.C().d`, in order. */
function chain(expr: Expr): readonly string[] {
  switch (expr.kind) {
    case 'Ident':
      return [expr.name];
    case 'SelectorExpr':
      return [...chain(expr.x), expr.sel.name];
    case 'CallExpr': // `x.ID()` speaks of an id; of `string(x)` and `strings.ToLower(x)` the argument speaks
      return expr.fun.kind === 'SelectorExpr' && expr.args.length === 0
        ? chain(expr.fun)
        : expr.args[0]
          ? chain(expr.args[0])
          : [];
    case 'StarExpr':
    case 'IndexExpr':
    case 'TypeAssertExpr':
      return chain(expr.x);
    default:
      return [];
  }
}

/** `ID` of `peerID`, `addr` of `remoteAddr`, `user` of `userKey`; in lower case. */
function lastWord(names: readonly string[]): string | undefined {
  return words(names).findLast((word) => !neutral.has(word));
}

function words(names: readonly string[]): readonly string[] {
  return names
    .flatMap((name) => name.match(/\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+|\p{Nd}+/gu) ?? [])
    .map((word) => word.toLowerCase());
}
