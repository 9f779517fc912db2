import type { Random } from './random.ts';

/** What happens to Go files in working copies, in merges, in generators and in the hands of an attacker. */
const mutations: readonly [Mutation, ...Mutation[]] = [
  truncated, duplicated, deleted, swapped, conflicted, withBytes, withWord, withBracket, asTemplate, withLineEnds, asLatin1, unindented,
];

type Mutation = (text: string, random: Random) => string;

/** Changes a text in one to four ways. */
export function mutate(text: string, random: Random): string {
  let changed = text;
  for (let left = 1 + random.below(4); left > 0; left--) changed = random.pick(mutations)(changed, random);
  return changed;
}

function truncated(text: string, random: Random): string {
  return text.slice(0, random.below(text.length + 1));
}

function duplicated(text: string, random: Random): string {
  const [from, to] = range(text, random);
  return text.slice(0, to) + text.slice(from, to) + text.slice(to);
}

function deleted(text: string, random: Random): string {
  const [from, to] = range(text, random);
  return text.slice(0, from) + text.slice(to);
}

/** Exchanges two stretches that follow each other. */
function swapped(text: string, random: Random): string {
  const [from, middle] = range(text, random);
  const to = Math.min(text.length, middle + random.below(2000));
  return text.slice(0, from) + text.slice(middle, to) + text.slice(from, middle) + text.slice(to);
}

function conflicted(text: string, random: Random): string {
  const [from, to] = range(text, random);
  const [ours, theirs] = [text.slice(from, to), text.slice(from, to).replaceAll('e', 'o')];
  return `${text.slice(0, from)}\n<<<<<<< HEAD\n${ours}\n=======\n${theirs}\n>>>>>>> branch\n${text.slice(to)}`;
}

/** Bytes that are no text, NUL among them, as a decoder would hand them on. */
function withBytes(text: string, random: Random): string {
  const at = random.below(text.length + 1);
  const noise = Array.from({ length: 1 + random.below(64) }, () => String.fromCharCode(random.below(256)));
  return (
    text.slice(0, at) + random.pick(['\0', '\ufffd', '\ud83d', '\ufeff', '\u2028', noise.join('')]) + text.slice(at)
  );
}

/** Words that begin something, at any place. */
function withWord(text: string, random: Random): string {
  const at = random.below(text.length + 1);
  const word = random.pick([
    'func ', 'go ', 'defer ', 'select {', 'for {', 'switch x := y.(type) {', 'case <-c:', 'goto L\n', 'L:\n', 'time.NewTicker(d)',
    'range ', 'chan ', '<-', 'return\n', '//nolint:ticker-not-stopped', '/*', '`', '"',
    "'",
    '\\',
    'package q\n',
    'import "C"\n',
  ]);
  return text.slice(0, at) + word + text.slice(at);
}

function withBracket(text: string, random: Random): string {
  const at = random.below(text.length + 1);
  return (
    text.slice(0, at)
    + random.pick(['{', '}', '(', ')', '[', ']', '{}', '((', '))']).repeat(1 + random.below(40))
    + text.slice(at)
  );
}

/** A template that only becomes Go. */
function asTemplate(text: string, random: Random): string {
  const [from, to] = range(text, random);
  return `${text.slice(0, from)}{{- range .Items }}\n${text.slice(from, to)}{{ .Name | title }}{{ end -}}\n${text.slice(to)}`;
}

function withLineEnds(text: string, random: Random): string {
  return text.replaceAll('\n', random.pick(['\r\n', '\r', '\n\n', '\u2029\n']));
}

/** What reading Latin-1 as UTF-8 makes of umlauts. */
function asLatin1(text: string): string {
  return text.replace(/[aou](?=\w)/g, '\ufffd');
}

function unindented(text: string): string {
  return text.replace(/^[ \t]+/gm, '');
}

function range(text: string, random: Random): readonly [number, number] {
  const from = random.below(text.length + 1);
  return [from, Math.min(text.length, from + random.below(3000))];
}
