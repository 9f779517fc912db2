/** What a go.mod or go.work says that matters here. */
export interface GoModFile {
  /** `1.22`, `1.23.4`; undefined without a `go` line. */
  readonly go: string | undefined;
  /** The line of that, from 1; undefined without one. */
  readonly goLine: number | undefined;
  /** `1.24.1` for `toolchain go1.24.1`. */
  readonly toolchain: string | undefined;
  readonly godebug: Readonly<Record<string, string>>;
  /** The folders of the `use` lines of a go.work, as written. */
  readonly use: readonly string[];
}

/** Reads the text of a go.mod or go.work. What is malformed is passed over; of two `go` lines the first counts. */
export function parseGoMod(text: string): GoModFile {
  const directives = directivesOf(text);
  const go = directives.find(({ verb }) => verb === 'go');
  const all = (verb: string): readonly string[] => directives.filter((each) => each.verb === verb).map(({ value }) => value);
  return {
    go: version(go?.value),
    goLine: version(go?.value) === undefined ? undefined : go?.line,
    toolchain: version(all('toolchain')[0]?.replace(/^go/, '')),
    godebug: Object.fromEntries(all('godebug').flatMap(keyAndValue)),
    use: all('use'),
  };
}

/** A verb and the first word after it, which is all that counts for the verbs read here. */
interface Directive {
  readonly verb: string;
  readonly value: string;
  /** From 1. */
  readonly line: number;
}

/** Longer lines are nobody's, and the expressions below would overflow the stack on them. */
const maxLine = 10_000;

/** Single lines and blocks alike: `use ./a` and `use (` … `)`. */
function directivesOf(text: string): readonly Directive[] {
  const directives: Directive[] = [];
  let block: string | undefined;
  for (const [index, written] of text.split('\n').entries()) {
    const [first, ...others] = written.length > maxLine ? [] : tokensOf(written);
    const line = index + 1;
    if (first === undefined) continue;
    if (first === ')') block = undefined;
    else if (block !== undefined) directives.push({ verb: block, value: first, line });
    else if (others.at(-1) === '(') block = first;
    else directives.push({ verb: first, value: others[0] ?? '', line });
  }
  return directives;
}

/** Words, quoted strings (without their quotes), parentheses; up to a comment. */
function tokensOf(line: string): readonly string[] {
  const [code = ''] = /^(?:"(?:[^"\\]|\\.)*"|`[^`]*`|(?!\/\/)[^"`])*/.exec(line) ?? [];
  return (code.match(/"(?:[^"\\]|\\.)*"|`[^`]*`|[()]|[^\s"`()]+/g) ?? []).map(unquoted);
}

function unquoted(token: string): string {
  if (token.startsWith('`')) return token.slice(1, -1);
  return token.startsWith('"') ? token.slice(1, -1).replace(/\\(["\\])/g, '$1') : token;
}

/** The part of `1.22.x` or `1.24.1-custom` that is a Go version. */
function version(word = ''): string | undefined {
  return /^\d+\.\d+(?:\.\d+|(?:beta|rc)\d+)?/.exec(word)?.[0];
}

function keyAndValue(setting: string): readonly (readonly [string, string])[] {
  const [, key, value] = /^([^=]+)=(.*)$/.exec(setting) ?? [];
  return key === undefined || value === undefined ? [] : [[key, value]];
}
