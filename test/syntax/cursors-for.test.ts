import { expect, it } from 'vitest';
import { cursorsFor } from '../../src/syntax/parse/cursors-for.ts';
import { treeCopier } from '../../src/syntax/parse/tree.ts';
import { engine, language, runtime, TreeCursor, withTree } from './both-cursors.ts';

/** Whether cursors of web-tree-sitter's own are chosen for a module that shows these functions. */
function choosesOwn(shown: object): boolean {
  return withTree('var x int\n', (tree) => {
    const cursor = cursorsFor(engine, treeCopier(language), shown)(tree);
    const isOwn = cursor instanceof TreeCursor;
    cursor.delete();
    return isOwn;
  });
}

it('takes the direct cursors', () => {
  expect(choosesOwn(runtime)).toBe(false);
});

it('takes those of web-tree-sitter where the module shows no functions', () => {
  expect(choosesOwn({})).toBe(true);
});

it.each([
  ['type', { _ts_tree_cursor_current_node_type_id_wasm: () => 1 }],
  ['field', { _ts_tree_cursor_current_field_id_wasm: () => 0 }],
  ['start', { _ts_tree_cursor_start_index_wasm: () => 0 }],
  ['end', { _ts_tree_cursor_end_index_wasm: () => 7 }],
  ['children', { _ts_tree_cursor_goto_first_child_wasm: () => 0 }],
  ['siblings', { _ts_tree_cursor_goto_next_sibling_wasm: () => 0 }],
])('takes those of web-tree-sitter where the functions are wrong about a node\'s %s', (_, wrong) => {
  expect(choosesOwn({ ...runtime, ...wrong })).toBe(true);
});
