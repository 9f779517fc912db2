import { complaint, didYouMean, quoted } from './complaint.ts';
import type { List, Table, Value } from './value.ts';

/** The value as a list; `what` names it in the complaint: `"exclude"`. */
export function listOf(value: Value, what: string): List {
  if (value.kind !== 'list') {
    throw complaint(
      value.at,
      `${what} must be a list, not ${shown(value)}; write each item on a line of its own behind "- "`,
    );
  }
  return value;
}

/** The value as a table. */
export function tableOf(value: Value, what: string): Table {
  if (value.kind !== 'table')
    throw complaint(value.at, `${what} must be a table, not ${shown(value)}; write "key: value" on each line`);
  return value;
}

/** The value as a text that is not empty. A number or `true` is no text: quotes make it one. */
export function textOf(value: Value, what: string): string {
  if (value.kind !== 'scalar' || typeof value.value !== 'string') {
    throw complaint(value.at, `${what} must be a text, not ${shown(value)}; put it in quotes`);
  }
  if (value.value.trim() === '') throw complaint(value.at, `${what} is empty; write something or remove it`);
  return value.value;
}

/** The value as one of these words. */
export function oneWordOf<T extends string>(value: Value, words: readonly T[], what: string): T {
  const found = value.kind === 'scalar' ? words.find((word) => word === value.value) : undefined;
  if (found !== undefined) return found;
  const remedy = value.kind === 'scalar' ? didYouMean(value.source, words) : `write one of ${words.join(', ')}`;
  throw complaint(value.at, `${what} cannot be ${shown(value)}; ${remedy}`);
}

const switches: Readonly<Record<string, boolean>> = {
  true: true,
  on: true,
  yes: true,
  false: false,
  off: false,
  no: false,
};

/** The value as a boolean, in whatever spelling of YAML; `what` names it in the complaint: `"strict"`. */
export function onOrOff(value: Value, what: string): boolean {
  const word = value.kind === 'scalar' ? String(value.value).toLowerCase() : '';
  const state = Object.hasOwn(switches, word) ? switches[word] : undefined;
  if (state === undefined) throw complaint(value.at, `${what} cannot be ${shown(value)}; write true or false`);
  return state;
}

/** The value as a Go version, also where YAML takes it for a number: `1.20` keeps its zero. */
export function goVersionText(value: Value): string {
  const isText = value.kind === 'scalar' && (typeof value.value === 'string' || typeof value.value === 'number');
  if (isText && /^1\.\d{1,3}(?:\.\d{1,3}|(?:rc|beta)\d{1,2})?$/.test(value.source)) return value.source;
  throw complaint(value.at, `"go-version" cannot be ${shown(value)}; write it as in go.mod, such as 1.22 or 1.23.4`);
}

/** The value in a few words. */
export function shown(value: Value): string {
  switch (value.kind) {
    case 'list':
      return 'a list';
    case 'table':
      return 'a table';
    case 'scalar':
      return value.value === null ? 'nothing' : quoted(value.source);
  }
}
