import { specLines } from './go-text.ts';

/** A package variable as its line shows it. */
export interface PackageVariable {
  readonly name: string;
  /** What stands behind the name, up to the end of its line. */
  readonly rest: string;
}

/** The names that `var` lines at the margin declare, and lines of groups that begin there. */
export function packageVariables(text: string): readonly PackageVariable[] {
  const found: PackageVariable[] = [];
  for (const [start, end] of specLines(text, 'var')) add(text, start, end, found);
  return found;
}

/** `a, b map[string]int` declares both. Lines longer than any that somebody wrote are cut. */
const declared = /^\s+([A-Za-z_\u{80}-\u{10ffff}][\w\u{80}-\u{10ffff}]{0,80}(?:, ?[A-Za-z_\u{80}-\u{10ffff}][\w\u{80}-\u{10ffff}]{0,80}){0,20})(?![\w\u{80}-\u{10ffff}])(.*)/u;
const cut = 2000;

function add(text: string, start: number, end: number, found: PackageVariable[]): void {
  const [, names = '', rest = ''] = declared.exec(text.slice(start, Math.min(end, start + cut))) ?? [];
  if (names === '' || neither.test(rest)) return;
  for (const name of names.split(/, ?/)) if (name !== '_') found.push({ name, rest: rest.trim() });
}

/** Beginnings of types and values that neither are containers nor hold some: such variables are left out. */
const others = [
  '["`\'\\d\\-!(]',
  '<-',
  String.raw`(?:func|true|false|nil|chan)\b`,
  String.raw`(?:string|bool|u?int\d*|uintptr|float\d+|byte|rune|error|any)\b(?!\()`,
  String.raw`(?:errors|regexp|fmt|time|flag|os|big|strings|bytes|expvar|prometheus|promauto|\*?atomic)\.`,
  String.raw`sync\.(?!Map)`,
];
const neither = new RegExp(`^ *(?:= *)?(?:${others.join('|')})`);

/**
 * The type of this package that a variable has, by its line: `x T`, `x *T`, `x = &T{`, `x = new(T)`, `x = make(T)`, `x =
 * newT(`; also as `t` declares `T`.
 */
export function typesHeld({ rest }: PackageVariable): readonly string[] {
  const name = held.exec(rest)?.slice(1).find((each) => each !== undefined);
  return name === undefined ? [] : [...new Set([name, name.charAt(0).toLowerCase() + name.slice(1)])];
}

const word = String.raw`[A-Za-z_\u{80}-\u{10ffff}][\w\u{80}-\u{10ffff}]*`;
const held = new RegExp(
  String.raw`^(?:\*?(${word})(?![\w\u{80}-\u{10ffff}.])|= &?(${word})\{|= (?:new|make)\((${word})[,)]|= (?:[Nn]ew|[Mm]ake|[Ii]nit|[Cc]reate)([\w\u{80}-\u{10ffff}]+)\()`,
  'u',
);
