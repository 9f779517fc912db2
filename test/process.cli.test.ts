import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folder, goMod, leakyFile, program, repository, run, runProcess, start } from './built-program.ts';

const leaky = {
  'go.mod': goMod,
  'a.go': leakyFile('wait'),
  'sub/b.go': leakyFile('other').replace('package p', 'package sub'),
};

describe('the built program, started as users start it', () => {
  const dir = repository(leaky);

  // What the other tests run in a thread is the same program.
  test.each([
    [[]], [['-q', '--format', 'json', './...']], [['sub']], [['--version']], [['rules', '--help']], [['explain', 'ticker-not-stopped']],
    [['--fromat']], [['nowhere.go', 'a.go']], [['--new-from-rev', 'HEAD']], [['--config', 'none.yaml']],
  ])('gives the same as in a thread: %j', (args) => {
    const result = runProcess(dir, ...args);
    expect(result).toEqual(run(dir, ...args));
    expect(`${result.out}${result.err}`).not.toBe('');
  });

  test('says findings on one stream, all else on the other, and the outcome by its exit code', () => {
    expect(runProcess(dir)).toEqual({
      code: 1,
      out: expect.stringMatching(/^a\.go:6:7: warning: /),
      err: 'golint-leaks: 2 packages, 2 files, 2 findings (2 warnings)\n',
    });
    expect(runProcess(folder({ 'a.go': 'package p\n' }))).toEqual({
      code: 0,
      out: '',
      err: 'golint-leaks: 1 package, 1 file, no findings\n',
    });
    expect(runProcess(dir, '--no-such-flag')).toEqual({
      code: 2,
      out: '',
      err: expect.stringMatching(/^golint-leaks: the flag .*\.\n$/),
    });
  });

  test('reads standard input, writes files, and mends what it finds', () => {
    const own = folder(leaky);
    const piped = start(own, 'sh', [
      '-c',
      `"${process.execPath}" "${program}" -q --stdin-filename c.go --format concise < a.go`,
    ]);
    expect(piped).toMatchObject({ code: 1, out: expect.stringMatching(/^c\.go:6:7: /), err: '' });
    expect(runProcess(own, '-qo', 'report.txt', '--fix')).toMatchObject({ code: 1, out: '' });
    expect(readFileSync(join(own, 'a.go'), 'utf8')).toContain('defer t.Stop()');
  });
});
