import type { Span } from '../../syntax/span.ts';
import type { LineTable } from '../../syntax/position.ts';
import type { Directive } from './directive.ts';
import { parseDirective } from './directive.ts';

/** Lines of a file, both included. */
export interface LineRange {
  readonly from: number;
  readonly to: number;
}

/** What must be known of a file to place its directives. */
export interface DirectiveContext {
  readonly text: string;
  readonly lines: LineTable;
  /** All comments, in order. */
  readonly comments: readonly Span[];
  /** All top-level declarations, doc comments not included. */
  readonly declarations: readonly Span[];
}

/** A directive, its comment, and the lines it speaks for. */
export interface PlacedDirective {
  readonly directive: Directive;
  readonly at: Span;
  readonly scope: LineRange;
}

const WHOLE_FILE: LineRange = { from: 1, to: Infinity };

/**
 * All directives of a file with their scopes.
 * - `file-ignore`: the whole file, wherever it stands.
 * - Behind code: its own line.
 * - On a line of its own: also the next line with code, blank lines and comments between them notwithstanding.
 *   Where a top-level declaration begins on that line, a `nolint` holds for all of it; where the package clause
 *   does, for the whole file. An `ignore` holds for that line alone, as with staticcheck.
 */
export function placeDirectives(context: DirectiveContext): readonly PlacedDirective[] {
  const { text, comments } = context;
  const found = comments.flatMap((at, index) => {
    const directive = parseDirective(text.slice(at.pos, at.end));
    return directive === undefined ? [] : [{ directive, at, index }];
  });
  if (found.length === 0) return [];
  const next = codeAfterEach(context);
  const ends = declarationEnds(context);
  return found.map(({ directive, at, index }) => ({
    directive,
    at,
    scope: scopeOf(directive, at, next[index], ends, context),
  }));
}

function scopeOf(
  { kind }: Directive, at: Span, next: number | undefined, ends: ReadonlyMap<number, number>, { text, lines }: DirectiveContext,
): LineRange {
  if (kind === 'file-ignore') return WHOLE_FILE;
  const { line: from, column } = lines.position(at.pos);
  const behindCode = lines.lineText(from).slice(0, column - 1).trim() !== '';
  if (behindCode || next === undefined) return { from, to: from };
  const { line } = lines.position(next);
  if (kind === 'ignore') return { from, to: line };
  if (/^package\b/.test(text.slice(next, next + 'package '.length))) return WHOLE_FILE;
  return { from, to: ends.get(line) ?? line };
}

/**
 * For each comment the offset of the first code after it: undefined where only comments follow. One pass from the back.
 */
function codeAfterEach({ text, comments }: DirectiveContext): readonly (number | undefined)[] {
  const offsets: (number | undefined)[] = [];
  let laterComment: number | undefined;
  let laterCode: number | undefined;
  for (const { pos, end } of comments.toReversed()) {
    const offset = skipSpace(text, end);
    if (offset !== laterComment) laterCode = offset < text.length ? offset : undefined;
    offsets.push(laterCode);
    laterComment = pos;
  }
  return offsets.reverse();
}

function skipSpace(text: string, offset: number): number {
  const space = /\s*/y;
  space.lastIndex = offset;
  space.test(text);
  return space.lastIndex;
}

/** The last lines of the declarations by their first lines. */
function declarationEnds({ lines, declarations }: DirectiveContext): ReadonlyMap<number, number> {
  return new Map(declarations.map(({ pos, end }) => [lines.position(pos).line, lines.position(end).line]));
}
