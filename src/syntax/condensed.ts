import type { Declaration, SourceFile } from './source-file.ts';
import { sourceText } from './source-text.ts';
import * as T from './token/token-kind.ts';

/**
 * What some declarations of a file mean, as Go: its build constraints, package clause and imports, and the tokens of
 * the declarations. Comments and layout are gone, so two texts that differ in nothing else give the same.
 */
export function condensed(source: SourceFile, kept: readonly Declaration[]): string {
  const text = sourceText(source);
  const imports = source.imports.map(({ name, path }) => `import ${name === undefined ? '' : `${name} `}"${path}"`);
  return [
    ...constraints(source, text),
    `package ${source.packageName ?? '_'}`,
    ...imports,
    ...kept.map((each) => tokensOf(each, text)),
  ]
    .map((line) => `${line}\n`)
    .join('');
}

/** The comments in front of the package clause that decide about builds, and the empty line that has to follow them. */
function constraints({ comments, tokens }: SourceFile, text: string): readonly string[] {
  const found = comments
    .filter(({ end }) => end <= (tokens.starts[0] ?? 0))
    .map(({ pos, end }) => text.slice(pos, end).trimEnd())
    .filter((comment) => /^\/\/(?:go:build| *\+build)\s/.test(comment));
  return found.length === 0 ? [] : [...found, ''];
}

/** A line end wherever Go reads a semicolon at one, and a space where two tokens would else be read as one. */
function tokensOf({ tokens: { kinds, starts, ends }, first, last }: Declaration, text: string): string {
  let written = '';
  for (let at = first; at < last; at++) {
    const token = kinds[at] === T.AUTO_SEMICOLON ? '\n' : text.slice(starts[at], ends[at]);
    written += mayRunTogether(written.at(-1) ?? '', token.charAt(0)) ? ` ${token}` : token;
  }
  return written;
}

/** Words with words, signs with signs; and a point with a digit, of a number. */
function mayRunTogether(before: string, behind: string): boolean {
  const isWord = (letter: string): boolean => /[\w\u{80}-\u{10ffff}]/u.test(letter);
  const isSign = (letter: string): boolean => '+-*/%&|^<>=!:~.'.includes(letter) && letter !== '';
  return (isWord(before) && isWord(behind))
    || (isSign(before) && isSign(behind))
    || (/\d/.test(before) && behind === '.')
    || (before === '.' && /\d/.test(behind));
}
