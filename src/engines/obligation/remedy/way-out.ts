import type { WayOut } from '../../../findings/resource.ts';
import { exitOf } from '../../../flow/first-exit.ts';
import type { Path } from '../../../flow/paths.ts';
import { after, findPaths } from '../../../flow/paths.ts';
import type { DeclInfo, Var } from '../../../model/info.ts';
import { lineOf } from '../../../model/line-of.ts';
import { useOf } from '../../../model/code/use.ts';
import type { BranchStmt, Stmt } from '../../../syntax/ast.ts';
import type { Duty } from '../ways/duty.ts';
import { isWithin } from '../../../syntax/span.ts';

/** A stretch of source. */
interface Span {
  readonly pos: number;
  readonly end: number;
}

/**
 * Where ways leave a variable behind: at a return in its scope, or at the jump, or the end of its block, that leads out
 * of the scope. In source order, each once.
 */
export function waysOutOf(paths: readonly Path[], subject: Duty): readonly WayOut[] {
  const { variable, cfg, acquisition: { info } } = subject;
  const scope = scopeOf(variable, info);
  const found = new Map<number, WayOut>();
  for (const path of paths) {
    const exit = exitOf(path, cfg);
    if (!exit) continue;
    const way = isWithin(exit.span, scope) ? exitWay(exit.span, path, subject) : leavingWay(path, scope, info);
    found.set(way.line, { ...way, shared: isReachedOtherwise(path, subject) });
  }
  return [...found.values()].sort((a, b) => a.line - b.line);
}

function exitWay(span: Span, path: Path, subject: Duty): Omit<WayOut, 'shared'> {
  const { acquisition: { info } } = subject;
  const last = path.end.nodes[path.end.nodes.length - 1];
  if (last?.kind !== 'ReturnStmt' || last.pos !== span.pos)
    return { by: 'end', line: lineOf(span.pos, info), uses: false };
  return { by: 'return', line: lineOf(span.pos, info), uses: isNeededBy(last, subject) };
}

/** Whether a statement needs what is held to be open; a field of it beside the part that is released is data. */
export function isNeededBy(statement: Stmt, { variable, acquisition: { info }, context: { rule: { part } } }: Duty): boolean {
  return info.usesOf(variable).some((ident) => {
    if (!isWithin(ident, statement)) return false;
    const use = useOf(ident, info);
    return part === undefined || use.kind !== 'selected' || use.name === part;
  });
}

/** The last jump on a way that stands in the scope, or else the closing brace of the scope. */
function leavingWay({ blocks }: Path, scope: Span, info: DeclInfo): Omit<WayOut, 'shared'> {
  const inside = blocks.flatMap(({ nodes }) => nodes).filter((node) => isWithin(node, scope));
  const last = inside[inside.length - 1];
  if (last?.kind === 'BranchStmt') return { by: jumpOf(last), line: lineOf(last.pos, info), uses: false };
  return { by: 'block', line: lineOf(scope.end - 1, info), uses: false };
}

function jumpOf({ tok }: BranchStmt): 'break' | 'continue' | 'goto' {
  return tok === 'fallthrough' ? 'goto' : tok;
}

/** Whether a way to the end of a path comes from where the resource is released or handed on. */
export function isReachedOtherwise({ end }: Path, { cfg, node, effects: { effects } }: Duty): boolean {
  const ended = new Set(effects.map((effect) => effect.node));
  const last = end.nodes[end.nodes.length - 1];
  return cfg.places.filter((place) => ended.has(place.node)).some((place) => findPaths(after(place), {
    node: (each) => (each === last ? 'hit' : each === node ? 'cut' : 'pass'),
    feasible: () => true,
  }).some((path) => path.hit !== undefined || path.end === end));
}

/** The block, or the clause, in which a variable can be named. */
function scopeOf({ ident }: Var, info: DeclInfo): Span {
  for (let at = info.parent(ident); at; at = info.parent(at)) {
    if (at.kind === 'BlockStmt' || at.kind === 'CaseClause' || at.kind === 'CommClause') return at;
    if (at.kind === 'FuncDecl' || at.kind === 'FuncLit') return at.body ?? at;
    if (at.kind === 'IfStmt' || at.kind === 'ForStmt' || at.kind === 'RangeStmt') return at.body;
  }
  return ident;
}
