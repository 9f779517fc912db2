import { ConfigError } from './config-error.ts';
import { nearestWord } from '../../nearest-word.ts';
import type { Place } from './place.ts';

/** The error for what stands at a place: what is wrong, and the remedy behind a semicolon. */
export function complaint({ path, line, column }: Place, sentence: string): ConfigError {
  return new ConfigError(`${path}:${line}:${column}: ${sentence}${sentence.endsWith('?') ? '' : '.'}`);
}

/** The remedy for a word that is none of the known ones: the one that was meant, or else all of them. */
export function didYouMean(word: string, known: readonly string[]): string {
  const near = nearestWord(word, known);
  return near === undefined ? `write one of ${known.join(', ')}` : `did you mean "${near}"?`;
}

/** A text of the file, quoted for a sentence and cut to a length that fits into one. */
export function quoted(text: string): string {
  return JSON.stringify(text.length > shownLength ? `${text.slice(0, shownLength)}…` : text);
}

const shownLength = 60;
