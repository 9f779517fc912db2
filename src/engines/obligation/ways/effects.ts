import type { Expr, FuncLit, Ident, Node, Stmt } from '../../../syntax/ast.ts';
import type { Cfg } from '../../../flow/cfg.ts';
import { pointAt } from '../../../flow/paths.ts';
import type { DeclInfo, FuncNode, Var } from '../../../model/info.ts';
import { callRole, literalRole, useOf } from '../../../model/code/use.ts';
import type { Context } from '../context.ts';
import { foregone } from './foregone.ts';
import type { Hold } from '../hold/hold.ts';
import { holdingsOf } from '../meaning/meaning.ts';
import type { Meaning } from '../meaning/meaning-kind.ts';
import { calledName } from '../../../syntax/last-word.ts';
import { functionNames } from '../../../knowledge/function-names.ts';
import { isWithin } from '../../../syntax/span.ts';

/** What happens to a duty at one node of the control flow graph of the function that has it. */
export interface Effect {
  readonly kind:
    /** Released, or handed on: either way this function's duty ends here. */
    | 'ends'
    /** A deferred call releases the value that the variable has here. */
    | 'deferred'
    /** A deferred closure will release whatever the variable holds when the function ends. */
    | 'late-deferred'
    /** A goroutine or callback that knows the variable will release whatever it holds then. */
    | 'late'
    /** The variable is given another value. */
    | 'overwritten';
  /** The node of the graph. */
  readonly node: Stmt | Expr;
  /** The use itself, for the message. */
  readonly at: Node;
}

/** Who uses the resource, and when the duty ends. */
export interface Effects {
  readonly effects: readonly Effect[];
  /** The effects at one node of the graph. */
  at(node: Stmt | Expr): readonly Effect[];
  /** Whether the function itself, not only what it starts, uses the resource. */
  readonly usedHere: boolean;
  /** The goroutines and callbacks that use the resource without releasing it. */
  readonly readers: readonly Reader[];
  /** The other variables that hold it. */
  readonly aliases: readonly Var[];
  /** Where somebody else is given it: uses, and literals that run beside the function. */
  readonly handedOn: readonly Node[];
  /** The calls that give it back as a result, or leave it alone with an error. */
  readonly carried: readonly Carried[];
}

/** See `carried` of Meaning. */
export type Carried = Pick<Extract<Meaning, { kind: 'carried' }>, 'call' | 'result'>;

/** A function that runs beside the one that has the duty. */
export interface Reader {
  readonly func: FuncNode;
  readonly info: DeclInfo;
}

/** Where a resource comes from. */
export interface Origins {
  readonly acquiring?: FuncLit | undefined;
  readonly source?: Var | undefined;
  /** What the variable holds; left out: the resource itself. */
  readonly hold?: Hold;
}

/**
 * The effects of all uses of `variable` in the function `owner`, which has the graph `cfg`. Undefined where they cannot
 * be told: a closure assigns the variable, or a use stands in no node of the graph. `acquiring` is the one closure that
 * may; `source` is the variable that the resource was acquired from, where its end may be the end of the resource, too.
 */
export function effectsOf(
  variable: Var, owner: FuncNode, cfg: Cfg, info: DeclInfo, context: Context, { acquiring, source, hold }: Origins = {},
): Effects | undefined {
  const effects: Effect[] = [];
  const readers: Reader[] = [];
  let usedHere = false;
  const add = (kind: Effect['kind'], at: Node): boolean => {
    const point = pointAt(cfg, at);
    const node = point?.block.nodes[point.index];
    if (node) effects.push({ kind, node, at });
    return node !== undefined;
  };

  const handedOn: Node[] = [];
  const carried: Carried[] = [];
  const lentAndReleased: Node[] = [];
  const holdings = holdingsOf(variable, info, context, hold);
  for (const { variable: holder, uses } of holdings) {
    const isAlias = holder !== variable;
    for (const { ident, meaning } of uses.filter((each) => info.enclosingFunc(each.ident) === owner)) {
      // Whoever has a pointer to the variable may release what it holds at any time from then on.
      if (isAddressTaken(ident, info)) {
        if (!add('late', ident)) return undefined;
      } else if (meaning.kind === 'started') readers.push(startedReader(meaning, context));
      else if (meaning.kind === 'use' || meaning.kind === 'alias') usedHere = true;
      else if (isAlias && meaning.kind === 'overwrite') continue; // what it holds next is not ours
      else if (!add(directEffect[meaning.kind], ident)) return undefined;
      else if (meaning.kind === 'escape') handedOn.push(ident);
      else if (meaning.kind === 'carried') carried.push(meaning);
      else if (meaning.kind === 'release' && useOf(ident, info).kind === 'argument') lentAndReleased.push(ident);
    }
    for (const literal of literalsUsing(holder, owner, info)) {
      const inside = uses.filter(({ ident }) => isWithin(ident, literal)).map(({ meaning }) => meaning.kind);
      if (literal === acquiring) {
        if (inside.some((kind) => kind !== 'use' && kind !== 'alias' && kind !== 'overwrite')) return undefined;
        continue;
      }
      if (inside.includes('overwrite') && !isAlias) return undefined;
      if (inside.every((kind) => kind === 'use' || kind === 'alias' || kind === 'overwrite')) {
        if (escapes(literal, info)) {
          if (!isAlias || !add('late', literal)) return undefined;
          continue;
        }
        if (['inline', 'deferred'].includes(literalRole(literal, info)) || isIterated(literal, info)) usedHere = true;
        else readers.push({ func: literal, info });
      } else if (!closureEffects(literal, info, context).every(({ kind, at }) => add(kind, at))) return undefined;
      else if (['goroutine', 'callback'].includes(literalRole(literal, info))) handedOn.push(literal);
    }
  }
  for (const { kind, at } of source ? endsOfSource(source, owner, info, context) : []) add(kind, at);
  for (const at of foregone(handedOn, lentAndReleased, variable, info)) add('ends', at);
  const aliases = holdings
    .filter((each) => each.hold === 'whole' && each.variable !== variable)
    .map((each) => each.variable);
  return { effects, at: byNode(effects), usedHere, readers, aliases, handedOn, carried };
}

/** `tx.Commit()` closes the rows that come from the transaction, and so does `defer tx.Rollback()`. */
function endsOfSource(
  source: Var, owner: FuncNode, info: DeclInfo, { rule: { endedWith = [] } }: Context,
): readonly Pick<Effect, 'kind' | 'at'>[] {
  return info.usesOf(source).flatMap((ident): Pick<Effect, 'kind' | 'at'>[] => {
    const use = useOf(ident, info);
    if (use.kind !== 'method-call' || !endedWith.includes(use.name)) return [];
    const func = info.enclosingFunc(ident);
    if (func === owner)
      return [{ kind: callRole(use.call, info) === 'deferred' ? 'late-deferred' : 'ends', at: ident }];
    return func?.kind === 'FuncLit' && info.enclosingFunc(func) === owner ? [{ kind: 'late-deferred', at: func }] : [];
  });
}

function byNode(effects: readonly Effect[]): Effects['at'] {
  const index = new Map<Stmt | Expr, Effect[]>();
  for (const effect of effects) {
    const known = index.get(effect.node);
    if (known) known.push(effect);
    else index.set(effect.node, [effect]);
  }
  return (node) => index.get(node) ?? [];
}

const directEffect = {
  release: 'ends',
  escape: 'ends',
  carried: 'ends',
  'deferred-release': 'deferred',
  overwrite: 'overwritten',
} as const;

function startedReader(
  started: { readonly func: Parameters<Context['model']['infoOf']>[0] },
  { model }: Context,
): Reader {
  const info = model.infoOf(started.func);
  if (info.decl.kind !== 'FuncDecl') throw new Error('a function of the index is not a function');
  return { func: info.decl, info };
}

/** The outermost literals in `owner` that use the variable. */
function literalsUsing(variable: Var, owner: FuncNode, info: DeclInfo): readonly FuncLit[] {
  const found = new Set<FuncLit>();
  for (const ident of info.usesOf(variable)) {
    let literal: FuncLit | undefined;
    let at = info.enclosingFunc(ident);
    for (; at && at !== owner; at = info.enclosingFunc(at)) if (at.kind === 'FuncLit') literal = at;
    if (at && literal) found.add(literal); // others stand around the owner
  }
  return [...found];
}

/**
 * What a closure that releases the resource, or hands it on, does to the duty: when it runs, or once somebody else may
 * run it.
 */
function closureEffects(literal: FuncLit, info: DeclInfo, { rule }: Context): readonly Pick<Effect, 'kind' | 'at'>[] {
  switch (literalRole(literal, info)) {
    case 'inline':
      return [{ kind: 'ends', at: literal }];
    case 'deferred':
      return [{ kind: 'late-deferred', at: literal }];
    case 'goroutine':
    case 'callback':
      return [{ kind: 'late', at: literal }];
    case 'kept': {
      if (isDropped(literal, info)) return [];
      const name = rule.held === 'function' ? undefined : nameOf(literal, info); // there the mention itself is a use
      return name
        ? info.usesOf(name).map((ident) => namedClosureEffect(ident, literal, info))
        : [{ kind: 'late', at: literal }];
    }
  }
}

/**
 * Whether a literal is called for each of several things before the function goes on: `alerts.ForEach(func(a *Alert) {
 * … })`.
 */
function isIterated(literal: FuncLit, info: DeclInfo): boolean {
  const use = useOf(literal, info);
  if (use.kind !== 'argument' || use.call.fun.kind !== 'SelectorExpr' || callRole(use.call, info) !== undefined)
    return false;
  return functionNames.visits.test(calledName(use.call));
}

/** `_ = func() { … }`: nobody will ever call it. */
function isDropped(literal: FuncLit, info: DeclInfo): boolean {
  const use = useOf(literal, info);
  return use.kind === 'stored' && use.target.kind === 'Ident' && use.target.name === '_';
}

function namedClosureEffect(ident: Ident, literal: FuncLit, info: DeclInfo): Pick<Effect, 'kind' | 'at'> {
  const use = useOf(ident, info);
  if (use.kind !== 'called') return { kind: 'late', at: ident };
  if (isSelectOperand(use.call, info)) return { kind: 'late', at: literal };
  const role = callRole(use.call, info);
  if (role === 'deferred') return { kind: 'late-deferred', at: ident };
  return { kind: role === undefined ? 'ends' : 'late', at: ident };
}

/** `case v := <-f():` calls `f` when the select begins, whichever clause is taken then. */
function isSelectOperand(call: Node, info: DeclInfo): boolean {
  for (let [child, at] = [call, info.parent(call)]; at && at.kind !== 'FuncLit'; [child, at] = [at, info.parent(at)])
    if (at.kind === 'CommClause') return at.comm === child;
  return false;
}

/** The local variable that a literal is assigned to: a named closure. */
function nameOf(literal: FuncLit, info: DeclInfo): Var | undefined {
  const use = useOf(literal, info);
  const object = use.kind === 'stored' && use.target.kind === 'Ident' ? info.objectOf(use.target) : undefined;
  return object?.kind === 'Var' && object.role === 'local' ? object : undefined;
}

/**
 * Whether a closure outlives the function in a way we cannot follow: returned, stored, or a named one that is more than
 * called.
 */
function escapes(literal: FuncLit, info: DeclInfo): boolean {
  if (literalRole(literal, info) !== 'kept') return false;
  const name = nameOf(literal, info);
  return !name || !info.usesOf(name).every((ident) => ['called', 'assigned'].includes(useOf(ident, info).kind));
}

function isAddressTaken(ident: Ident, info: DeclInfo): boolean {
  const parent = info.parent(ident);
  return parent?.kind === 'UnaryExpr' && parent.op === '&';
}
