import type { Path } from '../flow/paths.ts';
import type { Expr, Node, Stmt } from '../syntax/ast.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import type { Step } from './finding.ts';
import { step } from './step.ts';

/** Where the nodes of a path are: their file, and what stands around them. */
export interface Surroundings {
  readonly file: { readonly source: SourceFile };
  parent(node: Node): Node | undefined;
}

/** More branches than this tell nobody anything; the last ones lead to the point. */
const shownBranches = 12;

/** The branches that lead along a path: conditions that hold on it, and the clauses of selects that it enters. */
export function branches(path: Path, where: Surroundings): readonly Step[] {
  const { blocks } = path;
  const taken = blocks.flatMap((block, index): readonly (Stmt | Expr)[] => {
    const [first] = block.nodes;
    const entersClause = index > 0 && first !== undefined && where.parent(first)?.kind === 'CommClause';
    const holds = block.cond !== undefined && blocks[index + 1] === block.succs[0];
    return [...(entersClause ? [first] : []), ...(holds ? [block.cond] : [])];
  });
  return taken.slice(-shownBranches).map((node) => step('taken', node, where));
}
