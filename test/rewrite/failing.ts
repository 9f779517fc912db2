import { readFileSync, writeFileSync } from 'node:fs';
import { expect } from 'vitest';
import { assetPath } from '../../src/assets.ts';
import type { PackageText } from '../../src/spec.ts';
import { fixtures, ruleFolders } from '../rules/fixtures.ts';
import { exceptions } from './exceptions.ts';
import { findingsByFunction } from './found.ts';
import type { Rewriting } from './rewriting.ts';

/** A package that is rewritten, with the name under which data list it. */
export interface Subject {
  readonly name: string;
  readonly text: PackageText;
}

/** All fixtures. */
export const subjects: readonly Subject[] = ruleFolders()
  .flatMap((rule) => (['leaky', 'clean', 'missed'] as const).flatMap((kind) => fixtures(rule, kind)))
  .map(({ rule, name, text }) => ({ name: `${rule}/${name}`, text }));

const file = assetPath('test/rewrite/failing.json');

/** For each rewriting the subjects of which other things are found when they are rewritten: a list that only ever shrinks. */
type Failing = Readonly<Record<string, readonly string[]>>;

const read = (): Failing => JSON.parse(readFileSync(file, 'utf8'));

/**
 * Expects the same findings in the same functions of each subject as it is and rewritten, but for the exceptions, and for
 * those listed in failing.json, which must still fail. With SHRINK=1 in the environment those that pass are taken out of
 * the list instead.
 */
export function expectSame({ name, rewrite }: Rewriting, some: readonly Subject[]): void {
  const listed = new Set(read()[name]);
  const failing = new Set(some.filter(({ text }) => {
    const rewritten = rewrite(text);
    return rewritten !== undefined && `${findingsByFunction(rewritten)}` !== foundBefore(text);
  }).map((subject) => subject.name));
  for (const each of Object.keys(exceptions[name] ?? {})) failing.delete(each);
  const passing = some.map((subject) => subject.name).filter((each) => listed.has(each) && !failing.has(each));
  if (process.env['SHRINK']) return shrink(name, passing);
  expect([...failing].filter((each) => !listed.has(each)), `${name}: other findings than before`).toEqual([]);
  expect(passing, 'these no longer fail: take them out of failing.json, such as with SHRINK=1').toEqual([]);
}

function foundBefore(text: PackageText): string {
  const known = before.get(text) ?? `${findingsByFunction(text)}`;
  before.set(text, known);
  return known;
}

const before = new WeakMap<PackageText, string>();

function shrink(name: string, passing: readonly string[]): void {
  const lists = Object.entries(read()).map(([each, names]) =>
    [each, each === name ? names.filter((one) => !passing.includes(one)) : names]);
  writeFileSync(file, `${JSON.stringify(Object.fromEntries(lists), null, 1)}\n`);
}
