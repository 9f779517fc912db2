import type { Declaration, SourceFile } from '../syntax/source-file.ts';

/** So many words of a file are looked for one by one; from then on all words of the file are known. */
const FEW = 200;

const WORDS = /[\p{L}\p{Nd}_]+/gu;

/**
 * Gives the declarations of a file in which a word occurs, as Declaration.mentions has it. Few questions are answered from
 * the text alone, many from an index: thousands of names in one file would else each cost a look at the whole of it.
 */
export function mentionIndex(source: SourceFile): (word: string) => readonly Declaration[] {
  let asked = 0;
  let index: ReadonlyMap<string, readonly Declaration[]> | undefined;
  return (word) => {
    index ??= ++asked > FEW ? declarationsByWord(source) : undefined;
    if (index) return index.get(word) ?? [];
    return source.text.includes(word) ? source.declarations.filter((each) => each.mentions(word)) : [];
  };
}

function declarationsByWord({ text, declarations }: SourceFile): ReadonlyMap<string, readonly Declaration[]> {
  const found = new Map<string, Declaration[]>();
  for (const declaration of declarations) {
    for (const word of new Set(text.slice(declaration.pos, declaration.end).match(WORDS))) {
      const known = found.get(word);
      if (known) known.push(declaration);
      else found.set(word, [declaration]);
    }
  }
  return found;
}
