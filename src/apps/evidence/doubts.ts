import { displayPath } from '../../discover/path/display-path.ts';
import { functionName } from './profile/function-name.ts';
import type { Frame } from './profile/profile.ts';
import type { Checkout } from './places/checkout.ts';
import { slashed } from './places/checkout.ts';
import type { Located } from './places/locate.ts';
import type { PlacedStack } from './places/place-stacks.ts';

/** How many names a sentence lists. */
const MOST_NAMES = 5;

/** What could not be matched, and what would help: sentences without the full stop. */
export function doubts(
  stacks: readonly PlacedStack[],
  located: ReadonlyMap<Frame, Located>,
  { root }: Checkout,
): readonly string[] {
  const own = stacks.flatMap((each) => each.own);
  const changed = names(own.filter(({ present }) => present === undefined).map(({ path }) => path));
  const ambiguous = names(
    [...located].flatMap(([{ file }, each]) =>
      each.kind === 'ambiguous' ? [`${file} (${each.files.map((path) => displayPath(path, root)).join(' or ')})`] : [],
    ),
  );
  const gone = names([...located].flatMap(([{ file }, each]) => (each.kind === 'gone' ? [file] : [])));
  return [
    ...(own.length === 0 ? [foreign(located)] : []),
    ...(ambiguous
      ? [`more than one file of the checkout may be ${ambiguous}, so it is not matched; --path-map OLD=NEW says which`]
      : []),
    ...(gone && own.length > 0
      ? [`the checkout has no ${gone}; it was moved or generated since the program was built`]
      : []),
    ...(changed
      ? [
          `${changed} changed since the program was built, and what cannot be told apart is not matched; --rev REV says from which revision it was built`,
        ]
      : []),
  ];
}

function names(all: readonly string[]): string | undefined {
  const distinct = [...new Set(all)].toSorted();
  if (distinct.length === 0) return undefined;
  const shown = distinct.slice(0, MOST_NAMES).join(', ');
  return distinct.length > MOST_NAMES ? `${shown} and ${distinct.length - MOST_NAMES} more` : shown;
}

/** Where nothing of the program is here, the paths that the profile has are the best hint. */
function foreign(located: ReadonlyMap<Frame, Located>): string {
  const frame = [...located].find(
    ([, each]) => each.kind === 'gone' || each.kind === 'dependency' || each.kind === 'ambiguous',
  )?.[0];
  const start = 'no frame of these profiles lies in this checkout';
  if (frame === undefined) return `${start}; give profiles of the program whose source this is`;
  const { importPath } = functionName(frame.func);
  return `${start}, such as ${importPath} at ${slashed(frame.file)}; if its source is here, --path-map OLD=NEW says where`;
}
