import { join } from 'node:path';
import { expect, test } from 'vitest';
import { git } from '../../src/changes/git.ts';
import { folder, git as realGit, plainEnv, succeeds, write } from '../built-program.ts';

test.skipIf(process.platform === 'win32')(
  'git that waits for a pipe in its configuration is ended, and that is said',
  ({ skip }) => {
    const root = folder();
    realGit(root, 'init', '-q');
    skip(!succeeds(root, 'mkfifo', 'pipe'), 'mkfifo is not installed');
    write(root, { '.git/config': `[include]\n\tpath = ${join(root, 'pipe')}\n` });
    const began = performance.now();
    expect(() => git({ root, env: plainEnv, patience: 500 }, ['rev-parse', 'HEAD'])).toThrow(
      'git rev-parse gave no answer within 1 s and was ended; look whether its configuration includes a pipe',
    );
    expect(performance.now() - began).toBeLessThan(10_000);
  },
);
