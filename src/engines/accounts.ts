import type { Account } from '../findings/account.ts';
import type { ModelFile } from '../model/info.ts';
import type { PackageModel } from '../model/package-model.ts';
import { tokenFrom } from '../syntax/token/tokens.ts';
import { growthAccounts } from './growth/account.ts';
import type { Rule } from './kinds.ts';
import { livenessAccounts } from './liveness/account.ts';
import { obligationAccounts } from './obligation/account.ts';
import { obligationsOf } from './obligation/engine.ts';

/** What a rule looked at on a line of a file, found or not; empty for what it looks at nowhere near. */
export function accountsOf(rule: Rule, model: PackageModel, file: ModelFile, line: number): readonly Account[] {
  const { path, lines, tokens } = file.source;
  switch (rule.engine) {
    case 'obligation':
      return obligationAccounts(rule, model, path, line);
    case 'obligations':
      return obligationsOf(rule).flatMap((each) => obligationAccounts(each, model, path, line));
    case 'growth':
      return growthAccounts(rule, model, path, line);
    case 'liveness': {
      const info = model.declarationAt(file, tokenFrom(tokens, lines.offset({ line, column: 1 })));
      return info ? livenessAccounts(rule, info, model, line) : [];
    }
    default:
      return [];
  }
}
