import type { ModelFile } from '../../model/model-file.ts';

/**
 * A test whether a text may hold a call of one of these words that gives several values: what stands before it on its
 * line is a list of targets with a comma, a return, or nothing but the operand. Text decides what is parsed.
 */
export function pairTest(words: readonly string[]): (text: string) => boolean {
  const call = new RegExp(`\\b(?:${words.join('|')})\\(`, 'g');
  return (text) => {
    for (const { index } of text.matchAll(call)) {
      const before = text.slice(text.lastIndexOf('\n', index) + 1, index).trimStart();
      if (/,[^,=]*=|^return\b|^[^\s=]*$|^case\b|\bnew\(/.test(before)) return true;
    }
    return false;
  };
}

/** The names of interface methods, fields and parameters of function type whose results are one of these types and an error, by the text of their lines. */
export function typedNames(files: readonly Pick<ModelFile, 'source'>[], types: readonly string[]): readonly string[] {
  const found = new Set<string>();
  const written = types.map((type) => `${type.startsWith('*') ? '*' : ''}${type.slice(type.lastIndexOf('/') + 1).replace(/^\*/, '')}, `);
  for (const { source: { text } } of files) {
    for (const type of written) {
      for (let at = text.indexOf(type); at !== -1; at = text.indexOf(type, at + 1)) {
        const line = text.slice(text.lastIndexOf('\n', at) + 1, at);
        if (/^\s*func\s*\(?\w*\s*\*?\w*\)?\s*\w*\((?!.*\bfunc\()/.test(line)) continue;
        const name = /(\w+)\s+func\([^]*$/.exec(line)?.[1] ?? /^\s+(\w+)\(/.exec(line)?.[1];
        if (name !== undefined) found.add(name);
      }
    }
  }
  return [...found];
}
