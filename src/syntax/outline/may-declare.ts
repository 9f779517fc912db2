/**
 * Whether a text may declare a name at its top level: a look at what stands in front of it, before any token is read. Says yes
 * wherever the tokens would, and in places where a list or a line begins.
 */
export function mayDeclare(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + 1)) {
    if (mayBegin(text, at)) return true;
  }
  return false;
}

const keywords = ['func', 'type', 'var', 'const'] as const;

/** Whether a declaration, a spec or a name of its list may begin at an offset: behind its keyword, a receiver, a comma, or in a new line. */
function mayBegin(text: string, at: number): boolean {
  let before = at - 1;
  while (text[before] === ' ' || text[before] === '\t' || text[before] === '\r') before--;
  switch (text[before]) {
    case undefined: case '\n': case '(': case ')': case ',': case ';': case '/':
      return true;
    default:
      return before < at - 1 && keywords.some((word) => text.endsWith(word, before + 1));
  }
}
