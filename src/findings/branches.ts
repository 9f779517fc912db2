import { sourceText } from '../syntax/source-text.ts';
import type { Block } from '../flow/cfg.ts';
import type { Path } from '../flow/paths.ts';
import type { Expr, Node } from '../syntax/ast.ts';
import { oneLine } from '../syntax/one-line.ts';
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

/**
 * The branches that lead along a path: conditions that hold on it, those that do not where `decides` says that this is
 * what matters at the end of a block, and the clauses of selects that it enters.
 */
export function branches(
  path: Path,
  where: Surroundings,
  decides: (block: Block) => boolean = () => false,
): readonly Step[] {
  const { blocks } = path;
  const taken = blocks.flatMap((block, index): readonly (() => Step)[] => {
    const [first] = block.nodes;
    const { cond } = block;
    const next = blocks[index + 1];
    const entersClause = index > 0 && first !== undefined && where.parent(first)?.kind === 'CommClause';
    const refuses = cond !== undefined && next !== undefined && next === block.succs[1] && next !== block.succs[0];
    return [
      ...(entersClause ? [() => taking(first, sourceOf(first, where), where)] : []),
      ...(cond !== undefined && next === block.succs[0] ? [() => taking(cond, sourceOf(cond, where), where)] : []),
      ...(refuses && decides(block) ? [() => taking(cond, negated(cond, where), where)] : []),
    ];
  });
  return taken.slice(-shownBranches).map((make) => make());
}

function taking(node: Node, text: string, where: Surroundings): Step {
  const taken = step('taken', node, where);
  const { source, column, endColumn } = taken.location;
  return source.slice(column - 1, endColumn - 1) === text ? taken : { ...taken, text };
}

function sourceOf({ pos, end }: Node, { file }: Surroundings): string {
  return oneLine(sourceText(file.source).slice(pos, end));
}

const opposites: Readonly<Record<string, string>> = {
  '==': '!=',
  '!=': '==',
  '<': '>=',
  '>=': '<',
  '>': '<=',
  '<=': '>',
};

/** What holds where a condition does not: `n != 0` of `n == 0`, `!ok` of `ok`. */
function negated(cond: Expr, where: Surroundings): string {
  if (cond.kind === 'BinaryExpr') {
    const opposite = opposites[cond.op];
    return opposite === undefined
      ? `!(${sourceOf(cond, where)})`
      : `${sourceOf(cond.x, where)} ${opposite} ${sourceOf(cond.y, where)}`;
  }
  return `!${sourceOf(cond, where)}`;
}
