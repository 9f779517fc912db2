import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { assetPath } from '../src/assets.ts';

const root = assetPath('.');

interface Source {
  /** Relative to the root: `src/model/use.ts`. */
  readonly path: string;
  readonly text: string;
  /** What it imports: paths as above for files of ours, names for packages. */
  readonly imports: readonly string[];
}

function sourcesIn(folder: string): readonly Source[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => read(join(folder, name)))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

function read(path: string): Source {
  const text = readFileSync(join(root, path), 'utf8');
  const specifiers = [...text.matchAll(/(?:^(?:import|export) [^;]*?from |\bimport\()'([^']+)'/gm)].map(([, specifier = '']) => specifier);
  const resolved = specifiers.map((each) => (each.startsWith('.') ? relative(root, join(root, dirname(path), each)) : each));
  return { path, text, imports: resolved };
}

const sources = [...sourcesIn('src'), ...sourcesIn('rules')];

/** The room a file is in: `model`, `engines/obligation`; files directly in src are rooms of their own. */
function room(path: string): string {
  if (path.startsWith('rules/')) return 'rules';
  const [, first = '', second = '', ...rest] = path.split('/');
  if (second === '') return first.replace(/\.ts$/, '');
  return first === 'engines' && rest.length > 0 ? `engines/${second}` : first;
}

/** Who may import whom. What is not written here is not allowed. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  // The vocabulary of rules, and small things that know nothing.
  spec: [],
  unreachable: [],
  assets: [],
  visible: [],
  // From text to names, in one direction.
  syntax: ['assets', 'unreachable'],
  model: ['spec', 'syntax', 'unreachable'],
  flow: ['model', 'syntax', 'unreachable'],
  // Findings are facts; they know places in sources, but not how they were found.
  findings: ['spec', 'syntax', 'flow', 'unreachable'],
  // Engines know the package, never files, reports, rules or each other.
  'engines/obligation': ['spec', 'syntax', 'model', 'flow', 'findings', 'unreachable'],
  'engines/misuse': ['spec', 'syntax', 'model', 'flow', 'findings', 'unreachable'],
  'engines/liveness': ['spec', 'syntax', 'model', 'flow', 'findings', 'unreachable'],
  // The words that let a package be opened are those that its containers are found by.
  'engines/growth': ['spec', 'prefilter', 'syntax', 'model', 'findings', 'unreachable'],
  rules: ['spec'],
  // The pure entry.
  analyze: ['spec', 'prefilter', 'syntax', 'model', 'findings', 'engines/obligation', 'engines/liveness', 'engines/misuse', 'engines/growth'],
  // Which rules could say anything about these bytes.
  prefilter: ['spec'],
  // The edges: files in, text out.
  discover: ['spec', 'syntax', 'model', 'visible', 'unreachable'],
  report: ['spec', 'findings', 'visible', 'unreachable'],
  'rule-page': ['assets'],
  'rule-info': ['spec', 'report'],
  options: ['spec', 'report'],
  run: ['spec', 'syntax', 'findings', 'discover', 'prefilter', 'analyze', 'options'],
  'closing-line': ['spec', 'run'],
  'exit-code': ['spec', 'options', 'run'],
  cli: ['assets', 'closing-line', 'discover', 'exit-code', 'options', 'report', 'rule-info', 'rule-page', 'rules', 'run', 'visible'],
  index: ['spec', 'syntax', 'findings', 'report', 'analyze', 'rules'],
};

describe('who imports whom', () => {
  test.each(Object.keys(mayImport))('%s', (name) => {
    const allowed = new Set([name, ...(mayImport[name] ?? [])]);
    const wrong = sources
      .filter((source) => room(source.path) === name)
      .flatMap((source) => source.imports.filter((each) => each.endsWith('.ts') && !allowed.has(room(each))).map((each) => `${source.path} -> ${each}`));
    expect(wrong).toEqual([]);
  });

  test('every room is in the list', () => {
    expect([...new Set(sources.map((source) => room(source.path)))].filter((name) => !(name in mayImport))).toEqual([]);
  });

  test('no import goes round in a circle, types included', () => {
    const graph = new Map(sources.map((source) => [source.path, source.imports]));
    const done = new Set<string>();
    const circle = (path: string, trail: readonly string[]): readonly string[] | undefined => {
      if (trail.includes(path)) return [...trail.slice(trail.indexOf(path)), path];
      if (done.has(path)) return undefined;
      for (const next of graph.get(path) ?? []) {
        const found = circle(next, [...trail, path]);
        if (found) return found;
      }
      done.add(path);
      return undefined;
    };
    expect(sources.map((source) => circle(source.path, [])).find((each) => each !== undefined)).toBeUndefined();
  });
});

describe('the edges of the program', () => {
  const importers = (name: RegExp): readonly string[] =>
    sources.filter((source) => source.imports.some((each) => name.test(each))).map((source) => source.path);

  test('web-tree-sitter is used by the parser and the copying of its trees only', () => {
    expect(importers(/^web-tree-sitter$/)).toEqual(['src/syntax/parser.ts', 'src/syntax/tree.ts']);
  });

  test('files are read by discover, the grammar and page loaders, and the command line only', () => {
    const rooms = new Set(importers(/^node:fs/).map(room));
    expect([...rooms].filter((each) => !['discover', 'assets', 'rule-page', 'cli'].includes(each))).toEqual([]);
  });

  test('process is used by the command line only', () => {
    const users = sources.filter((source) => /\bprocess\.\w/.test(source.text.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, ''))).map((source) => source.path);
    expect(users).toEqual(['src/cli.ts']);
  });

  test('nothing asks the clock or the network, and nothing runs other programs', () => {
    const users = sources.filter((source) => /\b(?:Date\.now|new Date|performance\.now|Math\.random|fetch)\(|node:(?:child_process|https?|net|dns)/.test(source.text));
    expect(users.map((source) => source.path)).toEqual([]);
  });
});

describe('habits', () => {
  test('no any, no ts-ignore, no default export but in rules', () => {
    const wrong = sources.filter(({ path, text }) => {
      const code = text.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
      return /:\s*any\b|\bas any\b|<any>/.test(code) || /@ts-(?:ignore|expect-error)/.test(text) || (/\bexport default\b/.test(code) && !path.endsWith('/rule.ts'));
    });
    expect(wrong.map((source) => source.path)).toEqual([]);
  });

  test('every exported name has a sentence', () => {
    const bare = sources.flatMap(({ path, text }) =>
      [...text.matchAll(/(^|\n)([^\n]*)\nexport (?:async )?(?:function|const|interface|type|class) (\w+)/g)]
        .filter(([, , before = '']) => !before.trim().endsWith('*/') && !before.trim().startsWith('//'))
        .map(([, , , name]) => `${path}: ${name}`),
    );
    expect(bare.filter((each) => !each.startsWith('src/syntax/ast.ts'))).toEqual([]);
  });
});
