import type { Fact, Resource, Step } from '../../findings/finding.ts';
import { locate } from '../../findings/locate.ts';
import type { Cfg, ExitKind } from '../../flow/cfg.ts';
import type { Path, Point } from '../../flow/paths.ts';
import { findPaths } from '../../flow/paths.ts';
import type { DeclInfo } from '../../model/info.ts';
import type { Confidence } from '../../spec.ts';
import type { Node } from '../../syntax/ast.ts';
import type { Acquisition } from './acquisition.ts';
import type { Context } from './context.ts';

/** What an acquisition turned out to be: a fact with the way that shows it. */
export interface Verdict {
  readonly fact: Fact;
  readonly confidence: Confidence;
  readonly steps: readonly Step[];
}

/** The resource in the words of the rule. */
export function resourceOf(acquisition: Acquisition, holder: string | undefined, { rule }: Context): Resource {
  const { name, call, info } = acquisition;
  // Functions of third parties have long names; what the reader sees is shorter.
  const shown = name.includes('/') ? info.file.source.text.slice(call.fun.pos, call.fun.end) : name;
  return { noun: rule.noun, holder, call: shown, release: rule.release[0] ?? '', released: rule.released };
}

/** The node or brace at which a path leaves the function, and how. */
export interface Exit {
  readonly kind: ExitKind;
  readonly span: { readonly pos: number; readonly end: number };
}

/** Undefined for a path that ends in a hit. */
function exitOf(path: Path, cfg: Cfg): Exit | undefined {
  const kind = path.hit ? undefined : path.end.exit;
  if (!kind) return undefined;
  const last = path.end.nodes[path.end.nodes.length - 1];
  const span = kind === 'end' || !last ? { pos: cfg.closingBrace, end: cfg.closingBrace + 1 } : last;
  return { kind, span };
}

/** A way out of a function with the exit at its end. */
export interface FoundExit {
  readonly path: Path;
  readonly exit: Exit;
}

/** The first way out in source order: the one a reader meets first. */
export function firstExit(paths: readonly Path[], cfg: Cfg): FoundExit | undefined {
  const exits = paths.flatMap((path): FoundExit[] => {
    const exit = exitOf(path, cfg);
    return exit ? [{ path, exit }] : [];
  });
  return exits.sort((a, b) => a.exit.span.pos - b.exit.span.pos)[0];
}

/** All ways out of a function from a point on, nothing cut. */
export function allPaths(start: Point): readonly Path[] {
  return findPaths(start, { node: () => 'pass', feasible: () => true });
}

/** One step with the place of a node. */
export function step(kind: Step['kind'], span: { readonly pos: number; readonly end: number }, info: DeclInfo): Step {
  return { kind, location: locate(info.file.source, span) };
}

/** The line of an offset. */
export function lineOf(offset: number, info: DeclInfo): number {
  return info.file.source.lines.position(offset).line;
}

/** The verdict on a way out that misses the release; `way` are the steps between the acquisition and the exit. */
export function missedExit(exit: Exit, way: readonly Step[], acquisition: Acquisition, holder: string, context: Context): Verdict {
  const { info, call, confidence } = acquisition;
  const fact = { kind: 'missed-exit', resource: resourceOf(acquisition, holder, context), exit: exit.kind, line: lineOf(exit.span.pos, info) } as const;
  return { fact, confidence, steps: [step('acquired', call, info), ...way, step('exit', exit.span, info)] };
}

/** The branches that lead along a path: conditions that hold on it, and the clauses of selects that it enters. */
export function branches(path: Path, info: DeclInfo): readonly Step[] {
  return path.blocks.flatMap((block, index): Step[] => {
    const [first] = block.nodes;
    const entersClause = index > 0 && first !== undefined && info.parent(first)?.kind === 'CommClause';
    const holds = block.cond !== undefined && path.blocks[index + 1] === block.succs[0];
    return [...(entersClause ? [step('taken', first, info)] : []), ...(holds ? [step('taken', block.cond, info)] : [])];
  });
}

/** The branches up to where the path turns back to what stands before `offset`: the rest of the round is the same loop again. */
export function branchesBefore(path: Path, offset: number, info: DeclInfo): readonly Step[] {
  const { line } = info.file.source.lines.position(offset);
  const steps = branches(path, info);
  const turn = steps.findIndex((each) => each.location.line < line);
  return turn === -1 ? steps : steps.slice(0, turn);
}

/** The innermost loop around a node within its function. */
export function loopAround(node: Node, info: DeclInfo): Node | undefined {
  for (let at = info.parent(node); at && at.kind !== 'FuncLit' && at.kind !== 'FuncDecl'; at = info.parent(at)) {
    if (at.kind === 'ForStmt' || at.kind === 'RangeStmt') return at;
  }
  return undefined;
}
