import type { Pair, Scalar as YamlScalar } from 'yaml';
import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import { complaint, quoted } from './complaint.ts';
import type { Place } from './place.ts';
import type { Entry, Value } from './value.ts';

/** No key of ours lies deeper. */
const maxDepth = 6;

/** The parser of the library calls itself for each level, and too many levels end the process: nobody needs so many. */
const maxBrackets = 1000;
const manyIndicators = /(?:[-?:][ \t]+){50}/;

/**
 * Reads YAML 1.2 as plain data: texts, numbers, lists, tables. What could stand for something else (aliases, tags,
 * merge keys, a second document) is refused, so nothing can be blown up and nothing is ever built or called. Undefined
 * for a document without a value. Throws a ConfigError; `path` is only shown.
 */
export function readYaml(text: string, path: string): Value | undefined {
  const lines = new LineCounter();
  const reader = new Reader(path, lines);
  if (text.split(/[[{]/, maxBrackets + 1).length > maxBrackets || manyIndicators.test(text)) {
    throw complaint(
      { path, line: 1, column: 1 },
      `more than ${maxBrackets} brackets, or nested too deeply, to be read; the file needs only a few levels`,
    );
  }
  const document = parseDocument(text, {
    lineCounter: lines,
    version: '1.2',
    schema: 'core',
    merge: false,
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'error',
  });
  const [problem] = [...document.errors, ...document.warnings];
  if (problem)
    throw complaint(reader.placeAt(problem.pos[0]), `not valid YAML (${firstLine(problem.message)}); mend it`);
  const { contents } = document;
  return contents === null || (isScalar(contents) && contents.source === '') ? undefined : reader.value(contents, 0);
}

function firstLine(message: string): string {
  return (message.split('\n')[0] ?? '').replace(/[.:]$/, '');
}

/** Turns the nodes of the library into values of ours. */
class Reader {
  readonly #path: string;
  readonly #lines: LineCounter;

  constructor(path: string, lines: LineCounter) {
    this.#path = path;
    this.#lines = lines;
  }

  placeAt(offset: number): Place {
    const { line, col } = this.#lines.linePos(offset);
    return { path: this.#path, line: Math.max(1, line), column: Math.max(1, col) };
  }

  value(node: unknown, depth: number): Value {
    const at = this.placeAt(offsetOf(node));
    if (depth > maxDepth) throw complaint(at, 'nested too deeply; the file needs only a few levels');
    if (isAlias(node)) {
      throw complaint(
        at,
        `the alias ${quoted(`*${node.source}`)} is not followed; write the value itself, and a text that begins with * in quotes`,
      );
    }
    if (hasTag(node)) throw complaint(at, `the tag ${quoted(node.tag)} has no meaning here; remove it`);
    if (isScalar(node)) return { kind: 'scalar', value: node.value, source: sourceOf(node), at };
    if (isSeq(node)) return { kind: 'list', items: node.items.map((item) => this.value(item, depth + 1)), at };
    if (isMap(node)) return { kind: 'table', entries: this.#entries(node.items, depth), at };
    return { kind: 'scalar', value: null, source: '', at };
  }

  #entries(pairs: readonly Pair<unknown, unknown>[], depth: number): readonly Entry[] {
    const lines = new Map<string, number>();
    return pairs.map(({ key, value }) => {
      const at = this.placeAt(offsetOf(key));
      if (!isScalar(key) || typeof key.value !== 'string')
        throw complaint(at, 'a key must be a word; write it as text');
      const before = lines.get(key.value);
      if (before !== undefined)
        throw complaint(at, `the key ${quoted(key.value)} is already at line ${before}; remove one of them`);
      lines.set(key.value, at.line);
      return { key: key.value, value: this.value(value ?? key, depth + 1), at };
    });
  }
}

function offsetOf(node: unknown): number {
  const range: unknown = typeof node === 'object' && node !== null && 'range' in node ? node.range : undefined;
  const start: unknown = Array.isArray(range) ? range[0] : undefined;
  return typeof start === 'number' ? start : 0;
}

function hasTag(node: unknown): node is { readonly tag: string } {
  return typeof node === 'object' && node !== null && 'tag' in node && typeof node.tag === 'string';
}

function sourceOf({ source, value }: YamlScalar): string {
  return source ?? (typeof value === 'string' ? value : '');
}
