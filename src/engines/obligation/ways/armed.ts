import type { Block } from '../../../flow/cfg.ts';
import type { Point, Search } from '../../../flow/paths.ts';
import { after, findPaths, pointAt } from '../../../flow/paths.ts';
import { armings, clauseChannel, isSetToNil } from '../../../model/code/disarms-itself.ts';
import type { DeclInfo, Var } from '../../../model/info.ts';
import type { CommClause, Node } from '../../../syntax/ast.ts';
import { identOf } from '../hold/ident-of.ts';
import type { Duty } from './duty.ts';

/**
 * Which clauses of a select can be taken on the ways from an acquisition: none whose channel is set to nil on all of
 * them, `retry = nil`. `feasible` says which branches are open there.
 */
export function armedFrom(
  { cfg, point, node: acquiring, func }: Pick<Duty, 'cfg' | 'point' | 'node' | 'func'>,
  info: DeclInfo,
  feasible: Search['feasible'],
): (to: Block) => boolean {
  const answers = new Map<Block, boolean>();
  return (to) => {
    const known = answers.get(to) ?? isArmed(to);
    answers.set(to, known);
    return known;
  };

  function isArmed({ nodes: [comm] }: Block): boolean {
    const clause = comm && info.parent(comm);
    const channel = clause?.kind === 'CommClause' && clause.comm === comm ? channelOf(clause) : undefined;
    if (!comm || channel?.role !== 'local' || channel.func !== func) return true;
    const unset = nodesOf(info.usesOf(channel).filter((ident) => isSetToNil(ident, info)));
    return unset.size === 0 || mayArrive(comm, channel, unset);
  }

  function channelOf(clause: CommClause): Var | undefined {
    return clause.comm?.kind === 'SendStmt' ? identOf(clause.comm.chan, info) : clauseChannel(clause, info);
  }

  /** Whether some way comes to a clause with a channel that nobody has set to nil since it got its value. */
  function mayArrive(comm: Node, channel: Var, unset: ReadonlySet<Node>): boolean {
    const given = [...armings(channel, info), ...(isDeclaredNil(channel) ? [] : [channel.ident])];
    const armed = given.flatMap((ident) => pointAt(cfg, ident) ?? []);
    if (armed.some((each) => reaches(each, acquiring, unset)) && reaches(point, comm, unset)) return true;
    return armed.some((each) => {
      const node = each.block.nodes[each.index];
      return node && reaches(point, node, new Set()) && reaches(each, comm, unset);
    });
  }

  function isDeclaredNil({ ident }: Var): boolean {
    const spec = info.parent(ident);
    return spec?.kind === 'ValueSpec' && spec.values.length === 0;
  }

  function reaches(from: Point, target: Node, cuts: ReadonlySet<Node>): boolean {
    const ends = (node: Node): boolean => node === acquiring || cuts.has(node);
    return findPaths(after(from), {
      node: (node) => (node === target ? 'hit' : ends(node) ? 'cut' : 'pass'),
      feasible,
    }).some((path) => path.hit !== undefined);
  }

  function nodesOf(places: readonly Node[]): ReadonlySet<Node> {
    return new Set(places.flatMap((each): Node | readonly Node[] => {
      const at = pointAt(cfg, each);
      return at?.block.nodes[at.index] ?? [];
    }));
  }
}
