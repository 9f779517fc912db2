import type { Declaration } from '../../../syntax/source-file.ts';
import { nameIn } from '../../../syntax/token/token-range.ts';
import { callBracket } from '../../../syntax/token/token-place.ts';
import { ILLEGAL, isSemicolon, LBRACE, LBRACK, MAP, PERIOD, RBRACE } from '../../../syntax/token/token-kind.ts';
import type { CallExpr } from '../../../syntax/ast.ts';
import { walk } from '../../../syntax/walk.ts';
import type { DeclInfo, FuncNode, Var } from '../../../model/info.ts';
import type { PackageModel } from '../../../model/package-model.ts';
import { useOf } from '../../../model/code/use.ts';
import { isMakeOfChannel } from './channel-use.ts';
import type { ChannelUses } from './channel-uses.ts';
import { channelUses } from './channel-uses.ts';

/**
 * A channel that a function makes; where `uses` is not open, only this function, its literals and functions of the
 * package use it.
 */
export interface LocalChannel {
  readonly variable: Var;
  /** The function in which the variable is declared. */
  readonly owner: FuncNode;
  readonly info: DeclInfo;
  /** Where it is made: the first one, if there are several. */
  readonly make: CallExpr;
  /** The smallest one where it is made several times. */
  readonly capacity: number;
  readonly uses: ChannelUses;
}

/**
 * Whether a declaration may hold what is looked for about the channel `name` that it makes: asked before it is parsed.
 */
export type NameTest = (name: string, declaration: Declaration) => boolean;

/**
 * The local channels with a known capacity of all declarations that are reported on and have a name that passes the
 * test.
 */
export function localChannels(test: NameTest, model: PackageModel): readonly LocalChannel[] {
  return madeChannels(test, model).filter(({ uses }) => !uses.open);
}

/** The same, and those that others get to know, by a result for example. */
export function madeChannels(test: NameTest, model: PackageModel): readonly LocalChannel[] {
  const mayHold = (declaration: Declaration): boolean => {
    const names = namesMade(declaration);
    // Where there are so many names, asking about each takes longer than parsing the declaration.
    return names.size > 100 || [...names].some((name) => test(name, declaration));
  };
  return model.declarations(mayHold, ({ source }) => source.mayHold('make')).filter(({ file }) => file.report)
    .flatMap((info) => variablesMade(info).flatMap((variable) => madeChannel(variable, info, model)));
}

/**
 * How far, in tokens, the target of an assignment may be from a value: the names in between are taken for targets as
 * well.
 */
const reach = 200;

/**
 * The names to the left of what may make a channel, `make(chan T)` or `make(T)`: the variables that hold made channels
 * are among them.
 */
function namesMade(declaration: Declaration): ReadonlySet<string> {
  const { tokens, first } = declaration;
  const { kinds, ids, names } = tokens;
  const found = new Set<string>();
  for (let at = nameIn(declaration, 'make', first); at !== -1; at = nameIn(declaration, 'make', at + 1)) {
    const open = callBracket(tokens, at);
    if (open === -1 || kinds[open + 1] === LBRACK || kinds[open + 1] === MAP) continue;
    for (
      let before = at - 1;
      before > Math.max(first, at - reach) && !endsTargets(kinds[before] ?? ILLEGAL);
      before--
    ) {
      const id = ids[before] ?? -1;
      if (id >= 0 && kinds[before - 1] !== PERIOD) found.add(names.word(id));
    }
  }
  return found;
}

function endsTargets(kind: number): boolean {
  return isSemicolon(kind) || kind === LBRACE || kind === RBRACE;
}

/** The local variables that a declaration gives a made channel to. */
function variablesMade(info: DeclInfo): readonly Var[] {
  const found = new Set<Var>();
  walk(info.decl, (node) => {
    if (node.kind !== 'CallExpr' || !isMakeOfChannel(node, info)) return;
    const use = useOf(node, info);
    if (use.kind !== 'stored' || use.target.kind !== 'Ident') return;
    const object = info.objectOf(use.target);
    if (object?.kind === 'Var' && object.role === 'local') found.add(object);
  });
  return [...found];
}

function madeChannel(variable: Var, info: DeclInfo, model: PackageModel): readonly LocalChannel[] {
  const uses = channelUses({ kind: 'variable', variable }, model, 'locals');
  const makes = uses.uses.flatMap((use) => (use.kind === 'made' ? [use] : []));
  const [first] = makes;
  if (!first || !variable.func) return [];
  const capacities = makes.map((each) => each.capacity);
  if (!capacities.every((each) => each !== undefined)) return [];
  return [{ variable, owner: variable.func, info, make: first.call, capacity: Math.min(...capacities), uses }];
}
