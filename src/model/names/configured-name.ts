import type { Expr } from '../../syntax/ast.ts';
import type { DeclInfo } from '../info.ts';
import type { PackageModel } from '../package-model.ts';
import { dereferenced, typeString } from '../types/type.ts';
import { typeOfVar } from '../types/type-of.ts';
import { rootVar, wordsOf, wordsOfName } from './entity-name.ts';

const settings: readonly string[] = ['config', 'cfg', 'conf', 'options', 'opts', 'option', 'settings', 'setting'];

/** Whether a value is part of what somebody configures: `work.Config.User`, `c.User` of a `c *Config`. */
export function isConfigured(expr: Expr, info: DeclInfo, model: PackageModel): boolean {
  if (wordsOf(expr).slice(0, -1).some((word) => settings.includes(word))) return true;
  const root = expr.kind === 'SelectorExpr' ? rootVar(expr, info) : undefined;
  const type = typeString(dereferenced(root && typeOfVar(root, model)));
  return settings.includes(wordsOfName(type.slice(type.lastIndexOf('.') + 1)).at(-1) ?? '');
}
