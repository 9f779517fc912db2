/** Names longer than this are none that anybody asks for. */
const longest = 80;

/** The words of a text that stand in front of a bracket, as those of calls do. */
export function wordsBeforeBrackets(text: string): ReadonlySet<string> {
  const words = new Set<string>();
  for (let at = text.indexOf('('); at !== -1; at = text.indexOf('(', at + 1)) {
    let start = at;
    while (start > 0 && at - start < longest && isLetter(text.charCodeAt(start - 1))) start--;
    if (start < at) words.add(text.slice(start, at));
  }
  return words;
}

/** ASCII letters, digits, the underscore, and all that is beyond ASCII. */
function isLetter(char: number): boolean {
  return (char >= 0x61 && char <= 0x7a) || (char >= 0x41 && char <= 0x5a) || (char >= 0x30 && char <= 0x39) || char === 0x5f || char > 0x7f;
}
