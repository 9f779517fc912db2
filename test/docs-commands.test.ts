import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { rules } from '../rules/index.ts';
import { assetPath } from '../src/assets.ts';
import { readConfig } from '../src/config/read/read-config.ts';
import { commit, folder, git, program, run, start, succeeds, write } from './built-program.ts';

const pages = [
  'README.md',
  ...readdirSync(assetPath('docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];
const textOf = (page: string): string => readFileSync(assetPath(page), 'utf8');

/** The fenced blocks of a page in a language, also those in lists. */
function blocks(page: string, language: string): readonly string[] {
  return [...textOf(page).matchAll(new RegExp(`^( *)\`\`\`${language}\\n([\\s\\S]*?)^ *\`\`\`$`, 'gm'))]
    .map(([, indent = '', block = '']) => block.replace(new RegExp(`^${indent}`, 'gm'), ''));
}

/** All command lines of the pages that call the program. */
const commands = pages.flatMap((page) =>
  blocks(page, 'sh')
    .flatMap((block) => block.replace(/\\\n\s*/g, '').split('\n'))
    .filter((line) => /(?:^|\| |exec )golint-leaks /.test(line))
    .map((line) => [page, line] as const),
);

/** A repository as the commands want it: a leaky module, a service, a baseline, a remote, a profile, a log. */
function workplace(): string {
  prepared ??= prepare();
  const dir = folder();
  cpSync(prepared, dir, { recursive: true });
  return dir;
}

let prepared: string | undefined;

function prepare(): string {
  const dir = folder();
  cpSync(assetPath('examples/cluster-info/leaky'), dir, { recursive: true });
  write(dir, {
    'go.mod': 'module m\n\ngo 1.22\n',
    'x.go': 'package clusterinfo\n',
    'services/api/go.mod': 'module api\n\ngo 1.22\n',
    'services/api/a.go': 'package api\n',
    'cmd/a/main.go': 'package main\n',
    'internal/cache/c.go': 'package cache\n',
    'x/y.go': 'package x\n',
    'web/web.go': 'package web\n',
  });
  git(dir, 'init', '-q');
  commit(dir);
  git(dir, 'update-ref', 'refs/remotes/origin/main', 'HEAD');
  write(dir, {
    'bin/golint-leaks': `#!/bin/sh\nexec "${process.execPath}" "${program}" "$@"\n`,
    'bin/reviewdog': '#!/bin/sh\ncat > /dev/null\n',
  });
  start(dir, 'chmod', ['+x', 'bin/golint-leaks', 'bin/reviewdog']);
  run(dir, '--format', 'sarif=leaks-1.sarif', '--fail-on', 'never');
  run(dir, 'unit', '--import-path', 'm/x', '--facts-out', 'httpx.facts', 'x/y.go');
  return dir;
}

/** A line in which the shell only tells words apart, and a comment; others are given to one. */
const isPlain = /^golint-leaks [\w\s./=-]+(?:#.*)?$/;
const wordsOf = (line: string): readonly string[] => line.replace(/#.*/, '').trim().split(/\s+/).slice(1);

describe('the commands of the README and the pages', () => {
  test.each(commands.filter(([, line]) => !/curl|evidence/.test(line)))('%s: %s', (_page, line) => {
    const dir = workplace();
    write(dir, { home: '' });
    const known = line.match(/--baseline (\S+)/)?.[1];
    if (known !== undefined && !line.includes('--write-baseline'))
      expect(run(dir, '--baseline', known, '--write-baseline').code).toBe(0);
    const { code, err } = isPlain.test(line)
      ? run(dir, ...wordsOf(line))
      : start(dir, 'bash', ['-c', line.replace(/>>? ~\/\S+/, '> /dev/null')], {
          PATH: `${join(dir, 'bin')}:${process.env['PATH'] ?? ''}`,
          HOME: dir,
        });
    expect(err).not.toMatch(/is not known|no such file|needs a value|not found/);
    expect([0, 1], err).toContain(code);
  });

  test('name only flags that exist', () => {
    const known = new Set(
      [
        ...run(folder(), '--help').out.matchAll(/--[a-z-]+/g),
        ...run(folder(), 'evidence', '--help').out.matchAll(/--[a-z-]+/g),
        ...run(folder(), 'unit', '--help').out.matchAll(/--[a-z-]+/g),
      ].map(([flag]) => flag),
    );
    const used = pages.flatMap((page) =>
      [...textOf(page).matchAll(/golint-leaks[^`\n]*?(--[a-z][a-z-]*)/g)].map(([, flag = '']) => flag),
    );
    const others = new Set(['--package', '--loglevel', '--yes', '--no-prefilter']);
    expect(
      used.filter((flag) => !known.has(flag) && !known.has(flag.replace('--no-', '--')) && !others.has(flag)),
    ).toEqual([]);
  });
});

describe('the configuration on the pages', () => {
  const files = pages.flatMap((page) =>
    blocks(page, 'yaml')
      .filter((block) => /^(?:# .*\n)?(?:rules|overrides|resources|strict|exclude):/.test(block))
      .map((block) => [page, block] as const),
  );

  test.each(files)('%s', (page, block) => {
    expect(() => readConfig(block, page, rules.map(({ id }) => id))).not.toThrow();
  });

  test('and what is for other programs is well-formed', () => {
    for (const page of pages) {
      for (const block of blocks(page, 'yaml')) expect(() => parse(block) as unknown, page).not.toThrow();
      for (const block of blocks(page, 'json')) expect(() => JSON.parse(block) as unknown, page).not.toThrow();
    }
  });

  test('the problem matcher matches what is printed', () => {
    const dir = workplace();
    const line = run(dir, '--format', 'concise', '.').out.split('\n')[0] ?? '';
    for (const page of ['docs/github.md', 'docs/editors.md']) {
      const [, source = ''] = /"regexp": ("(?:[^"\\]|\\.)*")/.exec(textOf(page)) ?? [];
      const pattern: string = JSON.parse(source);
      expect(new RegExp(pattern).exec(line)?.slice(1, 5), page).toEqual(['retriever.go', '42', '13', 'warning']);
      expect(new RegExp(pattern).exec(line)?.[6]).toBe('ticker-not-stopped');
    }
  });

  test('the hook hooks', ({ skip }) => {
    skip(!succeeds('/', 'git', '--version'), 'git is not installed');
    const dir = workplace();
    const hook = blocks('docs/pre-commit.md', 'sh').find((block) => block.startsWith('#!')) ?? '';
    write(dir, { '.git/hooks/pre-commit': hook });
    start(dir, 'chmod', ['+x', '.git/hooks/pre-commit']);
    write(dir, { 'y.go': readFileSync(join(dir, 'retriever.go'), 'utf8').replace(/\bRetriever\b/g, 'Other') });
    git(dir, 'add', 'y.go');
    const path = { PATH: `${join(dir, 'bin')}:${process.env['PATH'] ?? ''}` };
    const done = start(
      dir,
      'git',
      ['-c', 'user.name=t', '-c', 'user.email=t@example.com', 'commit', '-q', '-m', 'x'],
      path,
    );
    expect(done.code).toBe(1);
    expect(`${done.out}${done.err}`).toContain('y.go:42:13: warning: ');
  });
});
