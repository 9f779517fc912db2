import type { Obligation } from '../../engines/obligation/rule.ts';
import { complaint, didYouMean, quoted } from './complaint.ts';
import type { Sourced } from './place.ts';
import { listOf, tableOf, textOf } from './value-reader.ts';
import type { Entry, Table, Value } from './value.ts';

const required = ['id', 'acquire', 'type', 'release'] as const;
const keys = [...required, 'uses', 'lookalikes', 'noun', 'released', 'summary'] as const;
type Key = (typeof keys)[number];

/** The names in a configuration file or a directive that are no rules of their own, but mean something. */
export const builtInNames: readonly string[] = ['unused-suppression'];
const reserved: readonly string[] = [...builtInNames, 'golint-leaks', 'all'];

/**
 * Reads one pair of acquire and release of the user's own as a rule: the same shape as a rule of ours. `known` are the
 * ids that are taken.
 */
export function readResource(item: Value, known: readonly string[]): Sourced<Obligation> {
  const table = tableOf(item, 'a resource');
  checkKeys(table);
  const id = idOf(table, known);
  const noun = words(table, 'noun') ?? 'resource';
  const released = words(table, 'released') ?? 'released';
  const value: Obligation = Object.freeze({
    engine: 'obligation',
    id,
    summary: sentence(table) ?? `A ${noun} that is not ${released} on every way out of the function that acquired it`,
    tags: ['leak', 'resource', 'custom'],
    noun,
    released,
    acquire: names(table, 'acquire', functionName, functionWanted),
    type: names(table, 'type', typeName, 'a type as Go prints it, such as *example.com/pool.Conn'),
    release: names(table, 'release', identifier, 'the name of a method, such as Release'),
    uses: names(table, 'uses', identifier, 'the name of a method or field, such as Exec'),
    lookalikes: names(table, 'lookalikes', identifier, 'the name of a method, such as NewConn'),
  });
  return { value, at: table.at };
}

/** Letters, digits and what import paths are made of; then the name. No part can match in two ways. */
const functionName = /^(?:[\w.~/-]+\.[A-Za-z_\u{80}-\u{10ffff}][\w\u{80}-\u{10ffff}]*|\(\*?[\w.~/-]+\.[A-Za-z_\u{80}-\u{10ffff}][\w\u{80}-\u{10ffff}]*\)\.[A-Za-z_\u{80}-\u{10ffff}][\w\u{80}-\u{10ffff}]*)$/u;
const typeName = /^\*?[\w.~/-]+\.[A-Za-z_\u{80}-\u{10ffff}][\w\u{80}-\u{10ffff}]*$/u;
const identifier = /^[A-Za-z_\u{80}-\u{10ffff}][\w\u{80}-\u{10ffff}]*$/u;
const kebabCase = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
const plainWords = /^\p{L}[\p{L} -]*$/u;
const functionWanted = 'a function as Go prints it, such as example.com/pool.Get or (*example.com/pool.Pool).Get';
const maxName = 200;
const maxWords = 60;
const maxSentence = 200;

function checkKeys({ entries, at }: Table): void {
  const unknown = entries.find(({ key }) => !keys.some((each) => each === key));
  if (unknown)
    throw complaint(
      unknown.at,
      `the key ${quoted(unknown.key)} of a resource is not known; ${didYouMean(unknown.key, keys)}`,
    );
  const missing = required.find((key) => !entries.some((each) => each.key === key));
  if (missing !== undefined) throw complaint(at, `this resource has no "${missing}"; it needs ${required.join(', ')}`);
}

function idOf(table: Table, known: readonly string[]): string {
  const { value } = find(table, 'id') ?? { value: table };
  const id = textOf(value, '"id"');
  if (!kebabCase.test(id) || id.length > maxWords) {
    throw complaint(
      value.at,
      `the id ${quoted(id)} is no name of a rule; write small letters and digits with "-" between the words, such as conn-not-returned`,
    );
  }
  if (known.includes(id) || reserved.includes(id))
    throw complaint(value.at, `the id "${id}" is taken; choose another one`);
  return id;
}

/** One name or a list of them; none where the key is not there. */
function names(table: Table, key: Key, shape: RegExp, wanted: string): readonly string[] {
  const found = find(table, key);
  if (found === undefined) return [];
  const items = found.value.kind === 'scalar' ? [found.value] : listOf(found.value, `"${key}"`).items;
  if (items.length === 0) throw complaint(found.at, `"${key}" is an empty list; name at least one or remove it`);
  return items.map((item) => {
    const name = textOf(item, `an item of "${key}"`);
    if (name.length > maxName || !shape.test(name))
      throw complaint(item.at, `${quoted(name)} cannot stand in "${key}"; write ${wanted}`);
    return name;
  });
}

/** Words that are put into sentences. */
function words(table: Table, key: Key): string | undefined {
  const found = find(table, key);
  if (found === undefined) return undefined;
  const text = textOf(found.value, `"${key}"`);
  if (text.length > maxWords || !plainWords.test(text)) {
    throw complaint(
      found.value.at,
      `${quoted(text)} cannot stand in "${key}"; write a word or two, such as ${key === 'noun' ? 'connection' : 'returned'}`,
    );
  }
  return text;
}

function sentence(table: Table): string | undefined {
  const found = find(table, 'summary');
  if (found === undefined) return undefined;
  const text = textOf(found.value, '"summary"').trim();
  if (text.length > maxSentence || /\p{C}/u.test(text)) {
    throw complaint(found.value.at, `"summary" must be one line of at most ${maxSentence} characters; shorten it`);
  }
  return text;
}

function find({ entries }: Table, key: Key): Entry | undefined {
  return entries.find((each) => each.key === key);
}
