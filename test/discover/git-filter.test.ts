import { renameSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { TestContext } from 'vitest';
import { findFolders } from '../../src/discover/patterns.ts';
import { folder, succeeds } from '../built-program.ts';

const go = 'package p\n';

/** A real checkout with these files. Skips the test where git cannot be run. */
function checkout(context: TestContext, files: Readonly<Record<string, string>>): string {
  const root = folder(files);
  if (!succeeds(root, 'git', 'init', '--quiet')) context.skip('git is not installed');
  return root;
}

/** Wanted folders and files relative to the root: `a` for a whole folder, `a/x.go` for a file. */
async function wanted(root: string, cwd: string, ...patterns: readonly string[]): Promise<readonly string[]> {
  const { folders } = await findFolders(patterns, cwd);
  return folders
    .flatMap(({ dir, named }) => (named === 'all' ? [dir] : named))
    .map((path) => relative(root, path) || '.');
}

describe('in a checkout', () => {
  test('ignored folders are not walked', async (context) => {
    const root = checkout(context, {
      '.gitignore': 'gen/\n/top\n',
      'a/gen/x.go': go,
      'gen/x.go': go,
      'top/x.go': go,
      'a/top/x.go': go,
    });
    expect(await wanted(root, root)).toEqual(['a/top']);
  });

  test('ignored files inform, but nothing is reported in them', async (context) => {
    const root = checkout(context, {
      '.gitignore': '*.pb.go\n',
      'x.go': go,
      'x.pb.go': go,
      'x_test.go': go,
      'a/y.pb.go': go,
      'b/x.go': go,
    });
    expect(await wanted(root, root)).toEqual(['x.go', 'b']);
  });

  test('deeper files win, and hold for what is below them only', async (context) => {
    const root = checkout(context, {
      '.gitignore': '*_gen.go\n',
      'a/.gitignore': '!keep_gen.go\n/b/\nc/d/\nany/\n',
      'a/keep_gen.go': go,
      'a/b/x.go': go,
      'a/e/any/x.go': go,
      'a/c/d/x.go': go,
      'a/e/c/d/x.go': go,
      'b/x.go': go,
      'b/keep_gen.go': go,
    });
    expect(await wanted(root, root)).toEqual(['a', 'a/e/c/d', 'b/x.go']);
  });

  test('wildcards in the name of a folder are letters for the rules inside it', async (context) => {
    const root = checkout(context, { '[ab]/.gitignore': 'x.go\n', '[ab]/x.go': go, '[ab]/y.go': go, 'a/x.go': go });
    expect(await wanted(root, root)).toEqual(['[ab]/y.go', 'a']);
  });

  test('rules above the working directory count, and info/exclude', async (context) => {
    const root = checkout(context, { '.gitignore': 'a/gen/\n', 'a/gen/x.go': go, 'a/b/x.go': go, 'a/local/x.go': go });
    const exclude = folder({ exclude: 'local\n' });
    renameSync(join(exclude, 'exclude'), join(root, '.git', 'info', 'exclude'));
    expect(await wanted(root, join(root, 'a'))).toEqual(['a/b']);
  });

  test('the rules hold below the static part of a glob', async (context) => {
    const root = checkout(context, {
      '.gitignore': 'gen/\n*.pb.go\n',
      'a/gen/x.go': go,
      'a/x.go': go,
      'a/x.pb.go': go,
    });
    expect(await wanted(root, root, '**/*.go')).toEqual(['a/x.go']);
    expect(await wanted(root, root, 'a/gen/*.go')).toEqual(['a/gen/x.go']);
  });

  test('a path that is named explicitly is always analysed', async (context) => {
    const root = checkout(context, {
      '.gitignore': 'gen/\nx.go\n',
      'gen/x.go': go,
      'gen/y.go': go,
      'gen/a/y.go': go,
      'b/x.go': go,
    });
    expect(await wanted(root, root, 'gen')).toEqual(['gen']);
    expect(await wanted(root, root, 'gen/x.go', 'b/x.go')).toEqual(['b/x.go', 'gen/x.go']);
    expect(await wanted(root, root, 'gen/...')).toEqual(['gen', 'gen/a']);
    expect(await wanted(root, root, 'gen/a/...')).toEqual(['gen/a']);
  });

  test('an ignored folder that is walked obeys the rules inside it', async (context) => {
    const root = checkout(context, {
      '.gitignore': 'gen/\n',
      'gen/.gitignore': 'tmp/\n',
      'gen/tmp/x.go': go,
      'gen/a/x.go': go,
    });
    expect(await wanted(root, root, 'gen/...')).toEqual(['gen/a']);
  });

  test('a checkout inside of it obeys its own rules', async (context) => {
    const root = checkout(context, {
      '.gitignore': 'x.go\n',
      'sub/.gitignore': 'y.go\n',
      'sub/x.go': go,
      'sub/y.go': go,
      'z.go': go,
    });
    succeeds(join(root, 'sub'), 'git', 'init', '--quiet');
    expect(await wanted(root, root)).toEqual(['.', 'sub/x.go']);
  });

  test('upper and lower case are one where the checkout says so', async (context) => {
    const root = checkout(context, { '.gitignore': 'GEN/\n', 'gen/x.go': go, 'a/x.go': go });
    succeeds(root, 'git', 'config', 'core.ignorecase', 'false');
    expect(await wanted(root, root)).toEqual(['a', 'gen']);
    succeeds(root, 'git', 'config', 'core.ignorecase', 'true');
    expect(await wanted(root, root)).toEqual(['a']);
  });

  test('a worktree shares the info/exclude of its repository', async (context) => {
    const root = checkout(context, { 'main/a/x.go': go });
    const main = join(root, 'main');
    const identity = ['-c', 'user.name=a', '-c', 'user.email=a@example.com'];
    succeeds(main, 'git', 'init', '--quiet');
    succeeds(main, 'git', ...identity, 'commit', '--quiet', '--allow-empty', '--message', 'a');
    if (!succeeds(main, 'git', 'worktree', 'add', '--quiet', '../tree'))
      context.skip('git cannot make a worktree here');
    const more = folder({ exclude: 'gen/\n', 'gen/x.go': go, 'a/x.go': go });
    renameSync(join(more, 'exclude'), join(main, '.git', 'info', 'exclude'));
    for (const name of ['gen', 'a']) renameSync(join(more, name), join(root, 'tree', name));
    expect(await wanted(root, join(root, 'tree'))).toEqual(['tree/a']);
  });
});

test('outside of a checkout .gitignore means nothing', async () => {
  const root = folder({ '.gitignore': 'gen/\n', 'gen/x.go': go });
  expect(await wanted(root, root)).toEqual(['gen']);
});
