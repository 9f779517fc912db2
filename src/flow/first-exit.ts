import type { Cfg, ExitKind } from './cfg.ts';
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

/** The first way out in source order: the one a reader meets first. */
export function firstExit(paths: readonly Path[], cfg: Cfg): FoundExit | undefined {
  const exits = paths.flatMap((path): FoundExit[] => {
    const exit = exitOf(path, cfg);
    return exit ? [{ path, exit }] : [];
  });
  return exits.sort((a, b) => a.exit.span.pos - b.exit.span.pos)[0];
}

/** Undefined for a path that ends in a hit. */
function exitOf(path: Path, cfg: Cfg): Exit | undefined {
  const kind = path.hit ? undefined : path.end.exit;
  if (!kind) return undefined;
  const last = path.end.nodes[path.end.nodes.length - 1];
  const span = kind === 'end' || !last ? { pos: cfg.closingBrace, end: cfg.closingBrace + 1 } : last;
  return { kind, span };
}
