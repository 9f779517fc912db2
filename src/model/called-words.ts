import { wordsBeforeBrackets } from '../syntax/words-before-brackets.ts';
import type { SourceFile } from '../syntax/source-file.ts';

/** The words of a file that stand in front of a bracket, as those of calls do. Found once, for dozens of questions. */
export function calledWords(file: SourceFile): ReadonlySet<string> {
  const words = known.get(file) ?? wordsBeforeBrackets(file.text);
  known.set(file, words);
  return words;
}

const known = new WeakMap<SourceFile, ReadonlySet<string>>();
