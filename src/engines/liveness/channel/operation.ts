import type { FuncLit, Node } from '../../../syntax/ast.ts';
import type { DeclInfo, FuncNode } from '../../../model/info.ts';
import { loopAround } from '../../../model/code/loop-around.ts';
import { callRole, literalRole, useOf } from '../../../model/code/use.ts';
import type { ChannelUse, Handover } from './channel-uses.ts';

/** When a piece of code runs, seen from the function that owns the channel. */
export type Moment =
  /** While the owner runs, at the place. */
  | 'here'
  /** In a goroutine that is started at the place. */
  | 'goroutine'
  /** When the owner ends. */
  | 'deferred'
  /** Some time, perhaps often, perhaps never: a callback or a closure that is kept. */
  | 'elsewhere';

/** One use of a channel as the owner of the channel sees it. */
export interface Operation {
  readonly use: ChannelUse;
  readonly moment: Moment;
  /** Where the owner does it, starts it or defers it; several where a closure is called several times. */
  readonly places: readonly Node[];
  /** The function that runs beside the owner, for a goroutine: a literal of the owner. */
  readonly literal: FuncLit | undefined;
  /** Whether one start may make several goroutines do it. */
  readonly repeated: boolean;
}

/** Sees one use from the function that owns the channel. */
export function operationOf(use: ChannelUse, owner: FuncNode): Operation {
  const root = rootOf(use);
  const literals = literalsAround(root.at, owner, root.info);
  const outermost = literals[literals.length - 1];
  const inCallee = use.via ? goroutineIn(use, use.via) : undefined;
  const base = outermost ? literalMoment(outermost, root.info) : callMoment(root.at, root.info);
  const started = literals.some((literal) => literalRole(literal, root.info) === 'goroutine') || inCallee !== undefined
    || (outermost !== undefined && callRoleAt(root.at, root.info) === 'goroutine');
  return {
    use,
    moment: started && base.moment !== 'elsewhere' ? 'goroutine' : base.moment,
    places: base.places,
    literal: outermost,
    repeated:
      inCallee?.repeated === true || literals.slice(0, -1).some((literal) => isStartedInLoop(literal, root.info)),
  };
}

/** The place in the owner's declaration: the use itself, or the first call that hands the channel on. */
function rootOf({ at, info, via }: ChannelUse): { readonly at: Node; readonly info: DeclInfo } {
  let root: { readonly at: Node; readonly info: DeclInfo } = { at, info };
  for (let hop = via; hop; hop = hop.before) root = { at: hop.call, info: hop.info };
  return root;
}

/** From the inside out, the owner left out. */
function literalsAround(node: Node, owner: FuncNode, info: DeclInfo): readonly FuncLit[] {
  const found: FuncLit[] = [];
  for (let at = info.enclosingFunc(node); at && at !== owner; at = info.enclosingFunc(at)) {
    if (at.kind === 'FuncLit') found.push(at);
  }
  return found;
}

/** Whether, on the way of the handovers, a goroutine is started in some callee. */
function goroutineIn(use: ChannelUse, via: Handover): { readonly repeated: boolean } | undefined {
  const inner = literalsUpTo(use.at, use.info).find((literal) => literalRole(literal, use.info) === 'goroutine');
  if (inner) return { repeated: isStartedInLoop(inner, use.info) };
  for (let hop: Handover | undefined = via; hop?.before; hop = hop.before) {
    if (callRole(hop.call, hop.info) === 'goroutine') return { repeated: loopAround(hop.call, hop.info) !== undefined };
  }
  return undefined;
}

function literalsUpTo(node: Node, info: DeclInfo): readonly FuncLit[] {
  const found: FuncLit[] = [];
  for (let at = info.enclosingFunc(node); at?.kind === 'FuncLit'; at = info.enclosingFunc(at)) found.push(at);
  return found;
}

function isStartedInLoop(literal: FuncLit, info: DeclInfo): boolean {
  return literalRole(literal, info) === 'goroutine' && loopAround(literal, info) !== undefined;
}

interface Place {
  readonly moment: Moment;
  readonly places: readonly Node[];
}

function callMoment(node: Node, info: DeclInfo): Place {
  return { moment: callRoleAt(node, info) ?? 'here', places: [node] };
}

/** Whether the call that a use is an argument of, or is, starts a goroutine or is deferred. */
function callRoleAt(node: Node, info: DeclInfo): 'deferred' | 'goroutine' | undefined {
  if (node.kind === 'CallExpr') return callRole(node, info);
  const parent = info.parent(node);
  return parent?.kind === 'CallExpr' ? callRole(parent, info) : undefined;
}

function literalMoment(literal: FuncLit, info: DeclInfo): Place {
  const role = literalRole(literal, info);
  switch (role) {
    case 'goroutine':
    case 'deferred':
      return { moment: role, places: [literal] };
    case 'inline':
      return { moment: 'here', places: [literal] };
    case 'callback':
      return { moment: 'elsewhere', places: [literal] };
    case 'kept':
      return namedMoment(literal, info);
  }
}

/** A closure that a variable holds runs where it is called, if it is always called in one way and nothing else. */
function namedMoment(literal: FuncLit, info: DeclInfo): Place {
  const use = useOf(literal, info);
  const object = use.kind === 'stored' && use.target.kind === 'Ident' ? info.objectOf(use.target) : undefined;
  if (object?.kind !== 'Var' || object.role !== 'local') return { moment: 'elsewhere', places: [literal] };
  const calls = info.usesOf(object).flatMap((ident) => {
    const each = useOf(ident, info);
    return each.kind === 'called' && info.enclosingFunc(ident) === object.func ? [each.call] : [];
  });
  const [moment, ...others] = new Set(calls.map((call) => callRole(call, info) ?? 'here'));
  const isAll = calls.length === info.usesOf(object).filter((ident) => useOf(ident, info).kind !== 'assigned').length;
  return moment && others.length === 0 && isAll
    ? { moment, places: calls }
    : { moment: 'elsewhere', places: [literal] };
}
