import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { assetPath } from '../src/assets.ts';

const root = assetPath('.');

interface Source {
  /** Relative to the root: `src/model/code/use.ts`. */
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

/** The room a file is in: `model`, `engines/obligation`, `apps/cli`; files directly in src are rooms of their own. */
function room(path: string): string {
  if (path.startsWith('rules/')) return 'rules';
  const [, first = '', second = '', ...rest] = path.split('/');
  if (second === '') return first.replace(/\.ts$/, '');
  if (first === 'engines' && rest.length === 0) return `engines/${second.replace(/\.ts$/, '')}`;
  // What a kind of rule is called with and needs is asked before any package is opened.
  if (first === 'engines' && rest.join('/') === 'rule.ts') return 'engines/*/rule';
  return (first === 'engines' || first === 'apps') && rest.length > 0 ? `${first}/${second}` : first;
}

/** Who may import whom. What is not written here is not allowed. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  // The vocabulary of rules, and small things that know nothing.
  spec: [],
  // Packages as texts: what an analysis is given.
  'package-text': [],
  unreachable: [],
  assets: [],
  visible: [],
  stopwatch: [],
  // What is known of libraries: data.
  knowledge: [],
  'format-names': [],
  'nearest-word': [],
  // From text to names, in one direction.
  syntax: ['assets', 'unreachable'],
  model: ['spec', 'package-text', 'syntax', 'unreachable'],
  flow: ['model', 'syntax', 'unreachable'],
  // One answer per question, over the packages of the workspace.
  facts: ['spec', 'syntax', 'knowledge', 'model', 'flow', 'unreachable'],
  // The disk behind one interface.
  host: [],
  // The packages around one: which folders imports lead to, and what is read of them.
  workspace: ['spec', 'package-text', 'syntax', 'model', 'host'],
  // Findings are facts; they know places in sources, but not how they were found.
  findings: ['nearest-word', 'spec', 'syntax', 'flow', 'unreachable'],
  // Edits of source text, laid out as gofmt does; what they are good for is the engines' business.
  edits: ['syntax', 'model', 'findings'],
  // What packages must hold for a rule to find anything: words for it, then each kind of rule, then all of them.
  'engines/need': [],
  'engines/*/rule': ['spec', 'findings', 'engines/need'],
  'engines/kinds': ['findings', 'engines/need', 'engines/*/rule'],
  // Engines know the package, never files, reports, rules or each other.
  'engines/obligation': ['engines/*/rule', 'syntax', 'knowledge', 'model', 'flow', 'facts', 'findings', 'edits', 'unreachable'],
  'engines/cache-eviction': ['engines/*/rule', 'syntax', 'knowledge', 'model', 'flow', 'facts', 'findings', 'unreachable'],
  'engines/defer-in-loop': ['engines/*/rule', 'syntax', 'knowledge', 'model', 'flow', 'facts', 'findings', 'edits', 'unreachable'],
  'engines/dropped-transport': ['engines/*/rule', 'syntax', 'knowledge', 'model', 'flow', 'facts', 'findings', 'unreachable'],
  'engines/registry': ['engines/*/rule', 'syntax', 'knowledge', 'model', 'flow', 'facts', 'findings', 'edits', 'unreachable'],
  'engines/unbounded-wait': ['engines/*/rule', 'syntax', 'knowledge', 'model', 'flow', 'facts', 'findings', 'unreachable'],
  'engines/liveness': ['engines/*/rule', 'syntax', 'knowledge', 'model', 'flow', 'facts', 'findings', 'edits', 'unreachable'],
  // The words that let a package be opened are those that its containers are found by.
  'engines/growth': ['engines/*/rule', 'syntax', 'knowledge', 'model', 'facts', 'findings', 'unreachable'],
  // The engine of each kind of rule.
  'engines/check': [
    'findings', 'model', 'engines/kinds', 'engines/obligation', 'engines/liveness', 'engines/growth', 'engines/cache-eviction',
    'engines/defer-in-loop', 'engines/dropped-transport', 'engines/registry', 'engines/unbounded-wait',
  ],
  // What the engines looked at, for those who ask why.
  'engines/accounts': ['findings', 'model', 'syntax', 'engines/kinds', 'engines/obligation', 'engines/liveness', 'engines/growth'],
  // Level and confidence of what engines found: from evidence alone.
  grade: ['spec', 'findings'],
  rules: ['engines/kinds', 'engines/*/rule'],
  // How often the places of what was found are passed: asks the module.
  'how-often': ['syntax', 'knowledge', 'model', 'facts', 'findings'],
  // The pure entry.
  analyze: [
    'spec', 'package-text', 'syntax', 'model', 'findings', 'grade', 'how-often', 'engines/kinds', 'engines/check', 'engines/*/rule',
    'engines/obligation',
  ],
  // What was looked at on a line, and what decided: the entry beside it.
  why: ['analyze', 'package-text', 'model', 'findings', 'syntax', 'engines/accounts'],
  // Which rules could say anything about these tokens, without a parser; of the model only types.
  // What findings may rest on decides what need not be looked for.
  prefilter: ['model', 'engines/need', 'engines/kinds', 'engines/*/rule', 'syntax', 'findings'],
  // The edges: files in, text out.
  discover: ['spec', 'package-text', 'syntax', 'model', 'host', 'workspace', 'visible', 'unreachable'],
  report: ['spec', 'format-names', 'findings', 'visible', 'unreachable'],
  // What the user says in files: read as data, never run.
  config: ['spec', 'engines/kinds', 'engines/*/rule', 'format-names', 'nearest-word', 'host', 'discover'],
  // What an app asks of a run: rules, levels, and which configuration files speak.
  'run-options': ['spec', 'config'],
  'line-changes': [],
  // What is old: by a list of the user's, or by git. Loaded only where it is asked for.
  baseline: ['spec', 'findings', 'host', 'discover', 'visible'],
  changes: ['findings', 'host', 'discover', 'line-changes', 'visible'],
  // Fixes are proven by analysing what they make of the package; only then is a file replaced.
  fix: ['spec', 'package-text', 'syntax', 'model', 'findings', 'host', 'discover', 'analyze', 'line-changes'],
  // One folder, then all of them: in this thread and in others, or remembered from another run.
  folder: [
    'engines/kinds', 'model', 'spec', 'package-text', 'syntax', 'findings', 'config', 'discover', 'host', 'workspace', 'prefilter', 'grade', 'analyze', 'fix', 'run-options',
    'stopwatch', 'visible',
  ],
  parallel: ['config', 'discover', 'folder', 'run-options', 'rules'],
  cache: ['host', 'workspace', 'discover', 'folder'],
  run: ['spec', 'engines/kinds', 'findings', 'config', 'host', 'discover', 'analyze', 'cache', 'fix', 'folder', 'run-options', 'parallel', 'stopwatch'],
  version: ['assets'],
  // The pages of rules: ours from files, those of users from what they say.
  'rule-pages': ['engines/kinds', 'assets', 'config'],
  // Profiles of a running program, tied to findings: it reads the places they lead to, and asks the engine of channels
  // who else is at one. Nothing of it is loaded before its command is called.
  'apps/evidence': ['syntax', 'model', 'findings', 'engines/liveness', 'host', 'workspace', 'discover', 'line-changes', 'report', 'unreachable'],
  // An editor's server. Nothing of it is loaded before its command is called.
  'apps/lsp': [
    'engines/kinds', 'config', 'discover', 'edits', 'findings', 'fix', 'folder', 'host', 'line-changes', 'report', 'rule-pages', 'run-options', 'stopwatch',
    'syntax', 'workspace',
  ],
  // The command line: arguments, streams, exit code.
  'apps/cli': [
    'spec', 'engines/kinds', 'assets', 'baseline', 'cache', 'changes', 'config', 'discover', 'findings', 'fix', 'folder', 'format-names',
    'host', 'nearest-word', 'parallel', 'report', 'rule-pages', 'rules', 'run', 'workspace-over', 'run-options', 'stopwatch', 'version', 'visible', 'apps/evidence', 'apps/lsp', 'apps/unit',
  ],
  // One package from its files and the facts of others: what an action of a build system sees.
  'apps/unit': ['syntax', 'model', 'host', 'workspace'],
  // The playground: a page, and a worker with the whole analysis over files in memory.
  'apps/web': ['spec', 'syntax', 'findings', 'analyze', 'fix', 'host', 'workspace-over', 'report', 'rules', 'apps/evidence'],
  // Documents over files, wherever these are; then over a disk, for embedders.
  'workspace-over': ['why', 'spec', 'engines/kinds', 'package-text', 'syntax', 'findings', 'host', 'workspace', 'discover', 'analyze', 'fix'],
  'open-workspace': ['host', 'workspace-over'],
  index: ['open-workspace', 'engines/kinds', 'workspace-over', 'host', 'spec', 'package-text', 'format-names', 'syntax', 'findings', 'report', 'analyze', 'rules'],
};

describe('who imports whom', () => {
  test.each(Object.keys(mayImport))('%s', (name) => {
    const allowed = new Set([name, ...(mayImport[name] ?? [])]);
    const wrong = sources
      .filter((source) => room(source.path) === name)
      .flatMap((source) =>
        source.imports.filter((each) => each.endsWith('.ts') && !allowed.has(room(each))).map((each) => `${source.path} -> ${each}`),
      );
    expect(wrong).toEqual([]);
  });

  test('a folder holds a dozen files, or has subfolders that say what the groups are; a file has at most 300 lines', () => {
    const folders = new Map<string, number>();
    for (const { path } of sources.filter((source) => source.path.startsWith('src/'))) {
      folders.set(dirname(path), (folders.get(dirname(path)) ?? 0) + 1);
    }
    // The command line has one file for each command and for each thing that is made of an outcome.
    const flat = ['src', 'src/apps/cli/commands', 'src/apps/cli/outcome'];
    expect([...folders].filter(([folder, count]) => count > 13 && !flat.includes(folder))).toEqual([]);
    expect(sources.filter(({ text }) => text.split('\n').length > 301).map(({ path }) => path)).toEqual([]);
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
    const copying = ['src/syntax/parse/cursors-for.ts', 'src/syntax/parse/direct-cursor.ts', 'src/syntax/parse/tree.ts'];
    expect(importers(/^web-tree-sitter$/).toSorted()).toEqual([...copying, 'src/syntax/parse/parser.ts'].toSorted());
  });

  test('yargs is asked in one place', () => {
    expect(importers(/^yargs/)).toEqual(['src/apps/cli/arguments/read-words.ts']);
  });

  test('yaml is read in one place', () => {
    expect(importers(/^yaml$/)).toEqual(['src/config/read/read-yaml.ts']);
  });

  // What is found must depend on tokens and trees alone, or it comes and goes with the layout.
  test('the text of a file is read where findings are shown, mended and silenced, and nowhere else', () => {
    const readers = sources.filter(({ imports }) => imports.includes('src/syntax/source-text.ts')).map(({ path }) => path);
    const rooms = ['syntax', 'edits', 'findings', 'report'];
    expect(readers.filter((path) => !rooms.includes(room(path)))).toEqual([
      'src/analyze.ts', 'src/apps/evidence/assemble.ts', 'src/model/text-of.ts', 'src/prefilter/may-hold-directive.ts',
    ]);
  });

  test('files are read and written in few rooms', () => {
    const single = [
      'src/fix/replace-file.ts', 'src/apps/cli/input.ts', 'src/apps/cli/output.ts', 'src/apps/cli/watch-files.ts', 'src/rule-pages/rule-page.ts',
      'src/apps/cli/outcome/write-report.ts', 'src/apps/evidence/profile/pieces.ts',
    ];
    const others = importers(/^node:fs/).filter((path) => !single.includes(path));
    const rooms = ['host', 'discover', 'config', 'baseline', 'cache', 'assets', 'version'];
    expect(others.filter((path) => !rooms.includes(room(path)))).toEqual([]);
  });

  test('files of others are opened in one place, which never waits and stops at a limit', () => {
    const readers = sources.filter(({ text }) => /\b(?:readFileSync|openSync|readSync|createReadStream)\b/.test(text)).map(({ path }) => path);
    const own = ['src/assets.ts', 'src/cache/code-loader.ts', 'src/rule-pages/rule-page.ts', 'src/version.ts'];
    const written = ['src/host/replace-whole.ts'];
    // Profiles and logs, and what an editor sends, come piece by piece, from a pipe or of any size: only who names them
    // can make them be waited for.
    const streamed = ['src/apps/evidence/profile/pieces.ts', 'src/apps/cli/input.ts'];
    expect(readers.toSorted()).toEqual(['src/host/read-bytes.ts', ...own, ...written, ...streamed].toSorted());
  });

  test('files are written in one place, but for what is no file, and the one that is never replaced', () => {
    const writers = sources.filter(({ text }) => /\b(?:renameSync|writeFileSync)\b/.test(text)).map(({ path }) => path);
    expect(writers).toEqual(['src/apps/cli/outcome/write-report.ts', 'src/config/initialise.ts', 'src/host/replace-whole.ts']);
  });

  // To make a pattern with \p{L} takes V8 a third of a millisecond.
  test('letters beyond ASCII are not asked for by class, and no class of Unicode is asked for while the program loads', () => {
    const patterns = (text: string): readonly string[] => text.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '').match(/.*\\[pP]\{.*/g) ?? [];
    const lines = sources.flatMap(({ path, text }) => patterns(text).map((line) => `${path}: ${line}`));
    expect(lines.filter((line) => /\\p\{(?:L|Nd)\}/.test(line) && !/src\/(?:config\/read\/read-resource|model\/names\/entity-name|syntax\/token\/letter)/.test(line))).toEqual([]);
    expect(lines.filter((line) => /: (?:export )?const /.test(line) && !/src\/(?:config\/read\/read-resource|report\/safe-json)/.test(line))).toEqual([]);
  });

  test('process is used by the command line, and asked which V8 it has where its flags are set', () => {
    const users = sources
      .filter((source) => /\bprocess\.\w/.test(source.text.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')))
      .map((source) => source.path);
    expect(users).toEqual(['src/apps/cli/cli.ts', 'src/apps/cli/main.ts', 'src/folder/open-parser.ts']);
  });

  test('nothing asks the network, and only the command line asks the clock', () => {
    const users = (words: RegExp): readonly string[] => sources.filter((source) => words.test(source.text)).map((source) => source.path);
    expect(users(/\b(?:new Date|Math\.random|fetch)\(|node:(?:https?|net|dns)/)).toEqual([]);
    expect(users(/\b(?:Date|performance)\.now\(/)).toEqual(['src/apps/cli/main.ts']);
  });

  // Types are gone when a program is built, so only values count.
  test('what runs in a browser needs no module of Node', () => {
    const values = (path: string): readonly string[] => read(path).text.match(/(?:^(?:import|export) (?!type)[^;]*?from |\bimport\()'([^']+)'/gm) ?? [];
    const seen = new Set<string>();
    const needs = (path: string, way: readonly string[]): readonly string[] => {
      if (seen.has(path)) return [];
      seen.add(path);
      return values(path).flatMap((written) => {
        const [, name = ''] = /'([^']+)'/.exec(written) ?? [];
        if (name.startsWith('.')) return needs(relative(root, join(root, dirname(path), name)), [...way, path]);
        return name.startsWith('node:') ? [[...way, path, name].join(' -> ')] : [];
      });
    };
    expect(needs('src/apps/web/worker/worker.ts', [])).toEqual([]);
    expect(needs('src/apps/web/page/main.ts', [])).toEqual([]);
    expect(seen).toContain('src/analyze.ts');
    expect(seen).toContain('src/apps/evidence/assemble.ts');
  });

  test('git is the only other program that is run, without a shell, and only by the room of changes', () => {
    expect(importers(/child_process/)).toEqual(['src/changes/git.ts']);
    const text = sources.find((source) => source.path === 'src/changes/git.ts')?.text ?? '';
    expect([...text.matchAll(/\b(?:spawn|exec|fork)\w*\(\s*([^,]+)/g)].map(([, program]) => program)).toEqual(["'git'"]);
    expect(text).not.toMatch(/shell/);
  });

  test('what is old, and git, are loaded only when they are asked for', () => {
    const eager = sources
      .filter(({ text }) => /^import \{[^}]*\} from '[^']*(?:baseline|changes)\//m.test(text))
      .map(({ path }) => room(path));
    expect(eager.filter((name) => name !== 'baseline' && name !== 'changes')).toEqual([]);
  });
});

describe('habits', () => {
  test('no any, no ts-ignore, no default export but in rules', () => {
    const wrong = sources.filter(({ path, text }) => {
      const code = text.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
      return (
        /:\s*any\b|\bas any\b|<any>/.test(code)
        || /@ts-(?:ignore|expect-error)/.test(text)
        || (/\bexport default\b/.test(code) && !path.endsWith('/rule.ts'))
      );
    });
    expect(wrong.map((source) => source.path)).toEqual([]);
  });

  test('every exported name has a sentence', () => {
    const bare = sources.flatMap(({ path, text }) =>
      [...text.matchAll(/(^|\n)([^\n]*)\nexport (?:async )?(?:function|const|interface|type|class) (\w+)/g)]
        .filter(([, , before = '']) => !before.trim().endsWith('*/') && !before.trim().startsWith('//'))
        .map(([, , , name]) => `${path}: ${name}`),
    );
    expect(bare.filter((each) => !each.startsWith('src/syntax/ast.ts') && !each.startsWith('src/syntax/token/token-kind.ts'))).toEqual([]);
  });
});
