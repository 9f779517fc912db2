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
import type { Need, Sign } from '../engines/need.ts';
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
  const scopes = {
    anywhere: new Scope(files.map(({ source }) => source), nearby),
    here: files.flatMap(({ report, source }) => (report ? [new Scope([source], nearby)] : [])),
  };
  return soughtRules(rules, seeks).flatMap((rule): readonly Rule[] => {
    if (rule.engine !== 'obligations') return isMet(needs(rule), scopes) ? [rule] : [];
    const kinds = rule.kinds.filter((kind) => isMet(needs(kind), scopes));
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

/** The files that a sign may stand in: those of the package, or one of them that is reported on. */
interface Scopes {
  readonly anywhere: Scope;
  readonly here: readonly Scope[];
}

function isMet(need: Need, scopes: Scopes): boolean {
  return need.some(({ here = none, anywhere = none }) =>
    anywhere.every((sign) => scopes.anywhere.holds(sign))
    && (here.length === 0 || scopes.here.some((scope) => here.every((sign) => scope.holds(sign)))));
}

const none: readonly Sign[] = [];

/** Calls that start a goroutine, as model/code/use.ts knows them. */
const starting = /^(?:Try)?Go(?:$|[A-Z])/;

/** Files of which it is asked whether a sign stands in any. */
class Scope {
  readonly #sources: readonly SourceFile[];
  readonly #nearby: Nearby;
  #imports: ReadonlySet<string> | undefined;

  constructor(sources: readonly SourceFile[], nearby: Nearby) {
    this.#sources = sources;
    this.#nearby = nearby;
  }

  holds(sign: Sign): boolean {
    switch (sign.kind) {
      case 'word':
        return sign.anyOf.some((word) => this.#sources.some((source) => source.mayHold(word)));
      case 'name':
        return sign.anyOf.some((name) => this.#sources.some((source) => source.places(name).length > 0));
      case 'import':
        return sign.anyOf.some((path) => this.#hasImport(path));
      case 'import-nearby':
        return this.#nearby().some(({ imports }) => sign.anyOf.some((path) => imports.has(path)));
      case 'given-nearby':
        return this.#nearby().some((each) => sign.types.some(({ path, name }) => this.#mayName(each.naming(path, name))));
      case 'made-nearby':
        return this.#nearby().some((each) => this.#mayName(each.making(sign.of)));
      case 'foreign-import':
        return [...this.#importPaths()].some((path) => path.split('/')[0]?.includes('.') === true);
      case 'goroutine':
        return this.#sources.some((source) =>
          source.tokens.kinds.includes(GO) || (source.mayHold('Go') && hasNameLike(whole(source), starting)));
      case 'endless-loop':
        return this.#sources.some((source) => hasKind(whole(source), FOR, isEndlessLoop));
      case 'deferred-in-loop':
        return this.#sources.some((source) => source.declarations.some(defersInLoop));
    }
  }

  /** A path may begin with dots for any beginning. */
  #hasImport(path: string): boolean {
    const paths = this.#importPaths();
    if (!path.startsWith('...')) return paths.has(path);
    const end = path.replace(/^\.\.\./, '');
    return [...paths].some((each) => each.endsWith(end));
  }

  #importPaths(): ReadonlySet<string> {
    return (this.#imports ??= new Set(this.#sources.flatMap(({ imports }) => imports.map(({ path }) => path))));
  }

  #mayName(names: ReadonlySet<string>): boolean {
    for (const name of names) if (this.#sources.some((source) => source.mayName(name))) return true;
    return false;
  }
}

function whole({ tokens }: SourceFile): { tokens: SourceFile['tokens']; first: number; last: number } {
  return { tokens, first: 0, last: tokens.count };
}
