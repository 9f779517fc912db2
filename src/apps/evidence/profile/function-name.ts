/**
 * A symbol of Go without what is between brackets: type arguments, which differ by form and instantiation. Where Markdown
 * has taken the star of a receiver for the begin of emphasis, and `_` has come out, it is a star again.
 */
export function plainName(written: string): string {
  const symbol = written.includes('.(_') ? written.replace('.(_', '.(*') : written;
  if (!symbol.includes('[')) return symbol;
  let plain = '';
  let depth = 0;
  for (const char of symbol) {
    if (char === '[') depth++;
    else if (char === ']') depth = Math.max(0, depth - 1);
    else if (depth === 0) plain += char;
  }
  return plain;
}

/** The parts of a symbol of Go. */
export interface FunctionName {
  /** The import path as the linker writes it, unescaped: `example.org/app/store`, `main`. */
  readonly importPath: string;
  /** The type of the receiver, without `*`; undefined for a function. */
  readonly receiver: string | undefined;
  /** The declared function that this is, or is a literal in: `Run`; undefined for what initialises the package. */
  readonly name: string | undefined;
  /** Whether it is a function literal in that one. */
  readonly literal: boolean;
}

/** Takes a symbol (without type arguments) apart: `example.org/app/store.(*Pool).Run.func1.2`. */
export function functionName(symbol: string): FunctionName {
  const slash = symbol.lastIndexOf('/', receiverStart(symbol));
  const dot = symbol.indexOf('.', slash + 1);
  if (dot === -1) return { importPath: '', receiver: undefined, name: symbol, literal: false };
  const importPath = unescaped(symbol.slice(0, dot));
  const [first = '', second, ...more] = symbol.slice(dot + 1).split('.');
  // `glob..func1` and `init.func1` are literals of package variables; `init.0` is a function called init.
  if (first === 'glob' || (first === 'init' && second?.startsWith('func') === true))
    return { importPath, receiver: undefined, name: undefined, literal: true };
  const pointer = first.startsWith('(') && first.endsWith(')');
  if (pointer) return named(importPath, first.slice(1, -1).replace('*', ''), second ?? '', more);
  // A method of a value is written `T.Run`, and a literal in a function `Run.func1`.
  if (second !== undefined && !isLiteral(second)) return named(importPath, first, second, more);
  return named(importPath, undefined, first, second === undefined ? [] : [second, ...more]);
}

function named(
  importPath: string,
  receiver: string | undefined,
  method: string,
  rest: readonly string[],
): FunctionName {
  const [bare = '', ...range] = method.replace(/-fm$/, '').split('-');
  return { importPath, receiver, name: bare, literal: range.length > 0 || rest.some(isLiteral) };
}

/**
 * Names that only the compiler gives: those of literals, of wrappers for `go` and `defer`, of bodies of ranges over
 * functions.
 */
function isLiteral(part: string): boolean {
  return /^(?:func\d+|gowrap\d+|deferwrap\d+|range\d+|\d+)(?:-range\d+|-fm)?$/.test(part);
}

/** A slash behind it is no part of the import path. */
function receiverStart(symbol: string): number {
  const at = symbol.indexOf('(');
  return at === -1 ? symbol.length : at;
}

/** The linker escapes dots in the last element, and what is not printable: `gopkg.in/yaml%2ev3`. */
function unescaped(path: string): string {
  return path.replace(/%([0-9a-f]{2})/gi, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/**
 * Whether an import path is that of a program, or of files named on the command line, which says nothing about where
 * they are.
 */
export function isNameless(importPath: string): boolean {
  return (
    importPath === 'main' || importPath === 'command-line-arguments' || importPath === 'command-line-arguments_test'
  );
}
