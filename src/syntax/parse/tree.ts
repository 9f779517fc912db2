import type { Language, Tree, TreeCursor } from 'web-tree-sitter';

/** A node of the concrete syntax tree, copied out of the parser: plain data without a lifetime. */
export interface SyntaxNode {
  /** The grammar's name of the node, or the token itself where `named` is false: `chan`, `:=`. */
  readonly type: string;
  readonly named: boolean;
  /** The field of its parent in which it stands. */
  readonly field: string | undefined;
  /** Offsets in the parsed text in UTF-16 code units, `end` exclusive. */
  readonly start: number;
  readonly end: number;
  /** Without comments, brackets, separators and most keywords; operators and `chan` are there. */
  readonly children: readonly SyntaxNode[];
}

interface Growing extends SyntaxNode {
  readonly children: Growing[];
}

/**
 * Levels of nesting above which a tree is given up. Whoever walks the AST by recursion spends up to four stack frames
 * a level, and Node's default stack holds some 8,000 frames; code that people or generators write stays below 300.
 */
const DEPTH_LIMIT = 1000;

/** Tokens and extras that nobody asks for. Each node that stays in wasm saves four calls. */
const DROPPED = new Set(['comment', '(', ')', '[', ']', '{', '}', ';', ',', '.', '\n', '\0',
  'break', 'case', 'const', 'continue', 'default', 'defer', 'else', 'fallthrough', 'for', 'func', 'go', 'goto', 'if',
  'interface', 'map', 'package', 'range', 'return', 'select', 'struct', 'switch', 'type', 'var']);

/**
 * Named nodes with nothing below that is asked for; anonymous ones never have anything below. Asking costs a call into
 * wasm.
 */
const LEAVES = new Set(['identifier', 'field_identifier', 'type_identifier', 'package_identifier', 'label_name',
  'blank_identifier', 'int_literal', 'float_literal', 'imaginary_literal', 'rune_literal', 'interpreted_string_literal',
  'raw_string_literal', 'nil', 'true', 'false', 'iota']);

/** What copying asks of web-tree-sitter's cursor, or of one that does the same. */
export type NodeCursor = Pick<TreeCursor,
  'nodeTypeId' | 'currentFieldId' | 'startIndex' | 'endIndex' | 'gotoFirstChild' | 'gotoNextSibling' | 'gotoParent' | 'delete'>;

/** Puts a cursor on the root of a tree. */
export type OpenCursor = (tree: Tree) => NodeCursor;

/**
 * Copies a tree into plain objects in one pass; undefined where it is nested too deeply. The caller deletes the tree.
 */
export type CopyTree = (tree: Tree, open: OpenCursor) => SyntaxNode | undefined;

/** Prepares the copying of trees of one language. */
export function treeCopier(language: Language): CopyTree {
  const grammar: Grammar = {
    kinds: language.types.map((type, id) => kindOf(type, language.nodeTypeIsNamed(id))),
    fields: language.fields,
  };
  return (tree, open) => {
    const cursor = open(tree);
    try {
      return copy(cursor, grammar);
    } finally {
      cursor.delete();
    }
  };
}

/** What the numbers in a tree stand for. */
interface Grammar {
  readonly kinds: readonly Kind[];
  /** The number 0 stands for no field. */
  readonly fields: readonly (string | null)[];
}

interface Kind {
  readonly type: string;
  readonly named: boolean;
  readonly dropped: boolean;
  readonly leaf: boolean;
}

function kindOf(type: string, named: boolean): Kind {
  const dropped = DROPPED.has(type);
  return { type, named, dropped, leaf: dropped || !named || LEAVES.has(type) };
}

/** An id outside the language's table is that of the ERROR node. */
const UNKNOWN = kindOf('ERROR', true);

/** Walks with a stack of its own: hostile input nests deeper than JavaScript may recurse. */
function copy(cursor: NodeCursor, { kinds, fields }: Grammar): SyntaxNode | undefined {
  const root = read(cursor, kinds[cursor.nodeTypeId] ?? UNKNOWN, fields);
  const ancestors = [root];
  let more = cursor.gotoFirstChild();
  while (more) {
    const kind = kinds[cursor.nodeTypeId] ?? UNKNOWN;
    const node = kind.dropped ? undefined : read(cursor, kind, fields);
    if (node !== undefined) ancestors.at(-1)?.children.push(node);
    if (node !== undefined && !kind.leaf && cursor.gotoFirstChild()) ancestors.push(node);
    else more = advance(cursor, ancestors);
    if (ancestors.length > DEPTH_LIMIT) return undefined;
  }
  return root;
}

/** Moves to the next sibling of the node or of its nearest ancestor that has one; false at the end of the tree. */
function advance(cursor: NodeCursor, ancestors: Growing[]): boolean {
  while (!cursor.gotoNextSibling()) {
    ancestors.pop();
    if (ancestors.length === 0) return false;
    cursor.gotoParent();
  }
  return true;
}

function read(cursor: NodeCursor, kind: Kind, fields: Grammar['fields']): Growing {
  return {
    type: kind.type,
    named: kind.named,
    field: fields[cursor.currentFieldId] ?? undefined,
    start: cursor.startIndex,
    end: cursor.endIndex,
    children: [],
  };
}
