import type { Declaration, SourceFile } from '../syntax/source-file.ts';

/** So many words of a file are looked for one by one; from then on all words of the file are known. */
const FEW = 200;

const WORDS = /[\w\u{80}-\u{10ffff}]+/gu;

/**
 * Gives the declarations of a file in which a word occurs, as Declaration.mentions has it. Few questions are answered from
 * the text alone, many from an index: thousands of names in one file would else each cost a look at the whole of it.
 */
export function mentionIndex(source: SourceFile): (word: string) => readonly Declaration[] {
  let asked = 0;
  let index: ReadonlyMap<string, readonly Declaration[]> | undefined;
  return (word) => {
    if (!index && (word === '' || !source.text.includes(word))) return [];
    index ??= ++asked > FEW ? declarationsByWord(source) : undefined;
    return index ? (index.get(word) ?? []) : declarationsWith(word, source);
  };
}

/** One look at the whole text, which most declarations are not in the way of. */
function declarationsWith(word: string, { text, declarations }: SourceFile): readonly Declaration[] {
  const found: Declaration[] = [];
  let at = text.indexOf(word);
  for (const declaration of declarations) {
    if (at < declaration.pos && at !== -1) at = text.indexOf(word, declaration.pos);
    if (at === -1) break;
    for (; at !== -1 && at + word.length <= declaration.end; at = text.indexOf(word, at + 1)) {
      if (!isWholeWord(text, at, at + word.length)) continue;
      found.push(declaration);
      at = declaration.end - 1; // the next search begins behind the declaration
    }
  }
  return found;
}

const WORD = /[\w\u{80}-\u{10ffff}]/u;

function isWholeWord(text: string, start: number, end: number): boolean {
  return !WORD.test(text[start - 1] ?? '') && !WORD.test(text[end] ?? '');
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
