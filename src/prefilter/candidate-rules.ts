import type { Seeks } from '../findings/evidence.ts';
import type { Signatures } from '../model/info.ts';
import type { Rule } from '../engines/kinds.ts';
import { needsOf } from '../engines/kinds.ts';
import type { ObligationGroup, ResourceKind } from '../engines/obligation/rule.ts';
import { needsOfKind } from '../engines/obligation/rule.ts';
import { defersInLoop } from '../syntax/outline/defers-in-loop.ts';
import { isEndlessLoop } from '../syntax/outline/loop-header.ts';
import { hasNameLike } from '../syntax/token/names-like.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { FOR, GO } from '../syntax/token/token-kind.ts';
import { hasKind } from '../syntax/token/token-range.ts';
import type { Need, Sign, Signs } from '../engines/need.ts';
import { soughtRules } from './sought-rules.ts';

/** A file of the package under analysis. */
export interface Candidate {
  readonly source: SourceFile;
  /** Whether findings in it are wanted. */
  readonly report: boolean;
}

/**
 * The rules that could say anything about a package, by what they need. Most packages hold little of it and are never
 * parsed. A need too much would lose findings silently: every rule's own data yields its words.
 */
export function candidateRules(
  files: readonly Candidate[], rules: readonly Rule[], seeks: Seeks, nearby: Nearby = () => [],
): readonly Rule[] {
  return soughtRules(rules, seeks).flatMap((rule): readonly Rule[] => {
    if (rule.engine !== 'obligations') return isMet(needs(rule), files, nearby) ? [rule] : [];
    const kinds = rule.kinds.filter((kind) => isMet(needs(kind), files, nearby));
    return kinds.length > 0 ? [narrowed(rule, kinds)] : [];
  });
}

/** Gives the packages of the workspace that the package imports. */
export type Nearby = () => readonly Signatures[];

/** Of a rule about several kinds of resources those that could be in there. */
function narrowed(rule: ObligationGroup, kinds: readonly ResourceKind[]): ObligationGroup {
  return { ...rule, kinds, others: rule.others ?? rule.kinds.flatMap((kind) => kind.acquire) };
}

/** Asked of the same rules for each package. */
const known = new WeakMap<object, Need>();

function needs(rule: Rule | ResourceKind): Need {
  const need = known.get(rule) ?? ('engine' in rule ? needsOf(rule) : needsOfKind(rule));
  known.set(rule, need);
  return need;
}

function isMet(need: Need, files: readonly Candidate[], nearby: Nearby): boolean {
  return need.some((signs) => stand(signs, files, nearby));
}

function stand({ here = [], anywhere = [] }: Signs, files: readonly Candidate[], nearby: Nearby): boolean {
  return (
    anywhere.every((sign) => files.some(({ source }) => stands(sign, source, nearby)))
    && (here.length === 0
      || files.some(({ report, source }) => report && here.every((sign) => stands(sign, source, nearby))))
  );
}

/** Calls that start a goroutine, as model/code/use.ts knows them. */
const starting = /^(?:Try)?Go(?:$|[A-Z])/;

function stands(sign: Sign, source: SourceFile, nearby: Nearby): boolean {
  switch (sign.kind) {
    case 'word':
      return sign.anyOf.some((word) => source.mayHold(word));
    case 'name':
      return sign.anyOf.some((name) => source.places(name).length > 0);
    case 'import':
      return sign.anyOf.some((path) => imports(source, path));
    case 'import-nearby':
      return nearby().some((each) => sign.anyOf.some((path) => each.imports.has(path)));
    case 'given-nearby':
      return nearby().some((each) => sign.types.some(({ path, name }) => someOf(each.naming(path, name), source)));
    case 'foreign-import':
      return source.imports.some(({ path }) => path.split('/')[0]?.includes('.') === true);
    case 'goroutine':
      return source.tokens.kinds.includes(GO) || (source.mayHold('Go') && hasNameLike(whole(source), starting));
    case 'endless-loop':
      return hasKind(whole(source), FOR, isEndlessLoop);
    case 'deferred-in-loop':
      return source.declarations.some(defersInLoop);
  }
}

function someOf(names: ReadonlySet<string>, source: SourceFile): boolean {
  for (const name of names) if (source.mayName(name)) return true;
  return false;
}

function imports(source: SourceFile, path: string): boolean {
  return source.imports.some((spec) => isPath(spec.path, path));
}

function whole({ tokens }: SourceFile): { tokens: SourceFile['tokens']; first: number; last: number } {
  return { tokens, first: 0, last: tokens.count };
}

function isPath(path: string, wanted: string): boolean {
  return wanted.startsWith('...') ? path.endsWith(withoutDots(wanted)) : path === wanted;
}

function withoutDots(path: string): string {
  return path.replace(/^\.\.\./, '');
}
