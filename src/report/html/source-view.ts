import type { Finding } from '../../findings/finding.ts';
import type { WayMark } from '../way.ts';
import { wayOf } from '../way.ts';
import { escaped } from './escape.ts';

/** Lines shown around each marked one; gaps of up to as many are filled. */
const AROUND = 3;

/** Longer lines are cut: they are generated, and nobody reads them. */
const LONGEST = 400;

/**
 * The source around the places of a finding, file by file, with its way drawn through it. `linesOf` gives the lines of
 * a file.
 */
export function sourceViews(finding: Finding, linesOf: (path: string) => readonly string[] | undefined): string {
  const marks = wayOf(finding);
  const paths = [...new Set(marks.map(({ location }) => location.path))];
  return paths.map((path) => sourceView(path, marks.filter(({ location }) => location.path === path), linesOf(path), paths.length > 1)).join('');
}

function sourceView(
  path: string,
  marks: readonly WayMark[],
  lines: readonly string[] | undefined,
  isNamed: boolean,
): string {
  const numbers = marks.map(({ location }) => location.line);
  const [first, last] = [Math.min(...numbers), Math.max(...numbers)];
  const shown = shownLines(numbers, lines?.length ?? 0);
  const rows = shown.map((number, i) => {
    const gap = i > 0 && (shown[i - 1] ?? 0) < number - 1 ? '<tr class="gap"><td></td><td></td><td>⋯</td></tr>' : '';
    const here = marks.filter(({ location }) => location.line === number);
    const text = here[0]?.location.source ?? lines?.[number - 1] ?? '';
    const way =
      first < last && number >= first && number <= last
        ? ` way${number === first ? ' first' : ''}${number === last ? ' last' : ''}`
        : '';
    return (
      `${gap}<tr class="${here.length > 0 ? 'at' : ''}"><td class="rail${way}">${here.map(dot).join('')}</td><td class="number">${number}</td>`
      + `<td class="code">${here.length > 0 ? marked(text, here) : escaped(text.slice(0, LONGEST))}</td></tr>${here.map((mark) => note(mark, way, number === last)).join('')}`
    );
  });
  const title = isNamed ? `<p class="path">${escaped(path)}</p>` : '';
  return `${title}<table class="source">${rows.join('')}</table>`;
}

function shownLines(marked: readonly number[], count: number): readonly number[] {
  const shown = new Set<number>();
  for (const line of marked)
    for (let each = Math.max(1, line - AROUND); each <= Math.max(line, Math.min(count, line + AROUND)); each++)
      shown.add(each);
  const sorted = [...shown].toSorted((a, b) => a - b);
  // A gap of a line or two is no gap.
  for (const [i, line] of sorted.entries())
    for (let each = (sorted[i - 1] ?? line) + 1; each < line && line - (sorted[i - 1] ?? line) <= AROUND; each++)
      shown.add(each);
  return [...shown].toSorted((a, b) => a - b);
}

function dot({ order }: WayMark): string {
  return `<b class="dot">${order}</b>`;
}

function note({ text }: WayMark, way: string, isLast: boolean): string {
  if (text === '') return '';
  return `<tr class="note"><td class="rail${isLast ? '' : way.replace(' first', '')}"></td><td></td><td>${escaped(text)}</td></tr>`;
}

/** The line with the marked stretches of it. */
function marked(text: string, marks: readonly WayMark[]): string {
  let shown = '';
  let at = 0;
  for (const { location: { column, endColumn } } of marks.toSorted((a, b) => a.location.column - b.location.column)) {
    const [from, to] = [Math.min(column - 1, LONGEST), Math.min(endColumn - 1, LONGEST)];
    if (from < at || to <= from) continue;
    shown += `${escaped(text.slice(at, from))}<mark>${escaped(text.slice(from, to))}</mark>`;
    at = to;
  }
  return shown + escaped(text.slice(at, LONGEST));
}
