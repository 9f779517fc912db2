import type { Surroundings } from '../model/package-model.ts';
import type { Asked, Layout } from './layout.ts';
import { view } from './view.ts';

/**
 * What is around a package in a folder (absolute). Reads on demand, and never above the checkout; what is asked is
 * added to `asked`. The layout is shared by the analyses of a thread, but each has a view of its own, so that no answer
 * depends on what was asked before.
 */
export function surroundingsOf(dir: string, layout: Layout, asked: Asked): Surroundings {
  return {
    importPath: layout.paths.of(dir),
    isOwn: true,
    others: (model, parser, givenUp) => view({ model, dir, parser, givenUp }, asked, layout),
  };
}
