/** What a go.mod or go.work says that matters here. */
export interface GoModFile {
  /** The path that the packages of the module have in front of theirs; undefined in a go.work. */
  readonly module: string | undefined;
  /** `1.22`, `1.23.4`; undefined without a `go` line. */
  readonly go: string | undefined;
  /** The line of that, from 1; undefined without one. */
  readonly goLine: number | undefined;
  /** `1.24.1` for `toolchain go1.24.1`. */
  readonly toolchain: string | undefined;
  readonly godebug: Readonly<Record<string, string>>;
  /** The folders of the `use` lines of a go.work, as written. */
  readonly use: readonly string[];
  /**
   * The modules that are taken from folders, as written: `replace example.com/x => ../x`. Those of one version count
   * like those of all.
   */
  readonly replace: readonly Replacement[];
}

/** A module that is taken from a folder. */
export interface Replacement {
  readonly path: string;
  readonly folder: string;
}

/** Reads the text of a go.mod or go.work. What is malformed is passed over; of two `go` lines the first counts. */
export function parseGoMod(text: string): GoModFile {
  const directives = directivesOf(text);
  const words = (verb: string): readonly (readonly string[])[] =>
    directives.filter((each) => each.verb === verb).map((each) => each.words);
  const all = (verb: string): readonly string[] => words(verb).map(([value = '']) => value);
  const go = directives.find(({ verb }) => verb === 'go');
  return {
    module: all('module').find((path) => path !== ''),
    go: version(go?.words[0]),
    goLine: version(go?.words[0]) === undefined ? undefined : go?.line,
    toolchain: version(all('toolchain')[0]?.replace(/^go/, '')),
    godebug: Object.fromEntries(all('godebug').flatMap(keyAndValue)),
    use: all('use'),
    replace: words('replace').flatMap(localReplacement),
  };
}

/** `path => ./folder` or `path v1.2.3 => ../folder`; what is taken from elsewhere has no dot in front. */
function localReplacement(words: readonly string[]): readonly Replacement[] {
  const [path] = words;
  const folder = words[words.indexOf('=>') + 1];
  return path !== undefined && words.includes('=>') && folder !== undefined && /^\.\.?(?:\/|$)/.test(folder)
    ? [{ path, folder }]
    : [];
}

/** A verb and the words after it. */
interface Directive {
  readonly verb: string;
  readonly words: readonly string[];
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
    else if (block !== undefined) directives.push({ verb: block, words: [first, ...others], line });
    else if (others.at(-1) === '(') block = first;
    else directives.push({ verb: first, words: others, line });
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
