import { chmodSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { rules } from '../rules/index.ts';
import { folder, goMod, leakyFile, places, run } from './built-program.ts';
import { sarifErrors } from './report/validate-sarif.ts';

const leak = leakyFile('wait');
const file = '.golint-leaks.yaml';
const module = { 'go.mod': goMod };

const pool = `package p

import (
	"context"

	"example.com/pool"
)

func query(ctx context.Context, p *pool.Pool) error {
	conn, err := p.Get(ctx)
	if err != nil {
		return err
	}
	if err := conn.Exec("x"); err != nil {
		return err
	}
	conn.Release()
	return nil
}

func deferred(ctx context.Context) error {
	conn, err := pool.Open(ctx)
	if err != nil {
		return err
	}
	defer conn.Release()
	return conn.Exec("x")
}
`;

const resources = `resources:
  - id: conn-not-returned
    noun: connection
    released: returned
    acquire: [example.com/pool.Open, (*example.com/pool.Pool).Get]
    type: "*example.com/pool.Conn"
    release: Release
    uses: [Exec, Query]
`;

describe('which file counts', () => {
  test('the nearest that sets a value, up to the root of the module', () => {
    const dir = folder({
      [file]: 'strict: [nonsense above the module is not read',
      'm/go.mod': goMod, [`m/${file}`]: 'rules: {ticker-not-stopped: off}\nexclude: [gen]\n',
      'm/a.go': leak, 'm/gen/a.go': leak, 'm/sub/a.go': leak, 'm/sub/gen/a.go': leak, 'm/sub/deep/a.go': leak,
      [`m/sub/${file}`]: 'rules: {ticker-not-stopped: note}\n',
      [`m/sub/deep/${file}`]: 'rules: {blocked-send: off}\n',
    });
    const { code, out, err } = run(join(dir, 'm'));
    expect({ code, at: places({ code, out, err }) }).toEqual({ code: 0, at: ['sub/a.go:6:7', 'sub/deep/a.go:6:7'] });
    expect(out).toMatch(/^sub\/a\.go:6:7: note: /);
    expect(err).toBe('golint-leaks: 3 packages, 3 files, no findings, 2 notes; 2 files excluded by the configuration\n');
  });

  test('up to the root of the git checkout, across modules; not beyond', () => {
    const dir = folder({
      'repo/go.mod': goMod,
      'repo/m/go.mod': goMod,
      'repo/m/a.go': leak,
      [`repo/${file}`]: 'tests: off\nrules: {ticker-not-stopped: off}\n',
    });
    mkdirSync(join(dir, 'repo/.git'));
    expect(run(join(dir, 'repo/m')).code).toBe(0);
    mkdirSync(join(dir, 'repo/m/.git'));
    expect(run(join(dir, 'repo/m')).code).toBe(1);
  });

  test('outside of both only the one in the folder itself', () => {
    const dir = folder({ 'a/a.go': leak, [`a/${file}`]: 'rules: {ticker-not-stopped: off}\n', 'a/b/a.go': leak });
    expect(places(run(dir))).toEqual(['a/b/a.go:6:7']);
  });

  test('that it is there does not depend on the working directory', () => {
    const dir = folder({ ...module, 'sub/a.go': leak, [`sub/${file}`]: 'rules: {ticker-not-stopped: error}\n' });
    expect(run(dir, 'sub').out).toMatch(/^sub\/a\.go:6:7: error: /);
    expect(run(join(dir, 'sub')).out).toMatch(/^a\.go:6:7: error: /);
  });
});

describe('its keys', () => {
  const withConfig = (text: string, files: Readonly<Record<string, string>> = { 'a.go': leak }): string =>
    folder({ ...module, [file]: text, ...files });

  test('rules: a level, which decides the exit code, or off', () => {
    expect(run(withConfig('rules: {ticker-not-stopped: error}'), '--fail-on', 'error')).toMatchObject({
      code: 1,
      out: expect.stringContaining(': error: '),
    });
    expect(run(withConfig('rules: {ticker-not-stopped: note}'))).toMatchObject({ code: 0, out: expect.stringContaining(': note: ') });
    expect(run(withConfig('rules: {ticker-not-stopped: off}'))).toMatchObject({ code: 0, out: '' });
  });

  test('rules: a suppression of a rule that is off is not called unused, and unused suppressions can be off', () => {
    const suppressed = { 'a.go': leak.replace('time.Second)', 'time.Second) //nolint:ticker-not-stopped // why') };
    expect(run(withConfig('rules: {ticker-not-stopped: off}', suppressed)).out).toBe('');
    const unused = { 'a.go': 'package p\n\nvar x = 1 //nolint:ticker-not-stopped\n' };
    expect(run(withConfig('', unused)).out).toContain('(unused-suppression)');
    expect(run(withConfig('rules: {unused-suppression: off}', unused)).out).toBe('');
    expect(run(withConfig('rules: {unused-suppression: error}', unused)).code).toBe(1);
  });

  test('--rule runs a rule that is off', () => {
    expect(run(withConfig('rules: {ticker-not-stopped: off}'), '--rule', 'ticker-not-stopped').code).toBe(1);
  });

  test('exclude: also what is named, which stays part of its package; a word says so', () => {
    const field =
      'package p\n\nimport "time"\n\ntype s struct{ tick *time.Ticker }\n\nfunc (x *s) run() {\n\tx.tick = time.NewTicker(1)\n\t<-x.tick.C\n}\n';
    const dir = withConfig('exclude: ["close*.go"]\nstrict: true', {
      'a.go': field,
      'close.go': `${leak}\nfunc (x *s) Close() { x.tick.Stop() }\n`,
    });
    expect(run(dir)).toMatchObject({ code: 0, out: '' });
    expect(run(dir, 'close.go')).toEqual({
      code: 0,
      out: '',
      err: 'golint-leaks: nothing to analyse: all that is named is left out, such as tests, generated files and go.mod; 1 file excluded by the configuration\n',
    });
  });

  test('go-version and strict: a flag wins', () => {
    const dir = withConfig('go-version: 1.23\n');
    expect(run(dir).out).toContain(': note: ');
    expect(run(dir, '--go-version', '1.22').out).toContain(': warning: ');
    const helper = {
      'a.go': `${leak.replace('time.NewTicker(time.Second)', 'newTicker()')}\nfunc newTicker() *time.Ticker { return time.NewTicker(1) }\n`,
    };
    const strict = withConfig('strict: true', helper);
    expect([run(strict).code, run(strict, '--no-strict').code]).toEqual([1, 0]);
    const lax = withConfig('strict: false', helper);
    expect([run(lax).code, run(lax, '--strict').code]).toEqual([0, 1]);
  });

  test('tests: findings in test files are off unless they are on; what is said of the package does not depend on it', () => {
    const files = {
      'a.go':
        'package p\n\nimport "time"\n\ntype s struct{ tick *time.Ticker }\n\nfunc (x *s) run() {\n\tx.tick = time.NewTicker(1)\n\t<-x.tick.C\n}\n',
      'a_test.go': `${leak}\nfunc stopForTest(x *s) { x.tick.Stop() }\n`,
      'x_test.go': leakyFile('outside').replace('package p', 'package p_test'),
    };
    const off = run(withConfig('strict: true', files));
    expect(places(off)).toEqual(['a.go:8:11']);
    expect(run(withConfig('tests: off', files), 'a_test.go').err).toContain('a_test.go: findings in test files are off; it is left out');
    const on = withConfig('tests: on\nstrict: true', files);
    expect(places(run(on))).toEqual(['a.go:8:11', 'a_test.go:6:7', 'x_test.go:6:7']);
    expect(run(on).err).toBe('golint-leaks: 3 packages, 3 files, 1 finding (1 warning), 2 notes\n');
    expect(places(run(on, 'a_test.go'))).toEqual(['a_test.go:6:7']);
  });
});

describe('resources become rules like the built-in ones', () => {
  const dir = folder({ ...module, 'a.go': pool, [file]: resources });

  test('found by the same engine, failed calls and deferred releases understood', () => {
    const { code, out } = run(dir);
    expect(code).toBe(1);
    expect(out.split('\n')[0]).toBe(
      'a.go:10:15: warning: connection "conn" from p.Get is not returned when the function returns at line 15 (conn-not-returned)',
    );
    expect(out.match(/\(conn-not-returned\)/g)).toHaveLength(1);
    expect(out).toContain('fix: Write defer conn.Release() ');
  });

  test('of a method alone, of a function alone', () => {
    const only = (acquire: string): string => resources.replace(/acquire: .*/, `acquire: ${acquire}`);
    const opened = pool
      .replace('defer conn.Release()', '')
      .replace('return conn.Exec("x")', 'if err := conn.Exec("x"); err != nil {\n\t\treturn err\n\t}\n\tconn.Release()\n\treturn nil');
    expect(places(run(folder({ ...module, 'a.go': opened, [file]: only('(*example.com/pool.Pool).Get') })))).toEqual(['a.go:10:15']);
    expect(places(run(folder({ ...module, 'a.go': opened, [file]: only('example.com/pool.Open') })))).toEqual(['a.go:22:15']);
  });

  test('listed, explained, chosen by --rule', () => {
    expect(run(dir, 'rules').out).toContain(
      '\nconn-not-returned  A connection that is not returned on every way out of the function that acquired it\n',
    );
    const page = run(dir, 'explain', 'conn-not-returned').out;
    expect([...page.matchAll(/^#+ .*$/gm)].map(([heading]) => heading)).toEqual([
      '# conn-not-returned', '## What', '## Why it leaks', '## Fix', '## When not to use it',
    ]);
    expect(run(dir, '--rule', 'conn-not-returned').code).toBe(1);
    expect(run(dir, '--rule', 'ticker-not-stopped').code).toBe(0);
    expect(run(dir, 'explain', 'conn-not-return')).toMatchObject({ code: 2, err: expect.stringContaining('conn-not-returned') });
  });

  test('with a level, or off', () => {
    expect(run(folder({ ...module, 'a.go': pool, [file]: `${resources}rules: {conn-not-returned: note}\n` })).out).toContain(': note: ');
    expect(run(folder({ ...module, 'a.go': pool, [file]: `${resources}rules: {conn-not-returned: off}\n` })).out).toBe('');
  });

  test('in SARIF, with their page', () => {
    const log: unknown = JSON.parse(run(dir, '--format', 'sarif').out);
    expect(sarifErrors(log)).toEqual([]);
    expect(log).toMatchObject({
      runs: [
        {
          tool: {
            driver: {
              rules: expect.arrayContaining([
                expect.objectContaining({
                  id: 'conn-not-returned',
                  name: 'ConnNotReturned',
                  help: { text: expect.stringContaining('## Fix'), markdown: expect.anything() },
                }),
              ]),
            },
          },
          results: [{ ruleId: 'conn-not-returned', ruleIndex: rules.length }],
        },
      ],
    });
  });

  test('suppressible; an unused suppression is reported', () => {
    const suppressed = folder({
      ...module,
      'a.go': pool.replace('p.Get(ctx)', 'p.Get(ctx) //nolint:conn-not-returned // pooled'),
      [file]: resources,
    });
    expect(run(suppressed)).toEqual({ code: 0, out: '', err: 'golint-leaks: 1 package, 1 file, no findings; 1 suppressed\n' });
    const unused = folder({ ...module, 'a.go': 'package p\n\nvar x = 1 //nolint:conn-not-returned\n', [file]: resources });
    expect(run(unused).out).toContain('(unused-suppression)');
  });

  test('in force below their file only', () => {
    const nested = folder({ ...module, 'a.go': pool, 'sub/a.go': pool, [`sub/${file}`]: resources });
    expect(places(run(nested))).toEqual(['sub/a.go:10:15']);
  });

  test('one id, one rule', () => {
    const one = folder({ ...module, 'a/a.go': pool, 'b/a.go': pool, [`a/${file}`]: resources, [`b/${file}`]: resources });
    expect(run(one)).toEqual({
      code: 2,
      out: '',
      err: `golint-leaks: b/${file}:2:5: the id "conn-not-returned" is taken by a/${file}:2; choose another one.\n`,
    });
    const twice = folder({ ...module, 'a.go': pool, [file]: resources + resources.replace('resources:\n', '') });
    expect(run(twice)).toMatchObject({
      code: 2,
      err: expect.stringContaining(`${file}:9:5: the id "conn-not-returned" is taken by ${file}:2; choose another one.`),
    });
  });
});

describe('what makes no sense is one sentence and exit code 2', () => {
  test.each([
    ['rulez: {}', /^golint-leaks: \.golint-leaks\.yaml:1:1: the key "rulez" is not known; did you mean "rules"\?\n$/],
    ['strict: [', /^golint-leaks: \.golint-leaks\.yaml:1:\d+: not valid YAML .*\n$/],
    ['rules: {"\x1b[2Jx": off}', /^golint-leaks: \.golint-leaks\.yaml:1:9: not valid YAML .*|there is no rule .*\n$/],
    [
      `exclude: ["${'x'.repeat(1_000_000)}"]`,
      /^golint-leaks: \.golint-leaks\.yaml:1:1: the configuration file is larger than 64 KB; shorten it\.\n$/,
    ],
    [`a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\n`, /^golint-leaks: \.golint-leaks\.yaml:2:8: the alias "\*a" is not followed; .*\n$/],
    ['{'.repeat(50_000), /^golint-leaks: \.golint-leaks\.yaml:1:1: more than 1000 brackets, .*\n$/],
  ])('%.20j', (text, sentence) => {
    const { code, out, err } = run(folder({ ...module, 'a.go': leak, [file]: text }));
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(sentence);
    expect(err).not.toContain('\x1b');
  });

  test('a file with the other ending, at the root', () => {
    const dir = folder({ ...module, 'sub/a.go': leak, '.golint-leaks.yml': 'strict: true\n' });
    expect(run(dir)).toMatchObject({
      code: 2,
      err: expect.stringContaining('.golint-leaks.yml:1:1: no configuration file: rename it to .golint-leaks.yaml'),
    });
  });

  test('a folder, a broken link, a file that may not be read', () => {
    const dir = folder({ ...module, 'a.go': leak });
    mkdirSync(join(dir, file));
    expect(run(dir)).toMatchObject({ code: 2, err: expect.stringContaining('this is a folder') });
    const unreadable = folder({ ...module, 'a.go': leak, [file]: '' });
    chmodSync(join(unreadable, file), 0);
    if (process.getuid?.() !== 0) expect(run(unreadable)).toMatchObject({ code: 2, err: expect.stringContaining('permission denied') });
    const looped = folder({ ...module, 'a.go': leak });
    symlinkSync(file, join(looped, file));
    expect(run(looped)).toMatchObject({ code: 2, err: expect.stringContaining('symbolic links in a circle') });
    const broken = folder({ ...module, 'a.go': leak });
    symlinkSync('nowhere', join(broken, file));
    expect(run(broken)).toMatchObject({ code: 2, err: expect.stringContaining('broken symbolic link') });
  });
});

describe('overrides, fail-on and format', () => {
  const tree = { ...module, 'a.go': leak, 'cmd/b.go': leak, 'cmd/sub/c.go': leak };
  const levels = (dir: string, ...args: readonly string[]): readonly string[] =>
    [...run(dir, '--format', 'concise', '--cache', 'off', ...args).out.matchAll(/^(\S+?):\d+:\d+: (\w+): /gm)].map(([, path, level]) => `${path} ${level}`);

  test('levels by rule and glob in one file', () => {
    const dir = folder({
      ...tree, [file]: 'rules: {ticker-not-stopped: error}\noverrides:\n  - {files: [cmd/**], rules: {ticker-not-stopped: off}}\n  - {files: [c.go], rules: {ticker-not-stopped: note}}\n',
    });
    expect(levels(dir, '--fail-on', 'note')).toEqual(['a.go error', 'cmd/sub/c.go note']);
    expect(run(dir, 'config', 'cmd/b.go').out).toMatch(new RegExp(`rules\\.ticker-not-stopped +off +${file}:3`));
  });

  test('a rule that is off may be on for some files; a file further down wins over both', () => {
    const dir = folder({
      ...tree, [file]: 'rules: {ticker-not-stopped: off}\noverrides:\n  - {files: [cmd/], rules: {ticker-not-stopped: error}}\n',
      [`cmd/sub/${file}`]: 'rules: {ticker-not-stopped: warning}\n',
    });
    expect(levels(dir)).toEqual(['cmd/b.go error', 'cmd/sub/c.go warning']);
  });

  test('a directive for a rule that is off for its file is not unused', () => {
    const dir = folder({
      ...module, 'a.go': leak.replace(/(time\.NewTicker\(.*\))$/m, '$1 //nolint:ticker-not-stopped'), [file]: 'overrides: [{files: [a.go], rules: {ticker-not-stopped: off}}]\n',
    });
    expect(levels(dir)).toEqual([]);
  });

  test('fail-on is that of the folder of a finding, and a flag wins', () => {
    const dir = folder({ ...tree, [`cmd/${file}`]: 'fail-on: error\n' });
    expect(run(dir, 'cmd/...').code).toBe(0);
    expect(run(dir).code).toBe(1);
    expect(run(dir, 'cmd/...', '--fail-on', 'warning').code).toBe(1);
    expect(run(dir, 'config', 'cmd').out).toMatch(new RegExp(`^fail-on +error +cmd/${file}:1$`, 'm'));
  });

  test('format is that of the working directory, and a flag wins', () => {
    const dir = folder({ ...tree, [file]: 'format: concise\n' });
    expect(run(dir, 'a.go').out).toMatch(/^a\.go:[^\n]*\n$/);
    expect(run(dir, 'a.go', '--format', 'text').out).toContain('  fix: ');
  });

  test.each(['.golint-leaks.yml', 'golint-leaks.yaml', 'golint-leaks.yml', '.golint-leaks.json', '.golintleaks.yaml'])('%s is no configuration file, which is said', (name) => {
    const dir = folder({ ...module, 'a.go': leak, [name]: 'strict: true\n' });
    expect(run(dir)).toMatchObject({ code: 2, out: '', err: `golint-leaks: ${name}:1:1: no configuration file: rename it to ${file}.\n` });
  });

  test('a resource that matches no call is said, but only where all was looked at', () => {
    const dir = folder({ ...module, 'a.go': leak, [file]: resources });
    expect(run(dir).err).toContain(`golint-leaks: warning: ${file}:2: the resource conn-not-returned matches no call; write acquire (`);
    expect(run(dir, 'a.go').err).not.toContain('matches no call');
    expect(run(dir, '--quiet').err).toBe('');
    expect(run(dir, '--rule', 'ticker-not-stopped').err).not.toContain('matches no call');
  });
});

describe('config', () => {
  test('prints what is in force for a file, and where it comes from', () => {
    const dir = folder({
      ...module, [file]: `strict: true\nexclude: [gen]\n${resources}`, 'sub/a.go': leak, 'gen/a.go': leak,
      [`sub/${file}`]: '# nearer\nrules: {ticker-not-stopped: note}\n',
    });
    const { code, out } = run(dir, 'config', 'sub/a.go');
    expect(code).toBe(0);
    const lines = out.split('\n').map((line) => line.trim().split(/ {2,}/));
    expect(lines[0]).toEqual(['# in force for sub/a.go']);
    expect(lines).toEqual(
      expect.arrayContaining([
        ['go-version', '1.22', 'go.mod:3'],
        ['strict', 'true', `${file}:1`],
        ['tests', 'off', 'default'],
        ['exclude', 'gen', `${file}:2`],
        ['rules.ticker-not-stopped', 'note', `sub/${file}:2`],
        ['rules.blocked-send', 'on', 'default'],
        ['rules.conn-not-returned', 'on', `${file}:4`],
      ]),
    );
    expect(run(dir, 'config', 'gen/a.go').out).toContain(`# not reported on: "gen" at ${file}:2 excludes it\n`);
    expect(run(dir, 'config').out).toContain('# in force for .\n');
    expect(run(dir, 'config', 'nowhere')).toMatchObject({ code: 2, err: expect.stringContaining('"nowhere"') });
  });
});

describe('init', () => {
  test('writes a commented file that changes nothing, and never overwrites one', () => {
    const dir = folder({ ...module, 'a.go': leak });
    const before = run(dir);
    expect(run(dir, 'init')).toMatchObject({ code: 0, err: '' });
    expect(run(dir)).toEqual(before);
    writeFileSync(join(dir, file), 'strict: true\n');
    expect(run(dir, 'init')).toMatchObject({ code: 2, out: '', err: expect.stringContaining('exists already') });
    expect(readFileSync(join(dir, file), 'utf8')).toBe('strict: true\n');
  });

  test('what it has commented out is right, and names every key and rule', () => {
    const dir = folder({ ...module, 'a.go': leak });
    run(dir, 'init');
    const text = readFileSync(join(dir, file), 'utf8').replace(/^#(?! \S|$)/gm, '');
    writeFileSync(join(dir, file), text.replace('ticker-not-stopped: warning', 'ticker-not-stopped: error'));
    expect(run(dir)).toMatchObject({ code: 1, out: expect.stringContaining(': error: ') });
    const parsed: { rules: object } = parse(text);
    expect(Object.keys(parsed)).toEqual([
      'rules', 'overrides', 'exclude', 'go-version', 'strict', 'notes', 'tests', 'fail-on', 'format', 'resources',
    ]);
    expect(Object.keys(parsed.rules)).toEqual(rules.map(({ id }) => id));
  });

  test('leaves a link that leads nowhere', () => {
    const dir = folder(module);
    symlinkSync('elsewhere', join(dir, file));
    expect(run(dir, 'init')).toMatchObject({ code: 2, err: expect.stringContaining('exists already') });
    expect(existsSync(join(dir, 'elsewhere'))).toBe(false);
  });
});
