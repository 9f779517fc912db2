import { endsStatement } from './semicolon.ts';

/**
 * Go code on one line, as gofmt would write it there: without comments, with a space where white space was, none beside
 * brackets and dots at which the line was broken, no comma before a closing bracket, and `; ` between statements. A raw
 * string of several lines is shown as `…` in backquotes. Equal tokens give equal texts, however the lines are broken.
 */
export function oneLine(code: string): string {
  if (!code.includes('\n') && !code.includes('/*') && !code.includes('//')) return code.replace(BLANKS, ' ');
  let out = '';
  for (let at = 0; at < code.length;) {
    const gapEnd = behindGap(code, at);
    if (gapEnd > at) {
      out = joined(out, code[gapEnd], code.slice(at, gapEnd).includes('\n'));
      at = gapEnd;
      continue;
    }
    const end = tokenEnd(code, at);
    const token = code.slice(at, end);
    out += token.startsWith('`') && token.includes('\n') ? '`…`' : token;
    at = end;
  }
  return out;
}

const BLANKS = /[ \t\r]+/g;

/** The offset behind white space and comments. */
function behindGap(code: string, from: number): number {
  let at = from;
  for (;;) {
    const char = code[at];
    if (char === ' ' || char === '\t' || char === '\r' || char === '\n') at++;
    else if (char === '/' && code[at + 1] === '/') at = endOf(code.indexOf('\n', at), code);
    else if (char === '/' && code[at + 1] === '*') at = endOf(code.indexOf('*/', at + 2), code, 2);
    else return at;
  }
}

function endOf(found: number, code: string, length = 0): number {
  return found === -1 ? code.length : found + length;
}

/** The offset behind a string, a rune, or one character of anything else. */
function tokenEnd(code: string, at: number): number {
  const quote = code[at];
  if (quote === '`') return endOf(code.indexOf('`', at + 1), code, 1);
  if (quote !== '"' && quote !== '\'') return at + 1;
  for (let i = at + 1; i < code.length && code[i] !== '\n'; i++) {
    if (code[i] === '\\') i++;
    else if (code[i] === quote) return i + 1;
  }
  return at + 1;
}

/** What has been written, ready for what comes next; `broken`: a line end was between them. */
function joined(out: string, next: string | undefined, broken: boolean): string {
  if (next === undefined || out === '') return out;
  if (!broken) return `${out} `;
  const last = out[out.length - 1] ?? '';
  const isBlock = last === '{' && out[out.length - 2] === ' ';
  if (('([.'.includes(last) || (last === '{' && !isBlock)) || next === '.') return out;
  if (')]}'.includes(next) && last === ',') return out.slice(0, -1);
  if (next === ')' || next === ']') return out;
  if (next === '}') return `${out} `;
  return endsStatement(out, out.length) ? `${out}; ` : `${out} `;
}
