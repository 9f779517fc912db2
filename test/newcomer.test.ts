import { cpSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { assetPath } from '../src/assets.ts';
import type { Result } from './run-in-thread.ts';
import { commit, folder, git, program, start, write } from './built-program.ts';

const readme = readFileSync(assetPath('README.md'), 'utf8');
const path = /^## The first ten minutes\n([\s\S]*?)^## /m.exec(readme)?.[1] ?? '';
const blocks = (language: string): readonly string[] =>
  [...path.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm'))].map(([, block = '']) => block);
const commands = blocks('sh').flatMap((block) => block.split('\n').filter((line) => line.startsWith('golint-leaks ')));

describe('the first ten minutes of the README', () => {
  const dir = folder();
  cpSync(assetPath('examples/cluster-info/leaky'), dir, { recursive: true });
  cpSync(assetPath('examples/cluster-info/go.mod'), join(dir, 'go.mod'));
  git(dir, 'init', '-q');
  commit(dir);
  git(dir, 'update-ref', 'refs/remotes/origin/main', 'HEAD');
  const shell = (command: string): Result =>
    start(dir, 'sh', ['-c', command.replace(/^golint-leaks /, `"${process.execPath}" "${program}" `)]);

  test('every command does what is said of it', () => {
    expect(commands).toHaveLength(4);
    const [look = '', explain = '', writeBaseline = '', useBaseline = ''] = commands;
    expect(shell(look)).toMatchObject({ code: 1, out: expect.stringContaining('(ticker-not-stopped)') });
    expect(shell(explain)).toMatchObject({ code: 0, out: expect.stringMatching(/^# ticker-not-stopped\n/) });
    expect(shell(writeBaseline)).toMatchObject({ code: 0, out: '' });
    expect(existsSync(join(dir, '.golint-leaks-baseline.json'))).toBe(true);
    expect(shell(useBaseline)).toMatchObject({ code: 0, out: '', err: expect.stringContaining('1 in the baseline') });
    const since = /`(golint-leaks --new-from-rev [^`]+)`/.exec(path)?.[1] ?? '';
    expect(shell(since)).toMatchObject({
      code: 0,
      out: '',
      err: expect.stringContaining('1 not new since origin/main'),
    });
  });

  test('the suppression suppresses, and the baseline then names what is gone', () => {
    const [line = ''] = blocks('go');
    const source = readFileSync(join(dir, 'retriever.go'), 'utf8');
    const comment = line.slice(line.indexOf('//')).trim();
    write(dir, { 'retriever.go': source.replace(/(time\.NewTicker\(.*\))$/m, `$1 ${comment}`) });
    expect(shell(commands[0] ?? '')).toMatchObject({ code: 0, out: '', err: expect.stringContaining('1 suppressed') });
    expect(shell(commands[3] ?? '').err).toContain('no longer exist: retriever.go (ticker-not-stopped)');
  });

  test('the workflow is the one of docs/github, the hook one that exists', () => {
    const [hook = '', workflow = ''] = blocks('yaml');
    expect(parse(workflow)).toEqual(parse(readFileSync(assetPath('docs/github/pull-requests.yml'), 'utf8')));
    const hooks: readonly { readonly id: string }[] = parse(readFileSync(assetPath('.pre-commit-hooks.yaml'), 'utf8'));
    expect(parse(hook)).toMatchObject({ repos: [{ hooks: [{ id: hooks[0]?.id }] }] });
  });
});
