import { chmodSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { assetPath } from '../src/assets.ts';
import type { Result } from './run-in-thread.ts';
import { folder, goMod, leakyFile, program, run, start } from './built-program.ts';
import { sarifErrors } from './report/validate-sarif.ts';

const leak = leakyFile('wait');
const old = { 'go.mod': goMod };
const finding =
  'a.go:6:7: warning: ticker "t" from time.NewTicker is not stopped when the function returns at line 11 (ticker-not-stopped)';

describe('a run', () => {
  test('prints findings to stdout, one closing line to stderr, and exits 1', () => {
    const { code, out, err } = run(folder({ ...old, 'a.go': leak, 'sub/b.go': 'package sub\n' }));
    expect(code).toBe(1);
    expect(out.split('\n')[0]).toBe(finding);
    expect(out).toContain('  line 10: by way of <-done\n');
    expect(err).toBe('golint-leaks: 2 packages, 2 files, 1 finding (1 warning)\n');
  });

  test('finds nothing: no output, exit 0', () => {
    expect(run(folder({ ...old, 'a.go': 'package p\n' }), './...')).toEqual({
      code: 0,
      out: '',
      err: 'golint-leaks: 1 package, 1 file, no findings\n',
    });
  });

  test('the go line decides the level, --go-version overrides it, --fail-on the exit code', () => {
    const dir = folder({ 'go.mod': 'module m\n\ngo 1.24\n', 'a.go': leak });
    expect(run(dir)).toMatchObject({ code: 0, err: 'golint-leaks: 1 package, 1 file, no findings, 1 note\n' });
    expect(run(dir, '--fail-on', 'note').code).toBe(1);
    expect(run(dir, '--go-version', '1.22').code).toBe(1);
    expect(run(dir, '--go-version', '1.22', '--fail-on', 'error').code).toBe(0);
    expect(run(dir, '--go-version=1.22', '--fail-on=never').code).toBe(0);
  });

  test('findings of medium confidence need --strict', () => {
    const helper =
      leak.replace('time.NewTicker(time.Second)', 'newTicker()')
      + '\nfunc newTicker() *time.Ticker { return time.NewTicker(1) }\n';
    const dir = folder({ ...old, 'a.go': helper });
    expect(run(dir).code).toBe(0);
    expect(run(dir, '--strict').out).toContain('ticker "t" from newTicker is not stopped');
  });

  test('only the named file is reported on, its siblings are read all the same', () => {
    const field = (body: string): string =>
      `package p\n\nimport "time"\n\ntype s struct{ tick *time.Ticker }\n\n${body}`;
    const dir = folder({
      ...old,
      'a.go': leak,
      'b.go': field('func (x *s) run() {\n\tx.tick = time.NewTicker(1)\n\t<-x.tick.C\n}\n'),
      'c.go': 'package p\n\nfunc (x *s) Close() { x.tick.Stop() }\n',
    });
    expect(run(dir, '--strict', 'b.go')).toMatchObject({ code: 0, out: '' });
    rmSync(join(dir, 'c.go'));
    expect(run(dir, '--strict', 'b.go').out).toMatch(
      /^b\.go:8:11: warning: no method of this package stops field "tick"/,
    );
  });

  test('several patterns, across modules, each file once', () => {
    const dir = folder({
      'one/go.mod': 'module one\ngo 1.20\n',
      'one/a.go': leak,
      'two/go.mod': 'module two\ngo 1.25\n',
      'two/a.go': leak,
    });
    const { out } = run(dir, 'two', 'one/...', 'one/a.go');
    expect(
      out
        .split('\n')
        .filter((line) => line.includes('(ticker-not-stopped)'))
        .map((line) => line.split(' ').slice(0, 2).join(' ')),
    ).toEqual(['one/a.go:6:7: warning:', 'two/a.go:6:7: note:']);
  });

  test('twice gives the same bytes', () => {
    const dir = folder({ ...old, 'b.go': leak.replace('wait', 'wait2'), 'a.go': leak });
    expect(run(dir, '--format', 'json')).toEqual(run(dir, '--format', 'json'));
  });
});

describe('reports', () => {
  test('sarif is valid, also when clean, and goes to a file', () => {
    const dir = folder({ ...old, 'a.go': leak });
    expect(run(dir, '--format', 'sarif', '--output', 'out.sarif')).toMatchObject({ code: 1, out: '' });
    const log: unknown = JSON.parse(readFileSync(join(dir, 'out.sarif'), 'utf8'));
    expect(sarifErrors(log)).toEqual([]);
    expect(log).toMatchObject({ runs: [{ results: [{
      ruleId: 'ticker-not-stopped',
      level: 'warning',
      locations: [{ physicalLocation: { artifactLocation: { uri: 'a.go' }, region: { startLine: 6, startColumn: 7 } } }],
      codeFlows: [{ threadFlows: [{ locations: [{}, {}, {}] }] }],
    }] }] });
    const clean: unknown = JSON.parse(run(folder({ 'a.go': 'package p\n' }), '--format', 'sarif').out);
    expect(sarifErrors(clean)).toEqual([]);
    expect(clean).toMatchObject({ runs: [{ results: [] }] });
  });

  test('json', () => {
    expect(JSON.parse(run(folder({ ...old, 'a.go': leak }), '--format', 'json').out)).toMatchObject({
      findings: [{ path: 'a.go', line: 6, rule: 'ticker-not-stopped' }],
    });
  });

  test('colours only when wanted', () => {
    const dir = folder({ ...old, 'a.go': leak });
    expect(run(dir).out).not.toContain('\x1b');
    expect(run(dir, '--color', 'always').out).toContain('\x1b[');
  });
});

describe('suppressions', () => {
  test('a directive with the rule, the tool or all suppresses; an unused one is a note', () => {
    const suppressed = (comment: string): Result =>
      run(folder({ ...old, 'a.go': leak.replace('time.Second)', `time.Second) ${comment}`) }));
    expect(suppressed('//nolint:ticker-not-stopped // one per process')).toEqual({
      code: 0,
      out: '',
      err: 'golint-leaks: 1 package, 1 file, no findings; 1 suppressed\n',
    });
    expect(suppressed('//nolint:golint-leaks').code).toBe(0);
    expect(suppressed('//lint:ignore ticker-not-stopped one per process').code).toBe(0);
    expect(suppressed('//nolint:errcheck').code).toBe(1);
    const unused = run(folder({ ...old, 'a.go': 'package p\n\nvar x = 1 //nolint:ticker-not-stopped\n' }));
    expect(unused).toMatchObject({ code: 0 });
    expect(unused.out).toMatch(/^a\.go:3:11: note: .*matches no finding \(unused-suppression\)\n/);
  });

  test('a directive is not unused where what it silences would only show with --strict', () => {
    const lookalikes = readFileSync(assetPath('rules/ticker-not-stopped/leaky/clock.go'), 'utf8');
    const dir = folder({ ...old, 'a.go': lookalikes.replaceAll(/\/\/ want .*/g, '//nolint:ticker-not-stopped') });
    expect(run(dir, '--strict').err).toMatch(/no findings; [1-9]\d* suppressed\n$/);
    expect(run(dir)).toMatchObject({ code: 0, out: '' });
  });
});

describe('bad input', () => {
  test('files that cannot be read are named, one line each; the rest is analysed', () => {
    const dir = folder({
      ...old,
      'a.go': leak,
      'binary.go': Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 0, 1]),
      'empty.go': '',
      'noclause.go': 'func f() {}\n',
      'gone.go': '',
    });
    rmSync(join(dir, 'gone.go'));
    symlinkSync(join(dir, 'nowhere.go'), join(dir, 'gone.go'));
    const { code, out, err } = run(dir);
    expect(code).toBe(1);
    expect(out.split('\n')[0]).toBe(finding);
    const lines = err.trimEnd().split('\n');
    expect(
      lines
        .map((line) => /(\w+)\.go: /.exec(line)?.[1])
        .filter((name) => name !== undefined)
        .sort(),
    ).toEqual(['binary', 'empty', 'gone', 'noclause']);
    expect(lines).toHaveLength(5);
  });

  test('an unreadable file is named', ({ skip }) => {
    skip(process.getuid?.() === 0, 'root may read everything');
    const dir = folder({ ...old, 'a.go': leak, 'secret.go': leak });
    chmodSync(join(dir, 'secret.go'), 0);
    expect(run(dir)).toMatchObject({ code: 1, err: expect.stringContaining('secret.go: ') });
  });

  test('a function with a syntax error is counted, the others are analysed', () => {
    const dir = folder({ ...old, 'a.go': `${leak}\nfunc broken() {\n\tt := time.NewTicker(1\n}\n` });
    const { code, err } = run(dir);
    expect(code).toBe(1);
    const line =
      'golint-leaks: warning: a.go:16: this declaration is not analysed (syntax error); mend it to have it looked at\n';
    expect(err).toBe(
      `${line}golint-leaks: 1 package, 1 file, 1 finding (1 warning); 1 declaration in 1 file could not be read\n`,
    );
    expect(run(dir, '--quiet').err).toBe(line);
  });

  test('a missing path is an error with exit code 2; the other patterns are still analysed', () => {
    const { code, out, err } = run(folder({ ...old, 'a.go': leak }), 'nowhere', 'a.go');
    expect(code).toBe(2);
    expect(out.split('\n')[0]).toBe(finding);
    expect(err.split('\n')[0]).toMatch(/nowhere/);
  });

  test('what is named and cannot be read is an error, what is met on the way a warning, also with --quiet', () => {
    const dir = folder({ ...old, 'a.go': 'package p\n' });
    symlinkSync('nowhere.go', join(dir, 'gone.go'));
    const line = 'gone.go: cannot be read (broken symbolic link); it is left out\n';
    expect(run(dir, '-q', 'gone.go')).toEqual({ code: 2, out: '', err: `golint-leaks: error: ${line}` });
    for (const pattern of ['./...', '.'])
      expect(run(dir, '-q', pattern), pattern).toEqual({ code: 0, out: '', err: `golint-leaks: warning: ${line}` });
  });

  test('a pattern that matches nothing, and a folder without Go files, are warnings', () => {
    const dir = folder({ ...old, 'docs/readme.txt': 'x' });
    for (const pattern of ['*.go', 'docs', './...']) {
      const { code, err } = run(dir, pattern);
      expect(code, pattern).toBe(0);
      expect(err.split('\n').filter((line) => line !== ''), pattern).toHaveLength(2);
    }
  });
});

test('a working directory that is gone is one sentence', ({ skip }) => {
  skip(process.platform === 'win32', 'Windows removes no folder that is in use');
  const line = `mkdir gone && cd gone && rmdir ../gone && "${process.execPath}" "${program}"`;
  expect(start(folder(), 'sh', ['-c', line])).toEqual({
    code: 2,
    out: '',
    err: 'golint-leaks: the working directory is gone; go to one that exists.\n',
  });
});

describe('usage', () => {
  const dir = folder({ 'a.go': 'package p\n' });

  test.each([
    [['--rule', 'nope'], /"nope".*ticker-not-stopped/],
    [
      ['--format', 'xml'],
      /"xml".*text, concise, json, sarif, github, gitlab, checkstyle, junit, html, rdjson, markdown/,
    ],
    [['--fail-on', 'all'], /"all".*error, warning, note, never/],
    [['--go-version', 'abc'], /"abc".*1\.22/],
    [['--color', 'blue'], /"blue".*auto, always, never/],
    [['--format', 'json', '--format', 'sarif'], /--format is given more than once without a file.*sarif=FILE/],
    [['--nonsense'], /nonsense.*--help/],
    [['explain', 'nope'], /"nope".*ticker-not-stopped/],
    [['--output', 'no/such/dir/out.sarif'], /no\/such\/dir/],
  ])('%j is refused in one sentence', (args, sentence) => {
    const { code, out, err } = run(dir, ...args);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err.trimEnd()).toMatch(sentence);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
  });

  test('rules, explain, --version and --help', () => {
    expect(run(dir, 'rules').out).toMatch(/^ticker-not-stopped {2}A time\.Ticker/);
    expect(run(dir, 'explain', 'ticker-not-stopped').out).toMatch(/^# ticker-not-stopped\n/);
    expect(run(dir, '--version').out).toMatch(/^\d+\.\d+\.\d+\n$/);
    const { code, out } = run(dir, '--help');
    expect(code).toBe(0);
    for (const flag of ['--format', '--output', '--rule', '--fail-on', '--go-version', '--strict', '--color'])
      expect(out).toContain(flag);
  });

  test('what is behind -- is a pattern, whatever it looks like', () => {
    const odd = folder({ ...old, '--quiet.go': leak, 'sub/b.go': leak });
    expect(run(odd, '--', '--quiet.go')).toMatchObject({ code: 1, err: expect.stringContaining('1 file, 1 finding') });
    expect(run(odd, 'sub', '--', '--quiet.go').err).toContain('2 findings');
    expect(run(odd, '--', 'rules')).toMatchObject({ code: 2, err: expect.stringContaining('rules: no such file') });
  });

  test('--rule may be repeated and does not swallow the patterns behind it', () => {
    expect(run(dir, '--rule', 'ticker-not-stopped', '--rule', 'ticker-not-stopped', 'a.go')).toMatchObject({ code: 0 });
  });
});
