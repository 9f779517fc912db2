import { chmodSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Discovery } from '../../src/discover/discovery.ts';
import { findFolders } from '../../src/discover/patterns.ts';
import { folder, succeeds } from '../built-program.ts';

const go = 'package p\n';

function goFiles(...paths: readonly string[]): Record<string, string> {
  return Object.fromEntries(paths.map((path) => [path, go]));
}

/** Folders relative to the root: `a` where all of it is wanted, `a: x.go y.go` where only these files are. */
function folders({ folders: found }: Discovery, root: string): readonly string[] {
  return found.map(({ dir, named }) => {
    const shown = relative(root, dir) || '.';
    return named === 'all' ? shown : `${shown}: ${named.map((path) => relative(dir, path)).join(' ')}`;
  });
}

async function foldersOf(root: string, ...patterns: readonly string[]): Promise<readonly string[]> {
  const discovery = await findFolders(patterns, root);
  expect(discovery.complaints).toEqual([]);
  return folders(discovery, root);
}

async function complaintsOf(root: string, ...patterns: readonly string[]): Promise<readonly string[]> {
  const { complaints } = await findFolders(patterns, root);
  return complaints.map(({ severity, message }) => `${severity}: ${message}`);
}

describe('what is walked', () => {
  test('no pattern, ... and ./... are everything below', async () => {
    const root = folder(goFiles('a.go', 'b/b.go', 'b/c/c.go'));
    for (const patterns of [[], ['...'], ['./...'], ['.\\...'], [`${root}/...`]])
      expect(await foldersOf(root, ...patterns)).toEqual(['.', 'b', join('b', 'c')]);
  });

  test('folders without Go files are no packages, and a folder named like a file is a folder', async () => {
    const root = folder({ ...goFiles('a/b/x.go', 'odd.go/y.go'), 'a/README.md': '' });
    expect(await foldersOf(root)).toEqual(['a/b', 'odd.go']);
  });

  test('the order is that of code units', async () => {
    const root = folder(goFiles('a/x.go', 'B/x.go', 'a-b/x.go', 'ä/x.go', 'a/b/x.go'));
    expect(await foldersOf(root)).toEqual(['B', 'a', 'a-b', 'a/b', 'ä']);
  });

  test('testdata, node_modules, names with _ or . and what is below vendor are passed by', async () => {
    const skipped = goFiles('testdata/x.go', 'a/testdata/b/x.go', '_a/x.go', '.a/x.go', 'node_modules/x.go', 'vendor/m/x.go');
    expect(await foldersOf(folder({ ...skipped, ...goFiles('a/x.go') }))).toEqual(['a']);
  });

  test('a folder vendor may itself be a package, as cmd/vendor', async () => {
    const root = folder(goFiles('cmd/vendor/main.go', 'cmd/vendor/m/x.go'));
    expect(await foldersOf(root)).toEqual(['cmd/vendor']);
    expect(await foldersOf(root, '**/*.go')).toEqual(['cmd/vendor: main.go']);
  });

  test('files with _ or . make no package', async () => {
    expect(await foldersOf(folder(goFiles('a/_x.go', 'b/.x.go', 'c/x.go')))).toEqual(['c']);
  });

  test('nested modules and workspaces are included', async () => {
    const root = folder({
      ...goFiles('x.go', 'm/x.go'),
      'go.mod': 'module a\n',
      'm/go.mod': 'module b\n',
      'go.work': 'use ./m\n',
    });
    expect(await foldersOf(root)).toEqual(['.', 'm']);
  });

  test('a start that would be passed by is walked, and Go rules hold again below it', async () => {
    const root = folder(goFiles('testdata/a/x.go', 'testdata/_b/x.go', 'vendor/m/x.go', '.hid/c/x.go'));
    expect(await foldersOf(root, 'testdata/...')).toEqual(['testdata/a']);
    expect(await foldersOf(root, 'vendor/...')).toEqual(['vendor/m']);
    expect(await foldersOf(root, 'vendor/m/...')).toEqual(['vendor/m']);
    expect(await foldersOf(root, './.hid/...')).toEqual(['.hid/c']);
  });

  test('dots stand for any string, as in the go command', async () => {
    const root = folder(goFiles('cmd/x.go', 'cmdline/x.go', 'net/x.go', 'net/a/internal/x.go', 'net/a/internal/b/x.go'));
    expect(await foldersOf(root, './cmd...')).toEqual(['cmd', 'cmdline']);
    expect(await foldersOf(root, './.../internal')).toEqual(['net/a/internal']);
    expect(await foldersOf(root, './n.../internal/...')).toEqual(['net/a/internal', 'net/a/internal/b']);
  });

  test('symbolic links to folders are not followed, but a link that is named is', async () => {
    const root = folder(goFiles('real/x.go'));
    symlinkSync('real', join(root, 'link'));
    symlinkSync('..', join(root, 'real', 'circle'));
    expect(await foldersOf(root)).toEqual(['real']);
    expect(await foldersOf(root, 'link')).toEqual(['link']);
    expect(await foldersOf(root, 'link/...')).toEqual(['link']);
  });
});

describe('what is named', () => {
  test('a folder is itself, without those below', async () => {
    const root = folder(goFiles('a/x.go', 'a/b/x.go'));
    for (const pattern of ['a', './a', 'a/', join(root, 'a')]) expect(await foldersOf(root, pattern)).toEqual(['a']);
  });

  test('files name their folder and themselves', async () => {
    const root = folder(goFiles('a/x.go', 'a/y.go', 'a/z.go', 'b/x.go'));
    expect(await foldersOf(root, 'b/x.go', './a/z.go', join(root, 'a', 'x.go'))).toEqual(['a: x.go z.go', 'b: x.go']);
  });

  test('Go rules and hidden names do not matter', async () => {
    const root = folder(goFiles('testdata/x.go', 'vendor/m/x.go', '_a/_b.go', '.c/x.go'));
    expect(await foldersOf(root, 'testdata', 'vendor/m', '_a/_b.go', '.c')).toEqual(['.c', '_a: _b.go', 'testdata', 'vendor/m']);
  });

  test('patterns add up, also across modules and outside of the working directory', async () => {
    const root = folder({
      ...goFiles('m/a/x.go', 'm/a/y.go', 'n/b/x.go'),
      'm/go.mod': 'module m\n',
      'n/go.mod': 'module n\n',
    });
    const discovery = await findFolders(['a/x.go', 'a', '../n/...', 'a/y.go'], join(root, 'm'));
    expect(folders(discovery, root)).toEqual(['m/a', 'n/b']);
  });

  test('a path that looks like a glob is that path', async () => {
    const root = folder(goFiles('[id]/x.go', 'i/x.go'));
    expect(await foldersOf(root, '[id]')).toEqual(['[id]']);
  });
});

describe('globs', () => {
  test('match files', async () => {
    const root = folder(goFiles('x.go', 'a/x.go', 'a/y.go', 'a/b/z.go'));
    expect(await foldersOf(root, '**/*.go')).toEqual(['.: x.go', 'a: x.go y.go', 'a/b: z.go']);
    expect(await foldersOf(root, 'a/{x,b/z}.go')).toEqual(['a: x.go', 'a/b: z.go']);
    expect(await foldersOf(root, join(root, 'a', '[xy].go'))).toEqual(['a: x.go y.go']);
  });

  test('match folders, each without those below', async () => {
    const root = folder({
      ...goFiles('pkg/a/x.go', 'pkg/b/x.go', 'pkg/b/c/x.go', 'pkg/self.go'),
      'pkg/doc/README.md': '',
    });
    expect(await foldersOf(root, 'pkg/*')).toEqual(['pkg: self.go', 'pkg/a', 'pkg/b']);
    expect(await foldersOf(root, 'pkg/*/...')).toEqual(['pkg/a', 'pkg/b', 'pkg/b/c']);
  });

  test('pass by what ... passes by, unless they spell it out', async () => {
    const root = folder(goFiles('a/testdata/x.go', 'a/_b/x.go', 'a/_y.go', 'a/.c/x.go', 'a/vendor/m/x.go', 'a/x.go'));
    expect(await foldersOf(root, '**/*.go')).toEqual(['a: x.go']);
    expect(await foldersOf(root, '*/testdata/*.go')).toEqual(['a/testdata: x.go']);
    expect(await foldersOf(root, '*/_b/*.go')).toEqual(['a/_b: x.go']);
    expect(await foldersOf(root, '*/.c/*.go')).toEqual(['a/.c: x.go']);
    expect(await foldersOf(root, '*/vendor/**/*.go')).toEqual(['a/vendor/m: x.go']);
    expect(await foldersOf(root, 'a/testdata/*.go')).toEqual(['a/testdata: x.go']);
  });

  test('may lead out of the folder in which they start', async () => {
    const root = folder(goFiles('a/x.go', 'b/x.go', 'c/x.go'));
    const discovery = await findFolders(['{.,../b}/*.go'], join(root, 'a'));
    expect(folders(discovery, root)).toEqual(['a: x.go', 'b: x.go']);
    expect(await foldersOf(root, '[ab]/../c')).toEqual(['c']);
  });

  test('name test files only if they say so', async () => {
    const root = folder(goFiles('x.go', 'x_test.go'));
    expect(await foldersOf(root, '*.go')).toEqual(['.: x.go']);
    expect(await foldersOf(root, '*_test.go')).toEqual(['.: x_test.go']);
    expect(await foldersOf(folder(goFiles('x_test.go')), '*.go')).toEqual([]);
  });

  test('do not follow links to folders', async () => {
    const root = folder(goFiles('real/x.go'));
    symlinkSync('real', join(root, 'link'));
    expect(await foldersOf(root, '**/*.go')).toEqual(['real: x.go']);
  });
});

describe('complaints', () => {
  test('a missing path is an error', async () => {
    const root = folder({ LICENSE: '' });
    const remedy = 'no such file or folder; check the spelling and the working directory';
    expect(await complaintsOf(root, 'nosuch', 'LICENSE/x', 'no/...')).toEqual([
      `error: nosuch: ${remedy}`,
      `error: LICENSE/x: ${remedy}`,
      `error: no/...: ${remedy}`,
    ]);
  });

  test('an import path is told from a path', async () => {
    const root = folder(goFiles('example.com/x/x.go'));
    const remedy = 'no such file or folder; patterns are paths, not import paths: write ./... or ./pkg/...';
    expect(await complaintsOf(root, 'github.com/x/y/...', 'std', 'all')).toEqual([
      `error: github.com/x/y/...: ${remedy}`,
      `error: std: ${remedy}`,
      `error: all: ${remedy}`,
    ]);
    expect(await foldersOf(root, 'example.com/x/...')).toEqual(['example.com/x']);
  });

  test('an empty pattern and a file with /... are errors', async () => {
    const root = folder(goFiles('a.go'));
    expect(await complaintsOf(root, '', 'a.go/...')).toEqual([
      'error: an empty pattern names nothing; ./... is everything below this folder',
      'error: a.go: a file, so there is nothing below it; write it without /...',
    ]);
  });

  test('standard input has to be named', async () => {
    expect(await complaintsOf(folder({}), '-')).toEqual([
      'error: -: name the file that standard input stands for, since the files beside it count too: --stdin-filename x.go',
    ]);
  });

  test('a folder without Go files is a warning', async () => {
    const root = folder(goFiles('a/b/x.go'));
    expect(await complaintsOf(root, 'a')).toEqual([
      'warning: a: no Go files in this folder; write a/... to include the folders below it',
    ]);
  });

  test('a pattern that matches nothing is a warning, and the others are analysed', async () => {
    const root = folder({ ...goFiles('a/x.go'), 'doc/README.md': '' });
    const remedy =
      'check the spelling (testdata, vendored, hidden and git-ignored files count only where they are named)';
    expect(await complaintsOf(root, 'doc/...', '*.go', 'nosuch/*', 'doc/*')).toEqual([
      `warning: doc/...: no Go files match; ${remedy}`,
      `warning: *.go: no Go files match; ${remedy}`,
      `warning: nosuch/*: no Go files match; ${remedy}`,
      `warning: doc/*: no Go files match; ${remedy}`,
    ]);
    expect(folders(await findFolders(['*.go', 'a', 'nosuch'], root), root)).toEqual(['a']);
  });

  test('a file that is not Go is a warning', async () => {
    const root = folder({ 'README.md': '' });
    expect(await complaintsOf(root, 'README.md')).toEqual([
      'warning: README.md: not a Go file, its name does not end in .go; it is left out',
    ]);
  });

  test('a named broken link is an error', async () => {
    const root = folder(goFiles('a.go'));
    symlinkSync('gone.go', join(root, 'b.go'));
    expect(await complaintsOf(root, 'b.go')).toEqual(['error: b.go: cannot be read (broken symbolic link); it is left out']);
  });

  test('a named FIFO is an error, and nobody waits for it', async (context) => {
    const root = folder(goFiles('a.go'));
    if (!succeeds(root, 'mkfifo', 'pipe.go')) context.skip('mkfifo is not installed');
    const why = 'cannot be read (not a regular file)';
    expect(await complaintsOf(root, 'pipe.go')).toEqual([`error: pipe.go: ${why}; it is left out`]);
  });

  test('a folder that vanished, or that may not be read, is one warning', async (context) => {
    const root = folder(goFiles('a/x.go', 'b/x.go'));
    chmodSync(join(root, 'a'), 0);
    if (isReadable(join(root, 'a'))) context.skip('this user may read everything');
    const why = 'the folder cannot be read (permission denied)';
    expect(await complaintsOf(root)).toEqual([`warning: a: ${why}; it is left out`]);
    expect(await complaintsOf(root, 'a')).toEqual([`warning: a: ${why}; it is left out`]);
    expect(await complaintsOf(root, '**/*.go')).toEqual([`warning: a: ${why}; such folders are left out`]);
    expect(folders(await findFolders(['**/*.go'], root), root)).toEqual(['b: x.go']);
    chmodSync(join(root, 'a'), 0o700);
  });

  test('hostile names are escaped', async () => {
    const root = folder({ 'a\nerror: all is well\x1b[2J\u202e/README.md': '' });
    expect(await complaintsOf(root, 'a\nerror: all is well\x1b[2J\u202e')).toEqual([
      'warning: a\\u000aerror: all is well\\u001b[2J\\u202e: no Go files in this folder; ' +
        'write a\\u000aerror: all is well\\u001b[2J\\u202e/... to include the folders below it',
    ]);
  });

  test('the same complaint is made once', async () => {
    expect(await complaintsOf(folder({}), 'x', 'x')).toHaveLength(1);
  });

  test('a working directory that is gone is an error', async () => {
    const root = folder({});
    mkdirSync(join(root, 'gone'));
    const { complaints } = await findFolders([], join(root, 'gone', 'below'));
    expect(complaints.map(({ severity }) => severity)).toEqual(['error']);
  });
});

function isReadable(dir: string): boolean {
  try {
    readdirSync(dir);
    return true;
  } catch {
    return false;
  }
}
