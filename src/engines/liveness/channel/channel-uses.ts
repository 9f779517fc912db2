import { isAlone, isField, isLiteral } from '../../../syntax/token/token-place.ts';
import type { CallExpr, CompositeLit, Expr, Ident, Node } from '../../../syntax/ast.ts';
import { walk } from '../../../syntax/walk.ts';
import type { DeclInfo, Var } from '../../../model/info.ts';
import { fieldNames, fieldOwner } from '../../../model/types/members.ts';
import type { PackageModel } from '../../../model/package-model.ts';
import { parameterAt } from '../../../model/code/parameter-at.ts';
import { dereferenced, underlying } from '../../../model/types/type.ts';
import { typeOf } from '../../../model/types/type-of.ts';
import type { Holder } from './channel.ts';
import { fieldHolder, holderAt, isOpenToOthers, sameHolder } from './channel.ts';
import type { ChannelEffect } from './channel-use.ts';
import { effectAt, valueEffect } from './channel-use.ts';

/** A call that hands the channel to a function: what its parameter does happens there. */
export interface Handover {
  readonly call: CallExpr;
  /** Where the call stands. */
  readonly info: DeclInfo;
  /** The handover before it, where the channel was itself a parameter there. */
  readonly before: Handover | undefined;
}

/** One use of a channel. */
export type ChannelUse = ChannelEffect & {
  /** The holder there: an identifier or selector; for an initialiser the declaring name. */
  readonly at: Node;
  readonly info: DeclInfo;
  /** False where only the name of a field was recognised: enough to doubt, not enough to claim. */
  readonly certain: boolean;
  /** The calls through which the channel got here; undefined where its first holder is used. */
  readonly via: Handover | undefined;
};

/**
 * All that the package does with one channel, whoever holds it: aliases, fields and parameters it is handed to
 * included.
 */
export interface ChannelUses {
  readonly holders: readonly Holder[];
  readonly uses: readonly ChannelUse[];
  /** Whether code that we cannot see may use it: exported, escaped, taken from elsewhere, or handed on too far. */
  readonly open: boolean;
}

/** How deep calls with the channel as an argument are followed. */
const handoverDepth = 2;

/** More holders than this are not followed: real channels have a few. */
const holderLimit = 16;

interface Held {
  readonly holder: Holder;
  readonly via: Handover | undefined;
}

/**
 * Gathers the uses of the channel that `start` holds. Function literals are looked into and are no escape. For a field
 * or package variable this reads every declaration of the package that mentions its name; with the scope `locals` such
 * a holder counts as out of sight instead.
 */
export function channelUses(start: Holder, model: PackageModel, scope: 'package' | 'locals' = 'package'): ChannelUses {
  const [holder, name] =
    start.kind === 'field' ? [start.owner.spec, `${scope} ${start.name}`] : [start.variable, scope];
  const ofModel = known.get(model) ?? new Map<object, Map<string, ChannelUses>>();
  known.set(model, ofModel);
  const ofHolder = ofModel.get(holder) ?? new Map<string, ChannelUses>();
  ofModel.set(holder, ofHolder);
  const uses = ofHolder.get(name) ?? gathered(start, model, scope);
  ofHolder.set(name, uses);
  return uses;
}

/** Each loop, send and receive of a package asks for its channel: thousands may have one. */
const known = new WeakMap<PackageModel, Map<object, Map<string, ChannelUses>>>();

function gathered(start: Holder, model: PackageModel, scope: 'package' | 'locals'): ChannelUses {
  const held: Held[] = [{ holder: start, via: undefined }];
  const uses: ChannelUse[] = [];
  let open = false;
  const join = (holder: Holder | undefined, via: Handover | undefined): void => {
    if (
      !holder
      || held.length >= holderLimit
      || depthOf(via) > handoverDepth
      || (scope === 'locals' && !isLocal(holder))
    )
      open = true;
    else if (!held.some((each) => sameHolder(each.holder, holder))) held.push({ holder, via });
  };
  for (const { holder, via } of held) {
    if (isOpenToOthers(holder)) open = true;
    for (const use of usesOfHolder(holder, via, model)) {
      uses.push(use);
      const next = nextHolder(use, model);
      if (next) join(next.holder, next.via);
      else if (use.kind === 'escaped') open = true;
    }
  }
  return { holders: held.map((each) => each.holder), uses, open };
}

function isLocal(holder: Holder): boolean {
  return holder.kind === 'variable' && holder.variable.role !== 'package';
}

function depthOf(via: Handover | undefined): number {
  return via ? 1 + depthOf(via.before) : 0;
}

interface NextHolder {
  readonly holder: Holder | undefined;
  readonly via: Handover | undefined;
}

/** Who holds the channel too, after this use; the holder is undefined where that is out of sight. */
function nextHolder(use: ChannelUse, model: PackageModel): NextHolder | undefined {
  const { info, via } = use;
  switch (use.kind) {
    case 'taken':
      return { holder: use.value && holderAt(use.value, info, model), via };
    case 'stored':
      return { holder: holderAt(use.target, info, model), via };
    case 'element':
      return { holder: elementHolder(use, info, model), via };
    case 'handed': {
      const parameter = parameterAt(use.callee.func, use.index, use.callee.info);
      const holder: Holder | undefined =
        parameter && !parameter.variadic ? { kind: 'variable', variable: parameter } : undefined;
      return { holder, via: { call: use.call, info, before: via } };
    }
    default:
      return undefined;
  }
}

function elementHolder(
  use: Extract<ChannelEffect, { kind: 'element' }>,
  info: DeclInfo,
  model: PackageModel,
): Holder | undefined {
  const type = dereferenced(typeOf(use.literal, info, model));
  const struct = underlying(type);
  if (struct?.kind !== 'Struct') return undefined;
  const name = use.field ?? struct.type.fields.flatMap(fieldNames)[use.index];
  return fieldHolder(name === undefined ? undefined : fieldOwner(type, name), name);
}

function usesOfHolder(holder: Holder, via: Handover | undefined, model: PackageModel): readonly ChannelUse[] {
  if (holder.kind === 'field') return fieldUses(holder, via, model);
  const { variable } = holder;
  const idents = variable.role === 'package'
    ? packageUses(variable, model)
    : variable.info.usesOf(variable).map((at) => ({ at, info: variable.info }));
  return [
    ...initialUse(variable, via, model),
    ...idents.map(({ at, info }): ChannelUse => ({ ...effectAt(at, info, model), at, info, certain: true, via })),
  ];
}

/**
 * What a variable holds from its declaration on. A parameter is somebody else's channel unless we came from the call.
 */
function initialUse(variable: Var, via: Handover | undefined, model: PackageModel): readonly ChannelUse[] {
  const { ident: at, info, origin, role } = variable;
  const use = (effect: ChannelEffect): readonly ChannelUse[] => [{ ...effect, at, info, certain: true, via }];
  if (role === 'param' || role === 'recv') return via ? [] : use({ kind: 'taken', value: undefined });
  if (origin?.kind === 'range') return use({ kind: 'taken', value: undefined });
  return use(valueEffect(origin?.value, info, model));
}

interface Place {
  readonly at: Ident;
  readonly info: DeclInfo;
}

function packageUses(variable: Var, model: PackageModel): readonly Place[] {
  return model.declarationsUsing(variable.name, variable.info.file, isAlone).flatMap((info) => {
    const found: Place[] = [];
    walk(info.decl, (node) => {
      if (
        node.kind === 'Ident'
        && node.name === variable.name
        && node.pos !== variable.ident.pos
        && info.objectOf(node) === variable
      ) {
        found.push({ at: node, info });
      }
    });
    return found;
  });
}

/**
 * The uses of a field: selectors and composite literals. Where the owner's type does not show, the name alone makes a
 * doubt.
 */
function fieldUses(
  holder: Extract<Holder, { kind: 'field' }>,
  via: Handover | undefined,
  model: PackageModel,
): readonly ChannelUse[] {
  const infos = new Set([
    ...model.declarationsUsing(holder.name, holder.owner.info.file, isField),
    // A literal without keys, `T{make(chan int)}`, names only the type.
    ...model.declarationsUsing(holder.owner.spec.name.name, holder.owner.info.file, isLiteral),
  ]);
  return [...infos].flatMap((info) => {
    const found: ChannelUse[] = [];
    walk(info.decl, (node) => {
      if (node.kind === 'SelectorExpr' && node.sel.name === holder.name)
        found.push(...selectorUse(node, holder, info, via, model));
      if (node.kind === 'CompositeLit') found.push(...literalUse(node, holder, info, via, model));
    });
    return found;
  });
}

function selectorUse(
  at: Extract<Expr, { kind: 'SelectorExpr' }>,
  holder: Extract<Holder, { kind: 'field' }>,
  info: DeclInfo,
  via: Handover | undefined,
  model: PackageModel,
): readonly ChannelUse[] {
  if (at.x.kind === 'Ident' && info.objectOf(at.x)?.kind === 'PkgName') return [];
  const type = typeOf(at.x, info, model);
  const owner = fieldOwner(type, holder.name);
  if (owner ? owner.spec !== holder.owner.spec : dereferenced(type) !== undefined) return [];
  return [{ ...effectAt(at, info, model), at, info, certain: owner !== undefined, via }];
}

/** `T{f: x}`: the field holds x. A literal whose type is not written is doubted by the name of its key. */
function literalUse(
  literal: CompositeLit,
  holder: Extract<Holder, { kind: 'field' }>,
  info: DeclInfo,
  via: Handover | undefined,
  model: PackageModel,
): readonly ChannelUse[] {
  const type = dereferenced(typeOf(literal, info, model));
  const struct = underlying(type);
  const owner = fieldOwner(type, holder.name);
  if (owner ? owner.spec !== holder.owner.spec : struct !== undefined) return [];
  const position = struct?.kind === 'Struct' ? struct.type.fields.flatMap(fieldNames).indexOf(holder.name) : -1;
  return literal.elts.flatMap((element, index): readonly ChannelUse[] => {
    const named = element.kind === 'KeyValueExpr' && element.key.kind === 'Ident' && element.key.name === holder.name;
    const value = element.kind === 'KeyValueExpr' ? element.value : element;
    if (!named && (element.kind === 'KeyValueExpr' || !owner || index !== position)) return [];
    return [{ ...valueEffect(value, info, model), at: value, info, certain: owner !== undefined, via }];
  });
}
