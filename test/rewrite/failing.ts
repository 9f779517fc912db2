import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { expect } from 'vitest';
import { assetPath } from '../../src/assets.ts';
import type { PackageText } from '../../src/package-text.ts';
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

/** Where it is listed for each property of which subjects it does not hold: lists that only ever shrink. */
export type List = 'failing.json' | 'failing-real-code.json';

const fileOf = (list: List): string => assetPath(`test/rewrite/${list}`);

const read = (list: List): Readonly<Record<string, readonly string[]>> =>
  JSON.parse(readFileSync(fileOf(list), 'utf8'));

/** Expects the same findings in the same functions of each subject as it is and rewritten, but for the exceptions. */
export function expectSame({ name, rewrite }: Rewriting, some: readonly Subject[], list?: List): void {
  const allowed = exceptions[name] ?? {};
  expectAll(name, some, (subject) => {
    const rewritten = subject.name in allowed ? undefined : rewrite(subject.text);
    return rewritten === undefined || `${findingsByFunction(rewritten)}` === foundBefore(subject.text);
  }, list);
}

/**
 * Expects that a property holds for each subject, but for those that are listed for it, which must still fail. With
 * SHRINK=1 in the environment those that hold are taken out of the list instead.
 */
export function expectAll(
  property: string, some: readonly Subject[], holds: (subject: Subject) => boolean, list: List = 'failing.json',
): void {
  const listed = new Set(read(list)[property]);
  const failing = some.filter((subject) => !holds(subject)).map(({ name }) => name);
  const passing = some.map(({ name }) => name).filter((name) => listed.has(name) && !failing.includes(name));
  if (process.env['SHRINK']) return shrink(list, property, passing);
  expect(failing.filter((name) => !listed.has(name)), `${property}: does not hold`).toEqual([]);
  expect(passing, `${property}: holds now: take these out of ${list}, such as with SHRINK=1`).toEqual([]);
}

function foundBefore(text: PackageText): string {
  const known = before.get(text) ?? `${findingsByFunction(text)}`;
  before.set(text, known);
  return known;
}

const before = new WeakMap<PackageText, string>();

function shrink(list: List, property: string, passing: readonly string[]): void {
  const lists = Object.entries(read(list)).map(([each, names]) =>
    [each, each === property ? names.filter((name) => !passing.includes(name)) : names]);
  // Whole at any time, since other files of tests read it.
  const file = fileOf(list);
  writeFileSync(`${file}.new`, `${JSON.stringify(Object.fromEntries(lists), null, 1)}\n`);
  renameSync(`${file}.new`, file);
}
