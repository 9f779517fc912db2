import type { BuildExpression } from './build-expression.ts';
import { architectures, systems, systemSets } from './build-targets.ts';

/** One way to build: what `go build` would be told. */
interface Build {
  readonly system: string;
  readonly architecture: string;
  /** Sets all `go1.N` up to this one. */
  readonly release: number;
  readonly tags: ReadonlySet<string>;
}

/** What the builds worth trying differ in. The empty architecture stands for all that the formula does not name. */
interface Choices {
  readonly systems: readonly string[];
  readonly architectures: readonly string[];
  readonly releases: readonly number[];
  readonly free: readonly string[];
}

/**
 * Whether some build makes the formula true. Answers yes where to try them all would take more than `most` looks at a
 * part of it.
 */
export function satisfiable(expression: BuildExpression, most: number): boolean {
  const tags = new Set(tagsOf(expression));
  const choices: Choices = {
    systems: systemsFor(tags),
    architectures: [...architectures.filter((name) => tags.has(name)), ''],
    releases: [...new Set([0, ...[...tags].flatMap((tag) => releaseOf(tag) ?? [])])],
    free: [...tags].filter(isFree),
  };
  const targets = choices.systems.length * choices.architectures.length * choices.releases.length;
  if (targets * 2 ** choices.free.length * sizeOf(expression) > most) return true;
  for (const build of builds(choices)) if (holds(expression, build)) return true;
  return false;
}

function* builds(choices: Choices): Generator<Build> {
  for (const tags of subsets(choices.free))
    for (const system of choices.systems)
      for (const architecture of choices.architectures)
        for (const release of choices.releases) yield { system, architecture, release, tags };
}

/** How many parts a formula has, itself among them. */
function sizeOf(expression: BuildExpression): number {
  if (expression.kind === 'tag') return 1;
  return expression.kind === 'not'
    ? 1 + sizeOf(expression.of)
    : expression.of.reduce((sum, part) => sum + sizeOf(part), 1);
}

/** All tags that stand in the formula. */
export function tagsOf(expression: BuildExpression): readonly string[] {
  if (expression.kind === 'tag') return [expression.tag];
  return expression.kind === 'not' ? tagsOf(expression.of) : expression.of.flatMap(tagsOf);
}

function isFree(tag: string): boolean {
  return tag !== 'unix' && !systems.includes(tag) && !architectures.includes(tag) && releaseOf(tag) === undefined;
}

/** 18 for `go1.18`; undefined for other tags. */
function releaseOf(tag: string): number | undefined {
  const [, minor] = /^go1\.(\d+)$/.exec(tag) ?? [];
  return minor === undefined ? undefined : Number(minor);
}

/**
 * The systems that the tags can tell apart: those with a tag among them, and one unix and one other for all the rest.
 */
function systemsFor(tags: ReadonlySet<string>): readonly string[] {
  const concerns = (system: string): boolean => [...tags].some((tag) => tag !== 'unix' && systemSets(system, tag));
  const rest = systems.filter((system) => !concerns(system));
  const unix = rest.find((system) => systemSets(system, 'unix'));
  const other = rest.find((system) => !systemSets(system, 'unix'));
  return [...systems.filter(concerns), ...[unix, other].filter((system) => system !== undefined)];
}

/** All sets of tags that one build can have: there is only one compiler, so `gc` and `gccgo` exclude each other. */
function* subsets(tags: readonly string[]): Generator<ReadonlySet<string>> {
  for (let mask = 0; mask < 2 ** tags.length; mask++) {
    const set = new Set(tags.filter((_, index) => (mask >> index) & 1));
    if (!(set.has('gc') && set.has('gccgo'))) yield set;
  }
}

function holds(expression: BuildExpression, build: Build): boolean {
  switch (expression.kind) {
    case 'tag':
      return isSet(expression.tag, build);
    case 'not':
      return !holds(expression.of, build);
    case 'and':
      return expression.of.every((part) => holds(part, build));
    case 'or':
      return expression.of.some((part) => holds(part, build));
  }
}

function isSet(tag: string, build: Build): boolean {
  const release = releaseOf(tag);
  if (release !== undefined) return release <= build.release;
  return systemSets(build.system, tag) || tag === build.architecture || build.tags.has(tag);
}
