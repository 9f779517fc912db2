/**
 * Finds the next place of a word in a text from a place on, which never goes back: -1 where there is none. A long way
 * to the next one is gone once, however often it is asked for.
 */
export function nextOf(text: string, word: string): (from: number) => number {
  let next = -2;
  return (from) => {
    if (next !== -1 && next < from) next = text.indexOf(word, from);
    return next;
  };
}
