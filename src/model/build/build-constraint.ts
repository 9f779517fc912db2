import { buildTag, parseGoBuild, parsePlusBuild } from './build-expression.ts';
import type { BuildExpression } from './build-expression.ts';
import { satisfiable, tagsOf } from './build-satisfiable.ts';
import { architectures, systems } from './build-targets.ts';

/** The condition under which a file takes part in a build. Serialisable. */
export type Constraint = BuildExpression;

/**
 * The constraint of a file, from the endings of its name and the `//go:build` line (else the `// +build` lines) in its
 * header. A line that does not parse constrains nothing: Go refuses such a file, and two files that are taken to see
 * each other are the silent case.
 */
export function buildConstraint(fileName: string, text: string): Constraint {
  return { kind: 'and', of: [...nameConstraints(fileName), ...headerConstraints(text)] };
}

/** What tells whether some build includes both of two files. Answers yes where there are too many builds to try. */
export type Compatible = (a: Constraint, b: Constraint) => boolean;

/**
 * Looks at a part of a formula that the answers about all pairs of the constraints of one package may take together,
 * and those about one pair. In Go's own source a pair takes up to 10,000, in packages with up to 200 different
 * constraints.
 */
const [mostLooks, looksPerPair] = [1_000_000_000, 500_000];

/**
 * A memory for the answers about the files of one package with so many different constraints (and about files of
 * others). It is asked for each name that is looked up.
 */
export function compatibility(different: number): Compatible {
  const known = new WeakMap<Constraint, WeakMap<Constraint, boolean>>();
  const most = Math.min(looksPerPair, Math.floor(mostLooks / different ** 2));
  return (a, b) => {
    if (isFree(a) && isFree(b)) return true;
    const others = known.get(a) ?? new WeakMap<Constraint, boolean>();
    known.set(a, others);
    const answer = others.get(b) ?? satisfiable({ kind: 'and', of: [a, b] }, most);
    others.set(b, answer);
    return answer;
  };
}

/** Gives the constraints of the files of a package, equal ones as one object, so that answers about them are shared. */
export function constraintsOfPackage(): typeof buildConstraint {
  const known = new Map<string, Constraint>();
  return (fileName, text) => {
    const constraint = buildConstraint(fileName, text);
    const key = isFree(constraint) ? '' : JSON.stringify(constraint);
    const first = known.get(key) ?? constraint;
    known.set(key, first);
    return first;
  };
}

/** As most files are: of any two of hundreds it is asked. */
function isFree(constraint: Constraint): boolean {
  return constraint.kind === 'and' && constraint.of.length === 0;
}

/** Whether no build without `tag` includes the file: `//go:build ignore && linux` requires `ignore`. */
export function requiresTag(constraint: Constraint, tag: string): boolean {
  return (
    tagsOf(constraint).includes(tag)
    && !satisfiable({ kind: 'and', of: [constraint, { kind: 'not', of: buildTag(tag) }] }, looksPerPair)
  );
}

/** `goodOSArchFile` of go/build. What stands before the first `_` is never a system: `linux.go` is for all of them. */
function nameConstraints(fileName: string): readonly Constraint[] {
  const [stem = ''] = fileName.split('.', 1);
  const endings = stem.split('_').slice(1);
  if (endings.at(-1) === 'test') endings.pop();
  const last = endings.at(-1) ?? '';
  const before = endings.at(-2) ?? '';
  if (systems.includes(before) && architectures.includes(last)) return [buildTag(before), buildTag(last)];
  return systems.includes(last) || architectures.includes(last) ? [buildTag(last)] : [];
}

function headerConstraints(text: string): readonly Constraint[] {
  const header = headerComments(text);
  const modern = header.all.find((line) => /^\/\/go:build(\s|$)/.test(line));
  const parsed = modern === undefined ? header.legacy.map(parsePlusBuild) : [parseGoBuild(modern)];
  return parsed.filter((constraint) => constraint !== undefined);
}

/**
 * The line comments before the package clause: those that may hold `//go:build`, and of them those that may hold `//
 * +build`.
 */
interface Header {
  readonly all: readonly string[];
  readonly legacy: readonly string[];
}

const space = /\s*/y;
const comment = /\/\/[^\n]*|\/\*[^]*?\*\//y;

/**
 * `parseFileHeader` of go/build: `// +build` counts only before the first block comment, and only with a blank line
 * after it.
 */
function headerComments(text: string): Header {
  const all: string[] = [];
  let legacy = 0;
  let onlyLines = true;
  for (let at = 0; ; ) {
    const gap = matchAt(space, text, at);
    if (onlyLines && /\n[^\S\n]*\n/.test(gap)) legacy = all.length;
    const found = matchAt(comment, text, at + gap.length);
    if (found === '') return { all, legacy: all.slice(0, legacy) };
    if (found.startsWith('//')) all.push(found.trimEnd());
    else onlyLines = false;
    at += gap.length + found.length;
  }
}

function matchAt(sticky: RegExp, text: string, at: number): string {
  sticky.lastIndex = at;
  return sticky.exec(text)?.[0] ?? '';
}
