import { createRequire } from 'node:module';
import type { Tree } from 'web-tree-sitter';
import { assetPath } from '../../src/assets.ts';
import { directCursors } from '../../src/syntax/parse/direct-cursor.ts';
import type { NodeCursor, OpenCursor } from '../../src/syntax/parse/tree.ts';

/**
 * The CommonJS form of web-tree-sitter: the other one is that of the parser in the other tests, and starts only once.
 */
const own: typeof import('web-tree-sitter') = createRequire(import.meta.url)('web-tree-sitter');
const { Language, Parser: Engine } = own;
export const { TreeCursor } = own;

/** What the wasm module exports, told only to whoever starts it. */
export const runtime = {};
await Engine.init(runtime);
export const language = await Language.load(assetPath('grammars/tree-sitter-go.wasm'));
export const engine = new Engine();
engine.setLanguage(language);

const walking: OpenCursor = (tree) => tree.walk();
const found = directCursors(runtime);
if (found === undefined) throw new Error('web-tree-sitter no longer exports what its cursors call');
export const direct = found;

/** Parses a text and hands on the tree for as long as it lives. */
export function withTree<T>(text: string, use: (tree: Tree) => T): T {
  const tree = engine.parse(text);
  if (tree === null) throw new Error('not parsed');
  try {
    return use(tree);
  } finally {
    tree.delete();
  }
}

/** Whether both kinds of cursors see the same nodes, in the same places, with the same answers, in all of the text. */
export function agreeOn(text: string): boolean {
  return withTree(text, (tree) => {
    const [one, other] = [trace(direct(tree)), trace(walking(tree))];
    return one.length === other.length && one.every((value, i) => value === other[i]);
  });
}

/** All answers about all nodes in preorder, with -1 where the way leads up. */
function trace(cursor: NodeCursor): readonly number[] {
  const answers: number[] = [];
  do {
    answers.push(cursor.nodeTypeId, cursor.currentFieldId, cursor.startIndex, cursor.endIndex);
  } while (cursor.gotoFirstChild() || next(cursor, answers));
  cursor.delete();
  return answers;
}

function next(cursor: NodeCursor, answers: number[]): boolean {
  while (!cursor.gotoNextSibling()) {
    answers.push(-1);
    if (!cursor.gotoParent()) return false;
  }
  return true;
}
