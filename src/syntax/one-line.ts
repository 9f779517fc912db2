import { lex } from './token/lexer.ts';
import * as T from './token/token-kind.ts';

/**
 * Go code on one line, as gofmt would write it there: without comments, with a space where white space was, none beside
 * brackets and dots at which the line was broken, no comma before a closing bracket, and `; ` between statements. A raw
 * string of several lines is shown as `…` in backquotes. Equal tokens give equal texts, however the lines are broken.
 */
export function oneLine(code: string): string {
  if (!code.includes('\n') && !code.includes('/*') && !code.includes('//')) return code.replace(/[ \t\r]+/g, ' ');
  const { kinds, starts, ends, count } = lex(code);
  const textAt = (i: number): string => code.slice(starts[i], ends[i]);
  const line = new LineWriter();
  let end = 0;
  for (let i = 0; i < count; i++) {
    const kind = kinds[i] ?? T.ILLEGAL;
    const closesNext = i + 1 < count && T.isClosing(kinds[i + 1] ?? T.ILLEGAL);
    if (kind === T.AUTO_SEMICOLON) {
      if (i + 1 < count && !closesNext) line.write(';', kind, '');
      continue;
    }
    const isTrailing = kind === T.COMMA && closesNext && code.slice(ends[i], starts[i + 1]).includes('\n');
    if (!isTrailing) line.write(textAt(i), kind, code.slice(end, starts[i]));
    end = ends[i] ?? end;
  }
  return line.text;
}

/** Puts tokens on one line. */
class LineWriter {
  text = '';
  #before = T.ILLEGAL;
  /** For each bracket that is open, whether it is the brace of a composite literal: no space stands before that. */
  readonly #literals: boolean[] = [];

  /** Writes a token; `gap` is what stood before it. */
  write(token: string, kind: number, gap: string): void {
    const isLiteral = T.isClosing(kind) ? this.#literals.pop() === true : kind === T.LBRACE && !/\s$/.test(gap);
    if (this.text !== '' && gap !== '') this.text += gap.includes('\n') ? this.#space(kind, isLiteral) : ' ';
    this.text += kind === T.STRING && token.includes('\n') ? '`…`' : token;
    if (T.isOpening(kind)) this.#literals.push(isLiteral);
    this.#before = kind;
  }

  /** What stands in place of a line end before a token. */
  #space(kind: number, isLiteral: boolean): string {
    const before = this.#before;
    if (before === T.LPAREN || before === T.LBRACK || before === T.PERIOD) return '';
    if (before === T.LBRACE && this.#literals.at(-1) === true) return '';
    if (kind === T.PERIOD || kind === T.RPAREN || kind === T.RBRACK || (kind === T.RBRACE && isLiteral)) return '';
    return ' ';
  }
}
