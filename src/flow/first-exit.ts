import type { DeclInfo } from '../model/info.ts';
import type { Cfg, ExitKind } from './cfg.ts';
import type { Outcome } from './error-way.ts';
import { outcomeOf } from './error-way.ts';
import type { Path } from './paths.ts';

/** The node or brace at which a path leaves the function, and how. */
export interface Exit {
  readonly kind: ExitKind;
  readonly span: { readonly pos: number; readonly end: number };
}

/** A way out of a function with the exit at its end. */
export interface FoundExit {
  readonly path: Path;
  readonly exit: Exit;
}

/**
 * The way out that most calls take: one that returns no error before one that may, and that before one that does; of
 * equal ones, one behind `firstUse`, the offset of the first use of what the function has, before one that makes no use
 * of it; and then the first in source order.
 */
export function firstExit(paths: readonly Path[], cfg: Cfg, info: DeclInfo, firstUse = 0): FoundExit | undefined {
  const exits = paths.flatMap((path): (FoundExit & { readonly rank: number })[] => {
    const exit = exitOf(path, cfg);
    if (!exit) return [];
    const outcome = outcomeOf(path, path.end.nodes[path.end.nodes.length - 1], info);
    return [{ path, exit, rank: ranks[outcome] + (exit.span.end > firstUse ? 0 : 1) }];
  });
  return exits.sort((a, b) => a.rank - b.rank || a.exit.span.pos - b.exit.span.pos)[0];
}

const ranks = { fine: 0, either: 2, failed: 4 } as const satisfies Record<Outcome, number>;

/** Where a path leaves the function; undefined for a path that ends in a hit. */
export function exitOf(path: Path, cfg: Cfg): Exit | undefined {
  const kind = path.hit ? undefined : path.end.exit;
  if (!kind) return undefined;
  const last = path.end.nodes[path.end.nodes.length - 1];
  const span = kind === 'end' || !last ? { pos: cfg.closingBrace, end: cfg.closingBrace + 1 } : last;
  return { kind, span };
}
