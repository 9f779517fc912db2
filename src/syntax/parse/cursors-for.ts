import type { Parser as Engine } from 'web-tree-sitter';
import { directCursors } from './direct-cursor.ts';
import type { CopyTree, OpenCursor } from './tree.ts';

/** Has tokens, fields, an alias, a comment, characters outside ASCII, and levels that the tree hides. */
const SAMPLE = 'func f(a int) { go é.𝑥(-1) /* c */ }\n';

/**
 * The fastest cursors that can be relied upon. The direct ones use what is no public part of web-tree-sitter, so they
 * have to show first that they read a tree as its own do. `runtime` is the object that was given to `Parser.init`.
 */
export function cursorsFor(engine: Engine, copy: CopyTree, runtime: object): OpenCursor {
  const own: OpenCursor = (tree) => tree.walk();
  const direct = directCursors(runtime);
  return direct !== undefined && agree(engine, copy, direct, own) ? direct : own;
}

function agree(engine: Engine, copy: CopyTree, one: OpenCursor, other: OpenCursor): boolean {
  const tree = engine.parse(SAMPLE);
  if (tree === null) return false;
  try {
    return JSON.stringify(copy(tree, one)) === JSON.stringify(copy(tree, other));
  } finally {
    tree.delete();
  }
}
