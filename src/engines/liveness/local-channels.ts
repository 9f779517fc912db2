import type { CallExpr } from '../../syntax/ast.ts';
import { walk } from '../../syntax/walk.ts';
import type { DeclInfo, FuncNode, Var } from '../../model/info.ts';
import type { PackageModel } from '../../model/package-model.ts';
import { useOf } from '../../model/use.ts';
import { isMakeOfChannel } from './channel-use.ts';
import type { ChannelUses } from './channel-uses.ts';
import { channelUses } from './channel-uses.ts';

/** A channel that a function makes and that only this function, its literals and functions of the package use. */
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

/** Whether the text of a declaration could hold what is looked for about the channel `name` that it makes: asked before it is parsed. */
export type NameTest = (name: string, text: string) => boolean;

/** The local channels with a known capacity of all declarations that are reported on and have a name that passes the test. */
export function localChannels(test: NameTest, model: PackageModel): readonly LocalChannel[] {
  const mayHold = (text: string): boolean => {
    const names = new Set(namesMade(text));
    // Where there are so many names, asking the text about each takes longer than parsing it.
    return names.size > 100 || [...names].some((name) => test(name, text));
  };
  return model.declarations(mayHold, (file) => file.report && /\bmake\(\s*chan\b/.test(file.source.text))
    .flatMap((info) => variablesMade(info).flatMap((variable) => localChannel(variable, info, model)));
}

/**
 * The words in front of each `make(chan` on its line, but for computed capacities: the names that made channels may have are
 * among them.
 */
function namesMade(text: string): readonly string[] {
  return [...text.matchAll(/\bmake\(\s*chan\b(?!\s[^(),\n]*,\s*[^\d\s])/g)].flatMap(({ index }) => {
    const line = text.slice(text.lastIndexOf('\n', index) + 1, index);
    return line.match(/[A-Za-z_\u{80}-\u{10ffff}][\w\u{80}-\u{10ffff}]*/gu) ?? [];
  });
}

/** The local variables that a declaration gives a made channel to. */
function variablesMade(info: DeclInfo): readonly Var[] {
  const found = new Set<Var>();
  walk(info.decl, (node) => {
    if (node.kind !== 'CallExpr' || !isMakeOfChannel(node)) return;
    const use = useOf(node, info);
    if (use.kind !== 'stored' || use.target.kind !== 'Ident') return;
    const object = info.objectOf(use.target);
    if (object?.kind === 'Var' && object.role === 'local') found.add(object);
  });
  return [...found];
}

function localChannel(variable: Var, info: DeclInfo, model: PackageModel): readonly LocalChannel[] {
  const uses = channelUses({ kind: 'variable', variable }, model, 'locals');
  const makes = uses.uses.flatMap((use) => (use.kind === 'made' ? [use] : []));
  const [first] = makes;
  if (uses.open || !first || !variable.func) return [];
  const capacities = makes.map((each) => each.capacity);
  if (!capacities.every((each) => each !== undefined)) return [];
  return [{ variable, owner: variable.func, info, make: first.call, capacity: Math.min(...capacities), uses }];
}
