import { existsSync, lstatSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folder, goMod, leakyFile, program, run, runWith, start } from './built-program.ts';
import { sarifErrors } from './report/validate-sarif.ts';
import { readXml } from './report/read-xml.ts';

const leaky = { 'go.mod': goMod, 'a.go': leakyFile('wait') };

describe('formats', () => {
  const dir = folder(leaky);

  test('github: workflow commands', () => {
    expect(run(dir, '--format', 'github')).toMatchObject({
      code: 1,
      out: expect.stringMatching(
        /^::warning title=ticker-not-stopped,file=a\.go,line=6,endLine=6,col=7,endColumn=34::a\.go:6:7: ticker "t" .* \(ticker-not-stopped\)%0AWrite .*\n$/,
      ),
    });
  });

  test('github: a summary of the step, with what is new and what is gone', () => {
    const own = folder({ ...leaky, 'summary.md': 'before\n' });
    const summary = { GITHUB_STEP_SUMMARY: join(own, 'summary.md') };
    const at = (...args: readonly string[]) => runWith({ env: summary }, own, ...args);
    at('--baseline', 'b.json', '--write-baseline');
    expect(readFileSync(join(own, 'summary.md'), 'utf8')).toBe('before\n');
    writeFileSync(join(own, 'a.go'), leakyFile('wait').replace('time.Second', '2*time.Second'));
    expect(at('--format', 'github', '--baseline', 'b.json').code).toBe(1);
    const text = readFileSync(join(own, 'summary.md'), 'utf8');
    expect(text).toMatch(/^before\n### golint-leaks: 1 warning\n/);
    expect(text).toContain('| ticker-not-stopped | 1 | 1 |\n');
    expect(text).toContain('| a.go:6:7 | warning | ticker "t" ');
    const nowhere = runWith({ env: { GITHUB_STEP_SUMMARY: join(own, 'no', 'such') } }, own, '--format', 'github');
    expect(nowhere).toMatchObject({ code: 1, err: expect.stringContaining('warning: $GITHUB_STEP_SUMMARY') });
  });

  test('concise: one line for each finding', () => {
    expect(run(dir, '--format', 'concise').out).toMatch(
      /^a\.go:6:7: warning: ticker "t" [^\n]* \(ticker-not-stopped\)\n$/,
    );
  });

  test('rdjson: for reviewdog, with the fix', () => {
    expect(JSON.parse(run(dir, '--format', 'rdjson').out)).toMatchObject({
      source: { name: 'golint-leaks' },
      diagnostics: [
        {
          severity: 'WARNING',
          code: { value: 'ticker-not-stopped' },
          location: { path: 'a.go', range: { start: { line: 6, column: 7 } } },
          suggestions: [{ text: expect.stringContaining('defer t.Stop()') }],
        },
      ],
    });
  });

  test('gitlab: a list of entries', () => {
    expect(JSON.parse(run(dir, '--format', 'gitlab').out)).toMatchObject([
      { check_name: 'ticker-not-stopped', severity: 'major', location: { path: 'a.go', lines: { begin: 6 } } },
    ]);
  });

  test('checkstyle and junit: XML', () => {
    expect(readXml(run(dir, '--format', 'checkstyle').out).children[0]).toMatchObject({
      name: 'file',
      attributes: { name: 'a.go' },
    });
    expect(readXml(run(dir, '--format', 'junit').out)).toMatchObject({
      name: 'testsuites',
      attributes: { failures: '1' },
    });
    const clean = folder({ 'a.go': 'package p\n' });
    expect(readXml(run(clean, '--format', 'checkstyle').out).children).toEqual([]);
    expect(readXml(run(clean, '--format', 'junit').out)).toMatchObject({ attributes: { failures: '0' } });
  });

  test('several at once, each into its file, one to standard output', () => {
    const { code, out } = run(dir, '--format', 'sarif=leaks.sarif', '--format', 'text', '--format', 'junit=junit.xml', './...');
    expect({ code, first: out.split(' ')[0] }).toEqual({ code: 1, first: 'a.go:6:7:' });
    expect(sarifErrors(JSON.parse(readFileSync(join(dir, 'leaks.sarif'), 'utf8')))).toEqual([]);
    expect(readXml(readFileSync(join(dir, 'junit.xml'), 'utf8')).name).toBe('testsuites');
    expect(run(dir, '--format', 'json=only.json')).toMatchObject({ code: 1, out: '' });
  });
});

describe('a report in a file', () => {
  test('replaces an old one, through a link, and leaves nothing else behind', () => {
    const place = folder({ 'reports/real.json': 'old '.repeat(100_000) });
    symlinkSync('reports/real.json', join(place, 'link.json'));
    expect(run(folder(leaky), '--format', `json=${join(place, 'link.json')}`).code).toBe(1);
    expect(lstatSync(join(place, 'link.json')).isSymbolicLink()).toBe(true);
    expect(JSON.parse(readFileSync(join(place, 'reports/real.json'), 'utf8'))).toMatchObject({ findings: [{}] });
    expect([readdirSync(place).sort(), readdirSync(join(place, 'reports'))]).toEqual([
      ['link.json', 'reports'],
      ['real.json'],
    ]);
  });

  test('that cannot be written leaves the old one as it was, and says so', () => {
    const dir = folder({ ...leaky, 'file/x': '' });
    for (const target of ['no/such/out.sarif', 'file', 'file/x/out.sarif']) {
      const { code, err } = run(dir, '--format', `sarif=${target}`);
      expect(code, target).toBe(2);
      expect(err).toMatch(new RegExp(`^golint-leaks: ${target}: the report cannot be written \\(.*\\); .*\\n$`));
    }
    expect(readdirSync(dir).sort()).toEqual(['a.go', 'file', 'go.mod']);
  });

  test('is never a part of one: on a full disk the old one stays', ({ skip }) => {
    skip(!existsSync('/dev/full'), 'there is no /dev/full');
    const dir = folder({ ...leaky, 'old.json': 'old' });
    // What is no regular file is written into, as far as it takes.
    expect(run(dir, '--format', 'json=/dev/full')).toMatchObject({
      code: 2,
      err: expect.stringContaining('no space left'),
    });
    // A limit on the size of files stops the writing in the middle.
    const limited = start(dir, 'bash', [
      '-c',
      `trap '' XFSZ; ulimit -f 1; "${process.execPath}" "${program}" --format sarif=old.json`,
    ]);
    expect(limited.code).toBe(2);
    expect(readFileSync(join(dir, 'old.json'), 'utf8')).toBe('old');
    expect(readdirSync(dir).sort()).toEqual(['a.go', 'go.mod', 'old.json']);
  });

  test('goes into what is no regular file as it is', ({ skip }) => {
    skip(!existsSync('/dev/stdout'), 'there is no /dev/stdout');
    const dir = folder(leaky);
    expect(
      start(dir, 'bash', ['-c', `"${process.execPath}" "${program}" --format json=/dev/stdout | cat`]).out,
    ).toMatch(/^\{\n {2}"version"/);
  });
});

describe('usage', () => {
  const dir = folder(leaky);
  writeFileSync(join(dir, 'b.go'), 'package p\n');

  test.each([
    [['--format', 'sarif='], /--format "sarif=" needs a file name/],
    [['--format', 'xml=out.xml'], /"xml" is not known/],
    [['--format', 'text', '--format', 'json'], /more than once without a file/],
    [['--format', 'json=x', '--format', 'sarif=x'], /names the file "x" twice/],
    [['--format', 'json=x', '--format', 'sarif=./x'], /names the file ".\/x" twice/],
    [['--format', 'json=x', '--output', 'y'], /--output "y" goes with a single --format without a file/],
  ])('%j is refused in one sentence', (args, sentence) => {
    const { code, out, err } = run(dir, ...args);
    expect({ code, out, lines: err.trimEnd().split('\n').length }).toEqual({ code: 2, out: '', lines: 1 });
    expect(err).toMatch(sentence);
  });

  test('--output is the file of a single format', () => {
    expect(run(dir, '--format', 'json', '--output', 'out.json', 'a.go')).toMatchObject({ code: 1, out: '' });
    expect(JSON.parse(readFileSync(join(dir, 'out.json'), 'utf8'))).toMatchObject({ findings: [{}] });
  });
});
