import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { commit, folder, git, goMod, leakyFile, plainEnv, repository, write } from './built-program.ts';
import { logOf, runStep, step } from './github-step.ts';

describe('the step that runs', () => {
  const workspace = repository({ 'go.mod': goMod, 'a.go': leakyFile('f'), 'sub dir/b.go': leakyFile('g') });

  test.each([
    ['push', {}, 'true'],
    ['pull_request', { HEAD_REPOSITORY: 'owner/name' }, 'true'],
    ['pull_request', { HEAD_REPOSITORY: 'fork/name' }, 'false'],
    // The repository of the fork is gone.
    ['pull_request', { HEAD_REPOSITORY: '' }, 'false'],
    ['pull_request', { HEAD_REPOSITORY: 'owner/name', GITHUB_ACTOR: 'dependabot[bot]' }, 'false'],
    ['pull_request_target', { HEAD_REPOSITORY: 'owner/name' }, 'false'],
    ['push', { UPLOAD: 'false' }, 'false'],
    ['pull_request', { HEAD_REPOSITORY: 'fork/name', UPLOAD: 'true' }, 'true'],
  ])('on %s with %j it uploads: %s; else findings are annotations', (event, env, upload) => {
    const ran = step(workspace, { GITHUB_EVENT_NAME: event, ...env });
    expect(ran.outputs['upload']).toBe(upload);
    expect(ran.out.startsWith('::warning ')).toBe(upload === 'false');
    if (upload === 'false') expect(ran.out).toMatch(/^::warning title=ticker-not-stopped,file=a\.go,line=6,/);
  });

  test.each([
    ['200', 'true', 'true'],
    ['404', 'true', 'true'],
    ['403', 'true', 'false'],
    ['403', 'false', 'true'],
    ['000', 'true', 'true'],
  ])(
    'auto asks whether a private repository has code scanning: answer %s, private %s, uploads: %s',
    (answer, isPrivate, upload) => {
      const calls = join(folder(), 'calls');
      const bin = folder({ curl: `#!/bin/bash\ncat > /dev/null\necho "$*" >> ${calls}\nprintf ${answer}\n` });
      chmodSync(join(bin, 'curl'), 0o755);
      const ran = step(workspace, { PRIVATE: isPrivate, PATH: `${bin}${delimiter}${plainEnv['PATH'] ?? ''}` });
      expect(ran).toMatchObject({ code: 0, outputs: { upload } });
      if (isPrivate === 'true') expect(readFileSync(calls, 'utf8')).toContain('/repos/owner/name/code-scanning/alerts');
      else expect(existsSync(calls)).toBe(false);
      expect(existsSync(calls) && readFileSync(calls, 'utf8').includes('secret')).toBe(false);
    },
  );

  test('inputs are words, never commands', () => {
    const mark = join(folder(), 'mark');
    const evil = `$(touch ${mark}) \`touch ${mark}\` ; touch ${mark} # * ' "`;
    const events = { PUSHED_FROM: 'push', QUEUED_ON: 'merge_group' } as const;
    for (const name of [
      'PATTERNS', 'ARGS', 'DIRECTORY', 'FAIL_ON', 'SARIF_FILE', 'UPLOAD', 'CATEGORY', 'HEAD_REPOSITORY', 'GITHUB_BASE_REF',
      'PUSHED_FROM', 'QUEUED_ON',
    ] as const) {
      step(workspace, {
        GITHUB_EVENT_NAME: name === 'PUSHED_FROM' || name === 'QUEUED_ON' ? events[name] : 'pull_request',
        ONLY_NEW: 'true',
        [name]: evil,
      });
    }
    step(workspace, { ONLY_NEW: evil });
    runStep('install', workspace, { VERSION: evil, ACTION_PATH: folder() });
    runStep('Result', workspace, { CODE: evil });
    expect(existsSync(mark)).toBe(false);
  });

  test('patterns and flags are split at blanks and line ends; a pattern is never a flag', () => {
    expect(logOf(step(workspace, { PATTERNS: 'a.go\n', ARGS: '--strict\n  --rule ticker-not-stopped' })).files).toEqual(
      ['a.go'],
    );
    expect(logOf(step(workspace, { PATTERNS: '*.go' })).files).toEqual(['a.go']);
    expect(step(workspace, { PATTERNS: '--output=evil.go' }).outputs['exit-code']).toBe('2');
    expect(existsSync(join(workspace, 'evil.go'))).toBe(false);
  });
});

describe('only-new', () => {
  const origin = repository({ 'go.mod': goMod, 'old.go': leakyFile('old') });
  const base = git(origin, 'rev-parse', 'HEAD');
  git(origin, 'switch', '-q', '-c', 'feature');
  write(origin, { 'new.go': leakyFile('fresh') });
  commit(origin);
  const head = git(origin, 'rev-parse', 'HEAD');
  git(origin, 'switch', '-q', 'main');
  write(origin, { 'later.go': leakyFile('later') });
  commit(origin);
  git(origin, 'merge', '-q', '--no-ff', '-m', 'merge', 'feature');
  const merged = git(origin, 'rev-parse', 'HEAD');
  git(origin, 'update-ref', 'refs/pull/1/merge', 'HEAD');
  git(origin, 'reset', '-q', '--hard', 'HEAD^1');

  /** What actions/checkout leaves: one commit checked out, detached; the branches of the remote. */
  function checkout(revision: string, depth: number): string {
    const dir = join(folder(), 'workspace');
    git(origin, 'init', '-q', dir);
    git(dir, 'remote', 'add', 'origin', `file://${origin}`);
    const refs =
      depth === 0
        ? ['+refs/heads/*:refs/remotes/origin/*', '+refs/pull/1/merge:refs/remotes/pull/1/merge']
        : ['+refs/pull/1/merge:refs/remotes/pull/1/merge'];
    git(dir, 'fetch', '-q', ...(depth === 0 ? [] : [`--depth=${depth}`]), 'origin', ...refs);
    git(dir, 'checkout', '-q', '--detach', revision);
    return dir;
  }

  const request = {
    ONLY_NEW: 'true',
    GITHUB_EVENT_NAME: 'pull_request',
    GITHUB_BASE_REF: 'main',
    HEAD_REPOSITORY: 'owner/name',
  };

  test('a pull request: what its merge brings to the base, or what its head has since the base', () => {
    expect(logOf(step(checkout(merged, 0), { ...request, GITHUB_SHA: merged })).files).toEqual(['new.go']);
    expect(logOf(step(checkout(merged, 2), { ...request, GITHUB_SHA: merged })).files).toEqual(['new.go']);
    expect(logOf(step(checkout(head, 0), { ...request, GITHUB_SHA: merged })).files).toEqual(['new.go']);
  });

  test('a push and a merge group: what came since the commit before', () => {
    const dir = checkout(head, 0);
    expect(logOf(step(dir, { ONLY_NEW: 'true', PUSHED_FROM: base })).files).toEqual(['new.go']);
    expect(logOf(step(dir, { ONLY_NEW: 'true', GITHUB_EVENT_NAME: 'merge_group', QUEUED_ON: base })).files).toEqual([
      'new.go',
    ]);
    // A new branch has no commit before, a scheduled run neither: everything counts.
    expect(logOf(step(dir, { ONLY_NEW: 'true', PUSHED_FROM: '0'.repeat(40) })).files).toEqual(['new.go', 'old.go']);
    expect(logOf(step(dir, { ONLY_NEW: 'true', GITHUB_EVENT_NAME: 'schedule' })).files).toEqual(['new.go', 'old.go']);
  });

  test('a shallow checkout: what to write into the workflow', () => {
    const ran = step(checkout(merged, 1), { ...request, GITHUB_SHA: merged });
    expect(ran.outputs).toEqual({ 'exit-code': '2', upload: 'false', 'sarif-file': '' });
    expect(ran.out).toMatch(
      /^::error title=golint-leaks::golint-leaks: --new-from-rev .*the clone is shallow; run git fetch --unshallow[^,]*, or give actions\/checkout fetch-depth: 0$/m,
    );
  });
});
