import { functionBody } from './function-body.ts';
import type { SourceFile } from './source-file.ts';
import { hasName } from './token-range.ts';

/** The exported functions and methods of a file in whose parameters or results a type of another package stands. */
export function functionsNaming(name: string, source: SourceFile): readonly string[] {
  const ofFile = known.get(source) ?? new Map<string, readonly string[]>();
  known.set(source, ofFile);
  const found = ofFile.get(name) ?? (source.mayHold(`.${name}`) ? lookFor(name, source) : []);
  ofFile.set(name, found);
  return found;
}

/** Asked of the files of popular packages by each package that imports them. */
const known = new WeakMap<SourceFile, Map<string, readonly string[]>>();

function lookFor(name: string, source: SourceFile): readonly string[] {
  return source.declarations.flatMap((each) => {
    if (each.kind !== 'func' || each.name === undefined || !/^\p{Lu}/u.test(each.name)) return [];
    return hasName({ tokens: each.tokens, first: each.first, last: functionBody(each) }, name) ? [each.name] : [];
  });
}
