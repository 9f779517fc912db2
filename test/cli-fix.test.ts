import { spawnSync } from 'node:child_process';
import { chmodSync, readFileSync, readdirSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { assetPath } from '../src/assets.ts';
import { temporaryFolder } from './discover/temporary-folder.ts';
import { sarifErrors } from './report/validate-sarif.ts';

// Each test starts the program several times, on machines that have other things to do.
vi.setConfig({ testTimeout: 60_000 });

// The built program, as a user runs it. `npm test` builds it first.
const program = assetPath('dist/src/cli.cjs');

const leak = `package p

import "time"

func wait(done chan struct{}) {
	t := time.NewTicker(time.Second)
	for {
		select {
		case <-t.C:
		case <-done:
			return
		}
	}
}
`;
const mended = leak.replace('NewTicker(time.Second)\n', 'NewTicker(time.Second)\n\tdefer t.Stop()\n');

/** A leak that stays: in a loop a defer would be wrong. */
const kept = `package p

import "time"

func each(work func()) {
	for range 3 {
		t := time.NewTicker(time.Second)
		<-t.C
		work()
	}
}
`;

const old = { 'go.mod': 'module m\n\ngo 1.22\n' };
const new_ = { 'go.mod': 'module m\n\ngo 1.24\n' };

interface Result {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function run(cwd: string, ...args: readonly string[]): Result {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '' },
  });
  return { code: status, out: stdout, err: stderr };
}

function read(dir: string, name: string): string {
  return readFileSync(join(dir, name), 'utf8');
}

describe('--fix', () => {
  test('mends the file, reports what is left, exits 1, and has nothing to do the next time', () => {
    const dir = temporaryFolder({ ...old, 'a.go': leak, 'sub/b.go': leak });
    expect(run(dir, '--fix')).toEqual({ code: 1, out: '', err: 'golint-leaks: 2 packages, 2 files, no findings; 2 fixed in 2 files\n' });
    expect([read(dir, 'a.go'), read(dir, 'sub/b.go')]).toEqual([mended, mended]);
    expect(run(dir, '--fix')).toEqual({ code: 0, out: '', err: 'golint-leaks: 2 packages, 2 files, no findings\n' });
    expect([read(dir, 'a.go'), read(dir, 'sub/b.go')]).toEqual([mended, mended]);
    expect(readdirSync(dir).sort()).toEqual(['a.go', 'go.mod', 'sub']);
  });

  test('reports the findings that stay where they are now', () => {
    const dir = temporaryFolder({ ...old, 'a.go': `${leak}\nfunc each() {\n\tfor {\n\t\tt := time.NewTicker(1)\n\t\t<-t.C\n\t}\n}\n` });
    const { code, out, err } = run(dir, '--fix');
    expect(code).toBe(1);
    expect(out.split('\n')[0]).toMatch(/^a\.go:19:8: error: ticker "t"/);
    expect(read(dir, 'a.go').split('\n')[18]).toContain('NewTicker(1)');
    expect(err).toContain('1 finding (1 error); 1 fixed in 1 file');
  });

  test('leaves a file that it cannot mend byte for byte', () => {
    const dir = temporaryFolder({ ...old, 'a.go': kept });
    expect(run(dir, '--fix').code).toBe(1);
    expect(read(dir, 'a.go')).toBe(kept);
  });

  test('keeps carriage returns, a byte order mark and the mode', () => {
    const dir = temporaryFolder({ ...old, 'a.go': `\ufeff${leak.replaceAll('\n', '\r\n')}` });
    chmodSync(join(dir, 'a.go'), 0o640);
    expect(run(dir, '--fix').err).toContain('1 fixed in 1 file');
    expect(read(dir, 'a.go')).toBe(`\ufeff${mended.replaceAll('\n', '\r\n')}`);
    expect(statSync(join(dir, 'a.go')).mode & 0o777).toBe(0o640);
  });

  test('takes the indentation of the line, whatever gofmt would say', () => {
    const dir = temporaryFolder({ ...old, 'a.go': leak.replaceAll('\t', '  ') });
    run(dir, '--fix');
    expect(read(dir, 'a.go')).toBe(mended.replaceAll('\t', '  '));
  });

  test('says of a read-only file that it stays, and reports its finding', () => {
    const dir = temporaryFolder({ ...old, 'a.go': leak, 'b.go': leak.replace('wait', 'wait2') });
    chmodSync(join(dir, 'a.go'), 0o444);
    const { code, out, err } = run(dir, '--fix');
    expect(code).toBe(1);
    expect(err).toBe(
      'golint-leaks: a.go: it is not fixed: it is read-only\ngolint-leaks: 1 package, 2 files, 1 finding (1 warning); 1 fixed in 1 file\n',
    );
    expect(out.split('\n')[0]).toMatch(/^a\.go:6:7: warning/);
    expect(read(dir, 'a.go')).toBe(leak);
    expect(read(dir, 'b.go')).toBe(mended.replace('wait', 'wait2'));
  });

  test('writes through no symbolic link', () => {
    const outside = temporaryFolder({ ...old, 'a.go': leak });
    const dir = temporaryFolder({ ...old, 'b.go': 'package p\n' });
    symlinkSync(join(outside, 'a.go'), join(dir, 'a.go'));
    symlinkSync(outside, join(dir, 'linked'));
    const { code, err } = run(dir, '--fix', './...', 'linked/a.go');
    expect(code).toBe(1);
    expect(err).toContain('a.go: it is not fixed: a symbolic link leads to it');
    expect(err).toContain('linked/a.go: it is not fixed: a symbolic link leads to it');
    expect(read(outside, 'a.go')).toBe(leak);
  });

  test('leaves generated files, suppressed findings and files with a syntax error alone', () => {
    const files = {
      'broken.go': `${leak.replace('wait', 'broken')}\nfunc half( {\n`,
      'generated.go': `// Code generated by hand. DO NOT EDIT.\n\n${leak.replace('wait', 'generated')}`,
      'suppressed.go': leak
        .replace('wait', 'suppressed')
        .replace('(time.Second)', '(time.Second) //nolint:ticker-not-stopped // on purpose'),
    };
    const dir = temporaryFolder({ ...old, ...files });
    run(dir, '--fix');
    for (const [name, text] of Object.entries(files)) expect(read(dir, name), name).toBe(text);
  });

  test('mends only the named file of a package', () => {
    const dir = temporaryFolder({ ...old, 'a.go': leak, 'b.go': leak.replace('wait', 'wait2') });
    expect(run(dir, '--fix', 'a.go').err).toContain('1 fixed in 1 file');
    expect(read(dir, 'a.go')).toBe(mended);
    expect(read(dir, 'b.go')).toBe(leak.replace('wait', 'wait2'));
  });

  test('mends what fails the run: notes only where --fail-on says so, and something also with never', () => {
    const dir = temporaryFolder({ ...new_, 'a.go': leak });
    expect(run(dir, '--fix').code).toBe(0);
    expect(read(dir, 'a.go')).toBe(leak);
    expect(run(dir, '--fix', '--fail-on', 'note').code).toBe(1);
    expect(read(dir, 'a.go')).toBe(mended);
    const other = temporaryFolder({ ...old, 'a.go': leak });
    expect(run(other, '--fix', '--fail-on', 'error').code).toBe(0);
    expect(read(other, 'a.go')).toBe(leak);
    expect(run(other, '--fix', '--fail-on', 'never').code).toBe(1);
    expect(read(other, 'a.go')).toBe(mended);
  });

  test('mends only for the rules that run', () => {
    const dir = temporaryFolder({ ...old, 'a.go': leak });
    expect(run(dir, '--fix', '--rule', 'blocked-send').code).toBe(0);
    expect(read(dir, 'a.go')).toBe(leak);
  });
});

describe('--diff', () => {
  test('prints what --fix would change, exits 1 and changes nothing', () => {
    const dir = temporaryFolder({ ...old, 'a.go': leak, 'b.go': kept });
    const { code, out, err } = run(dir, '--diff');
    expect(code).toBe(1);
    expect(out).toBe(
      '--- a/a.go\n+++ b/a.go\n@@ -4,6 +4,7 @@\n \n func wait(done chan struct{}) {\n \tt := time.NewTicker(time.Second)\n'
      + '+\tdefer t.Stop()\n \tfor {\n \t\tselect {\n \t\tcase <-t.C:\n',
    );
    expect(err).toBe('golint-leaks: 1 package, 2 files, 2 findings (1 error, 1 warning); 1 can be fixed in 1 file\n');
    expect(read(dir, 'a.go')).toBe(leak);
  });

  test('is what git applies, and then it is what --fix makes', () => {
    const dir = temporaryFolder({ ...old, 'a.go': leak.replaceAll('\n', '\r\n') });
    const { status } = spawnSync('git', ['apply', '--whitespace=nowarn', '-'], { cwd: dir, input: run(dir, '--diff').out });
    expect(status).toBe(0);
    expect(read(dir, 'a.go')).toBe(mended.replaceAll('\n', '\r\n'));
  });

  test('goes to --output, and is empty where there is nothing to mend', () => {
    const dir = temporaryFolder({ ...old, 'a.go': leak, 'c/c.go': 'package c\n' });
    expect(run(dir, '--diff', '--output', 'd.patch').out).toBe('');
    expect(read(dir, 'd.patch')).toContain('+\tdefer t.Stop()');
    expect(run(dir, '--diff', './c')).toMatchObject({ code: 0, out: '' });
  });

  test('is not given together with --fix', () => {
    const dir = temporaryFolder({ ...old, 'a.go': leak });
    expect(run(dir, '--fix', '--diff')).toEqual({
      code: 2,
      out: '',
      err: 'golint-leaks: --fix writes and --diff only shows; give one of them.\n',
    });
    expect(read(dir, 'a.go')).toBe(leak);
  });
});

describe('the edits in reports', () => {
  /** The text with edits made, by lines and columns as an editor would. */
  function edited(
    text: string,
    edits: readonly { line: number; column: number; endLine: number; endColumn: number; text: string }[],
  ): string {
    const starts = text.split('\n').reduce<number[]>((sums, line) => [...sums, (sums[sums.length - 1] ?? 0) + line.length + 1], [0]);
    return edits
      .toReversed()
      .reduce(
        (now, { line, column, endLine, endColumn, text: added }) =>
          now.slice(0, (starts[line - 1] ?? 0) + column - 1) + added + now.slice((starts[endLine - 1] ?? 0) + endColumn - 1),
        text,
      );
  }

  test('JSON has them, and they make what --fix makes', () => {
    const dir = temporaryFolder({ ...old, 'a.go': leak, 'b.go': kept });
    const { findings }: { findings: readonly { path: string; edits: Parameters<typeof edited>[1] }[] } = JSON.parse(
      run(dir, '--format', 'json').out,
    );
    expect(findings.map(({ path, edits }) => [path, edits.length])).toEqual([['a.go', 1], ['b.go', 0]]);
    expect(edited(leak, findings[0]?.edits ?? [])).toBe(mended);
  });

  test('after --fix only those that are left and hold have edits', () => {
    const dir = temporaryFolder({ ...old, 'a.go': leak, 'b.go': leak.replace('wait', 'wait2'), 'c.go': kept });
    chmodSync(join(dir, 'b.go'), 0o444);
    const { findings }: { findings: readonly { path: string; edits: readonly object[] }[] } = JSON.parse(
      run(dir, '--fix', '--format', 'json').out,
    );
    expect(findings.map(({ path, edits }) => [path, edits.length])).toEqual([['b.go', 1], ['c.go', 0]]);
  });

  test('SARIF has them as fixes, none for what is suppressed or broken', () => {
    const dir = temporaryFolder({ ...old, 'a.go': leak, 'broken.go': `${leak.replace('wait', 'broken')}\nfunc half( {\n` });
    const log: unknown = JSON.parse(run(dir, '--format', 'sarif').out);
    expect(sarifErrors(log)).toEqual([]);
    expect(log).toMatchObject({ runs: [{ results: [{ fixes: [{ description: { text: 'Write defer t.Stop().' } }] }, {}] }] });
    expect(JSON.stringify(log).match(/"fixes"/g)).toHaveLength(1);
  });
});
