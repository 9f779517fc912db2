import { lex } from '../../src/syntax/token/lexer.ts';
import * as T from '../../src/syntax/token/token-kind.ts';
import type { Tokens } from '../../src/syntax/token/tokens.ts';
import type { Change, Rewriting } from './rewriting.ts';
import { changed, eachFile, speaksOfLines } from './rewriting.ts';

/** What stands between two tokens: from the end of the first to the start of the second. */
interface Gap {
  readonly pos: number;
  readonly end: number;
  /** The kinds of the tokens around it. */
  readonly before: number;
  readonly after: number;
  /** How many brackets are open there. */
  readonly depth: number;
}

/** Code as a comment: nothing of it may be taken for code. */
const pretence = [
  'import "time"',
  'func stop(t *time.Ticker) {',
  '\tdefer t.Stop()',
  '\tgo func() { c <- <-done }()',
  '\tdelete(seen, key)',
  '}',
  'type results chan int',
];

/** Rewritings of the space between tokens, of line ends and of comments. */
export const byTokens: readonly Rewriting[] = [
  {
    name: 'blank lines',
    rewrite: (text) => eachFile(text, (source) => atLineEnds(source, '\n')),
  },
  {
    name: 'comments between statements',
    rewrite: (text) => eachFile(text, (source) => atLineEnds(source, `\n// ${pretence[2]?.trim()}\n`)),
  },
  {
    name: 'comments between tokens',
    rewrite: (text) => eachFile(text, (source) => atGaps(source, ({ pos, end }) => [{ pos, end, text: ' /* x */ ' }])),
  },
  {
    name: 'spaces between tokens',
    rewrite: (text) => eachFile(text, (source) => atGaps(source, ({ pos, end }) => [{ pos, end, text: '  ' }])),
  },
  {
    name: 'no spaces where none are needed',
    rewrite: (text) =>
      eachFile(text, (source) => atGaps(source, (gap) => (areWords(gap) ? [] : [{ ...gap, text: '' }]))),
  },
  {
    name: 'no indentation',
    rewrite: (text) => eachFile(text, (source) => withoutIndentation(source)),
  },
  {
    name: 'line breaks where Go allows them',
    rewrite: (text) => (speaksOfLines(text) ? undefined : eachFile(text, (source) => broken(source))),
  },
  {
    name: 'a line for each declaration',
    rewrite: (text) => (speaksOfLines(text) ? undefined : eachFile(text, (source) => joined(source))),
  },
  {
    name: 'CRLF',
    rewrite: (text) => eachFile(text, (source) => source.replaceAll('\n', '\r\n')),
  },
  {
    name: 'a block comment at the head',
    rewrite: (text) => eachFile(text, (source) => atHead(source)),
  },
];

/** What stands between tokens of one line, apart from comments. */
function gaps({ kinds, starts, ends, count }: Tokens): readonly Gap[] {
  const found: Gap[] = [];
  let depth = 0;
  for (let i = 0; i + 1 < count; i++) {
    const before = kinds[i] ?? 0;
    if (before === T.LPAREN || before === T.LBRACK || before === T.LBRACE) depth++;
    if (before === T.RPAREN || before === T.RBRACK || before === T.RBRACE) depth--;
    found.push({ pos: ends[i] ?? 0, end: starts[i + 1] ?? 0, before, after: kinds[i + 1] ?? 0, depth });
  }
  return found;
}

/** Changes what stands between tokens of one line where that is nothing but space. */
function atGaps(source: string, change: (gap: Gap) => readonly Change[]): string {
  const inLine = gaps(lex(source)).filter(({ pos, end, before, after }) =>
    before !== T.AUTO_SEMICOLON && after !== T.AUTO_SEMICOLON && /^[ \t]*$/.test(source.slice(pos, end)));
  return changed(source, inLine.flatMap(change));
}

/** Whether two tokens would become others if nothing stood between them. */
function areWords({ pos, end, before, after }: Gap): boolean {
  const isWord = (kind: number): boolean => kind <= T.STRING || kind >= T.FIRST_KEYWORD;
  const isOperator = (kind: number): boolean => kind >= T.PERIOD && kind < T.FIRST_KEYWORD;
  return pos === end || (isWord(before) && isWord(after)) || (isOperator(before) && isOperator(after))
    || (before <= T.IMAG && after === T.PERIOD) || (before === T.PERIOD && after <= T.IMAG);
}

/** Puts a text behind each line at whose end Go puts in a semicolon. */
function atLineEnds(source: string, text: string): string {
  const { kinds, starts, count } = lex(source);
  const changes: Change[] = [];
  for (let i = 0; i < count; i++) {
    if (kinds[i] !== T.AUTO_SEMICOLON) continue;
    const pos = source.indexOf('\n', starts[i]);
    if (pos !== -1 && changes.at(-1)?.pos !== pos) changes.push({ pos, end: pos, text });
  }
  return changed(source, changes);
}

function withoutIndentation(source: string): string {
  const { starts, count } = lex(source);
  const changes: Change[] = [];
  for (let i = 0; i < count; i++) {
    const start = starts[i] ?? 0;
    const line = source.lastIndexOf('\n', start - 1) + 1;
    if (/^[ \t]+$/.test(source.slice(line, start))) changes.push({ pos: line, end: start, text: '' });
  }
  return changed(source, changes);
}

/** A line end behind every token behind which Go puts in no semicolon. */
function broken(source: string): string {
  return atGaps(source, ({ pos, end, before }) =>
    T.endsStatement(before) || before === T.SEMICOLON ? [] : [{ pos, end, text: '\n' }],
  );
}

/** No line ends but those between declarations: semicolons are written, comments of lines become others. */
function joined(source: string): string {
  const { kinds, starts, ends, count, comments } = lex(source);
  const head = source.search(/^package /m);
  const behind = comments.filter(({ pos }) => pos > head);
  const changes: Change[] = behind.map(({ pos, end }) => ({ pos, end, text: ofOneLine(source.slice(pos, end)) }));
  const commentAt = (at: number) => behind.find(({ pos, end }) => pos <= at && at < end);
  let depth = 0;
  let at = head;
  for (let i = 0; i <= count; i++) {
    const kind = kinds[i] ?? T.AUTO_SEMICOLON;
    const start = i === count ? source.length : starts[i] ?? 0;
    if (depth > 0) {
      for (let line = source.indexOf('\n', at); line !== -1 && line < start; line = source.indexOf('\n', line + 1)) {
        if (!commentAt(line)) changes.push({ pos: line, end: line + 1, text: ' ' });
      }
      const pos = kind === T.AUTO_SEMICOLON ? commentAt(start)?.end ?? start : -1;
      if (pos !== -1) changes.push({ pos, end: pos === start ? pos + 1 : pos, text: '; ' });
    }
    if (kind === T.LPAREN || kind === T.LBRACK || kind === T.LBRACE) depth++;
    if (kind === T.RPAREN || kind === T.RBRACK || kind === T.RBRACE) depth--;
    at = kind === T.AUTO_SEMICOLON ? start + 1 : ends[i] ?? start;
  }
  return changed(source, changes);
}

function ofOneLine(comment: string): string {
  return `/*${comment.slice(2).replace(/\*\/$/, '').replaceAll('*/', '* /').replace(/\s+/g, ' ')}*/`;
}

/** Between the package clause and the imports. */
function atHead(source: string): string {
  const tokens = lex(source);
  const end = [...tokens.kinds].indexOf(T.AUTO_SEMICOLON);
  const pos = end === -1 ? -1 : source.indexOf('\n', tokens.starts[end]);
  return pos === -1 ? source : changed(source, [{ pos, end: pos, text: `\n\n/*\n${pretence.join('\n')}\n*/` }]);
}
