import type { Tree } from 'web-tree-sitter';
import type { NodeCursor, OpenCursor } from './tree.ts';

/**
 * A function of the wasm module, given the address of a tree. The cursor that it asks or moves stands in the module's
 * transfer buffer.
 */
type Exported = (tree: number) => number;

/**
 * What web-tree-sitter's own TreeCursor calls:
 * https://github.com/tree-sitter/tree-sitter/blob/master/lib/binding_web/lib/tree-sitter.c
 */
const NAMES = [
  '_ts_tree_root_node_wasm',
  '_ts_tree_cursor_new_wasm',
  '_ts_tree_cursor_delete_wasm',
  '_ts_tree_cursor_current_node_type_id_wasm',
  '_ts_tree_cursor_current_field_id_wasm',
  '_ts_tree_cursor_start_index_wasm',
  '_ts_tree_cursor_end_index_wasm',
  '_ts_tree_cursor_goto_first_child_wasm',
  '_ts_tree_cursor_goto_next_sibling_wasm',
  '_ts_tree_cursor_goto_parent_wasm',
] as const;

type Runtime = Readonly<Record<typeof NAMES[number], Exported>>;

/**
 * Cursors that take half the time of web-tree-sitter's. Those write their state into the transfer buffer before each
 * call and read it back after each move, so that there may be many of them; of these there may be one at a time, and
 * its state stays where the module puts it: nothing else may be asked of the module until it is deleted. `runtime` is
 * the object that was given to `Parser.init`. Undefined where that holds no such functions: they are no public part of
 * web-tree-sitter, and who initialises it second gets none.
 */
export function directCursors(runtime: object): OpenCursor | undefined {
  if (!isRuntime(runtime)) return undefined;
  const calls = callsOf(runtime);
  return (tree) => new DirectCursor(calls, addressOf(tree));
}

function isRuntime(runtime: object): runtime is Runtime {
  return NAMES.every((name) => typeof Reflect.get(runtime, name) === 'function');
}

type Calls = ReturnType<typeof callsOf>;

/** Looked up once: the runtime has hundreds of properties, and V8 finds those of small objects much sooner. */
function callsOf(runtime: Runtime) {
  return {
    rootNode: runtime._ts_tree_root_node_wasm,
    open: runtime._ts_tree_cursor_new_wasm,
    delete: runtime._ts_tree_cursor_delete_wasm,
    nodeTypeId: runtime._ts_tree_cursor_current_node_type_id_wasm,
    fieldId: runtime._ts_tree_cursor_current_field_id_wasm,
    startIndex: runtime._ts_tree_cursor_start_index_wasm,
    endIndex: runtime._ts_tree_cursor_end_index_wasm,
    gotoFirstChild: runtime._ts_tree_cursor_goto_first_child_wasm,
    gotoNextSibling: runtime._ts_tree_cursor_goto_next_sibling_wasm,
    gotoParent: runtime._ts_tree_cursor_goto_parent_wasm,
  };
}

/** Where the tree stands in wasm memory, which web-tree-sitter keeps under this key. */
function addressOf(tree: Tree): number {
  return Number(Reflect.get(tree, 0));
}

class DirectCursor implements NodeCursor {
  readonly #calls: Calls;
  readonly #tree: number;

  constructor(calls: Calls, tree: number) {
    this.#calls = calls;
    this.#tree = tree;
    calls.rootNode(tree); // puts the node into the transfer buffer
    calls.open(tree); // takes it from there, and leaves the cursor
  }

  get nodeTypeId(): number {
    return this.#calls.nodeTypeId(this.#tree);
  }

  get currentFieldId(): number {
    return this.#calls.fieldId(this.#tree);
  }

  get startIndex(): number {
    return this.#calls.startIndex(this.#tree);
  }

  get endIndex(): number {
    return this.#calls.endIndex(this.#tree);
  }

  gotoFirstChild(): boolean {
    return this.#calls.gotoFirstChild(this.#tree) !== 0;
  }

  gotoNextSibling(): boolean {
    return this.#calls.gotoNextSibling(this.#tree) !== 0;
  }

  gotoParent(): boolean {
    return this.#calls.gotoParent(this.#tree) !== 0;
  }

  delete(): void {
    this.#calls.delete(this.#tree);
  }
}
