import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { assetPath } from '../src/assets.ts';
import { folder, git, goMod, leakyFile, plainEnv, repository, start, succeeds, write } from './built-program.ts';
import type { Ran, Step } from './github-step.ts';
import { action, logOf, runStep, scripts, step, text } from './github-step.ts';

describe('action.yml', () => {
  test('is a composite action with the inputs that it promises', () => {
    expect(action.runs.using).toBe('composite');
    expect(Object.keys(action.inputs)).toEqual([
      'version', 'patterns', 'args', 'working-directory', 'fail-on', 'sarif-file', 'upload', 'category', 'only-new',
    ]);
  });

  test('never puts text of somebody else into a script', () => {
    expect(scripts.map(({ run }) => run).filter((run) => run.includes('${{'))).toEqual([]);
    expect(scripts.map(({ shell }) => shell)).toEqual(scripts.map(() => 'bash'));
  });

  test('gives each script the variables that it uses, and only those', () => {
    for (const { run, env = {} } of scripts) {
      const known = /^(?:GITHUB_\w+|RUNNER_TEMP)$/;
      // What is written in capitals comes from outside.
      const used = new Set(
        [...run.matchAll(/\$\{?([A-Z][A-Z_]+)/g)].map(([, name = '']) => name).filter((name) => !known.test(name)),
      );
      expect([...used].sort()).toEqual(Object.keys(env).sort());
    }
  });

  test('uses every input', () => {
    expect(Object.keys(action.inputs).filter((name) => !text.includes(`inputs.${name} }}`))).toEqual([]);
  });

  test('pleases shellcheck', ({ skip }) => {
    skip(!succeeds('/', 'shellcheck', '--version'), 'shellcheck is not installed');
    // SC2153 takes a variable in capitals for a slip of the other one; here they come from outside.
    for (const { run } of scripts) {
      const dir = folder({ 'step.sh': `#!/bin/bash\n${run}` });
      expect(start(dir, 'shellcheck', ['--severity=style', '--exclude=SC2153', 'step.sh'])).toEqual({
        code: 0,
        out: '',
        err: '',
      });
    }
  });
});

const workflows = readdirSync(assetPath('docs/github')).filter((name) => name.endsWith('.yml'));

describe('the actions that are named', () => {
  const used = [
    text,
    ...readdirSync(assetPath('docs/github')).map((name) => readFileSync(assetPath(`docs/github/${name}`), 'utf8')),
    readFileSync(assetPath('README.md'), 'utf8'),
  ]
    .flatMap((each) =>
      [...each.matchAll(/uses: ([\w.-]+\/[^@\s]+)@(\S+)(.*)/g)].map(([, name = '', revision = '', comment = '']) => ({
        name,
        revision,
        comment,
      })),
    );

  test('are pinned by commit, with the version as a comment, and each in one version', () => {
    expect(used.length).toBeGreaterThan(4);
    for (const { revision, comment } of used)
      expect(`${revision}${comment}`).toMatch(/^[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
    expect(new Set(used.map(({ name, revision }) => `${name}@${revision}`)).size).toBe(
      new Set(used.map(({ name }) => name)).size,
    );
  });

  test('please zizmor with all else that stands there', ({ skip }) => {
    skip(!succeeds('/', 'zizmor', '--version'), 'zizmor is not installed');
    const dir = folder({ 'action.yml': text });
    for (const name of readdirSync(assetPath('docs/github')))
      write(dir, {
        [`.github/workflows/${name}`]: readFileSync(assetPath(`docs/github/${name}`), 'utf8'),
      });
    const { code, out, err } = start(dir, 'zizmor', ['--offline', '--no-progress', '--persona=regular', '.']);
    expect(code, `${out}${err}`).toBe(0);
  });
});

describe('the workflows of docs/github', () => {
  interface Workflow {
    readonly permissions: object;
    readonly jobs: Readonly<
      Record<string, { readonly permissions: Readonly<Record<string, string>>; readonly steps: readonly Step[] }>
    >;
  }

  test.each(workflows)('%s has no permission but those of its job, and uses inputs that exist', (name) => {
    const workflow: Workflow = parse(readFileSync(assetPath(`docs/github/${name}`), 'utf8'));
    expect(workflow.permissions).toEqual({});
    for (const { permissions, steps } of Object.values(workflow.jobs)) {
      const [ours] = steps.filter(({ uses }) => uses?.startsWith('golint-leaks/golint-leaks@'));
      const inputs = ours?.with ?? {};
      expect(Object.keys(inputs).filter((input) => !(input in action.inputs))).toEqual([]);
      const uploads = ours
        ? String(inputs['upload'] ?? 'auto') !== 'false'
        : steps.some(({ uses }) => uses?.includes('/upload-sarif@'));
      expect(permissions['contents']).toBe('read');
      expect(permissions['security-events']).toBe(uploads ? 'write' : undefined);
      const needsHistory = String(inputs['only-new'] ?? 'false') === 'true';
      const checkout = steps.find(({ uses }) => uses?.startsWith('actions/checkout@'));
      expect(String(checkout?.with?.['fetch-depth'] ?? 1)).toBe(needsHistory ? '0' : '1');
    }
  });

  test('please actionlint, which checks the inputs against action.yml', ({ skip }) => {
    skip(!succeeds('/', 'actionlint', '--version'), 'actionlint is not installed');
    const dir = folder();
    mkdirSync(join(dir, '.github', 'workflows'), { recursive: true });
    cpSync(assetPath('action.yml'), join(dir, 'action.yml'));
    for (const name of workflows) {
      const local = readFileSync(assetPath(`docs/github/${name}`), 'utf8').replace(
        /golint-leaks\/golint-leaks@\S+/,
        './',
      );
      write(dir, { [`.github/workflows/${name}`]: local });
    }
    git(dir, 'init', '-q');
    expect(start(dir, 'actionlint', [])).toEqual({ code: 0, out: '', err: '' });
  });
});

describe('the step that runs', () => {
  const workspace = repository({ 'go.mod': goMod, 'a.go': leakyFile('f'), 'sub dir/b.go': leakyFile('g') });

  test('leaves the exit code to the last step, so that the upload comes first', () => {
    const ran = step(workspace);
    expect(ran).toMatchObject({ code: 0, outputs: { 'exit-code': '1', upload: 'true' } });
    expect(logOf(ran)).toEqual({ files: ['a.go', 'sub%20dir/b.go'], category: 'golint-leaks/' });
    expect(ran.out).toMatch(/^a\.go:6:7: warning: /);
    expect(runStep('Result', workspace, { CODE: '1' }).code).toBe(1);
    expect(step(workspace, { FAIL_ON: 'error' }).outputs['exit-code']).toBe('0');
    expect(runStep('Result', workspace, { CODE: '0' }).code).toBe(0);
  });

  test('in a folder the log still counts from the root of the repository', () => {
    const ran = step(workspace, { DIRECTORY: 'sub dir', SARIF_FILE: '../leaks.sarif', CATEGORY: 'sub' });
    expect(ran.outputs['sarif-file']).toBe(join(workspace, 'leaks.sarif'));
    expect(logOf(ran)).toEqual({ files: ['sub%20dir/b.go'], category: 'sub/' });
  });

  test('a partial log is uploaded where it is whole, though the job fails', () => {
    const ran = step(workspace, { PATTERNS: 'a.go nowhere' });
    expect(ran).toMatchObject({ code: 0, outputs: { 'exit-code': '2', upload: 'true' } });
    expect(logOf(ran).files).toEqual(['a.go']);
    expect(ran.out).toMatch(/^::error title=golint-leaks::golint-leaks: error: nowhere: no such file/m);
  });

  test.each([['true'], ['false']])('adds a summary to the step, upload: %s', (upload) => {
    const summary = join(folder({ 'summary.md': 'before\n' }), 'summary.md');
    step(workspace, { UPLOAD: upload, GITHUB_STEP_SUMMARY: summary });
    expect(readFileSync(summary, 'utf8')).toMatch(
      /^before\n### golint-leaks: 2 warnings\n\n\| rule \| new \| gone \|\n/,
    );
    expect(readFileSync(summary, 'utf8').match(/###/g)).toHaveLength(1);
  });

  test.each([
    [{ ARGS: '--nonsense' }, /^::error title=golint-leaks::golint-leaks: .*nonsense/m],
    [{ PATTERNS: 'nowhere' }, /^::error title=golint-leaks::golint-leaks: error: nowhere: no such file/m],
    [{ DIRECTORY: 'nowhere' }, /^::error title=golint-leaks::The input working-directory/m],
    [{ UPLOAD: 'maybe' }, /^::error title=golint-leaks::The input upload/m],
    [{ ONLY_NEW: 'maybe' }, /^::error title=golint-leaks::The input only-new/m],
    [{ SARIF_FILE: 'a\nupload=true' }, /^::error title=golint-leaks::The input sarif-file/m],
  ])('%j fails at once, with the reason as an annotation', (env, reason) => {
    const ran = step(workspace, env);
    // What is wrong with an input ends the step; the exit code of the program is left to the last one.
    const isInput = /The input/.test(reason.source);
    expect(ran).toMatchObject({ code: isInput ? 2 : 0, outputs: { 'exit-code': '2' } });
    expect(ran.out).toMatch(reason);
    expect(runStep('Result', workspace, { CODE: '2' }).code).toBe(2);
  });
});

describe('the step that runs a program which breaks down', () => {
  const broken = (body: string): Ran =>
    step(folder(), { PROGRAM: join(folder({ 'program.cjs': body }), 'program.cjs') });

  test('without a word: it says so', () => {
    expect(broken('process.exit(3)')).toMatchObject({
      code: 0,
      outputs: { 'exit-code': '2', upload: 'false', 'sarif-file': '' },
      err: '',
      out: '::error title=golint-leaks::golint-leaks ended with exit code 3 and gave no reason.\n',
    });
  });

  test('with warnings and empty lines alone: it says so', () => {
    const { code, out } = broken('process.stderr.write("golint-leaks: warning: x\\n\\n"); process.exitCode = 2;');
    expect({ code, out }).toEqual({
      code: 0,
      out: '::error title=golint-leaks::golint-leaks ended with exit code 2 and gave no reason.\n',
    });
  });

  test('with more than a pipe holds: the first line is the reason, and all of it is shown', () => {
    const { code, out, err } = broken('process.stderr.write("100% gone\\n".repeat(200_000)); process.exitCode = 134;');
    expect({ code, out }).toEqual({ code: 0, out: '::error title=golint-leaks::100%25 gone\n' });
    expect(err.split('\n')).toHaveLength(200_001);
  });

  test('killed: it says by which signal', () => {
    const { code, out, outputs } = broken('process.kill(process.pid, "SIGKILL"); setTimeout(() => {}, 10_000);');
    expect({ code, exit: outputs['exit-code'] }).toEqual({ code: 0, exit: '2' });
    expect(out).toContain(
      '::error title=golint-leaks::golint-leaks was killed by signal 9, perhaps for lack of memory',
    );
  });

  test('with one endless line: it is cut', () => {
    const { out } = broken('process.stderr.write("x".repeat(100_000) + "\\n"); process.exitCode = 2;');
    expect(out.length).toBeLessThan(1100);
    expect(out).toMatch(/^::error title=golint-leaks::x+…\n$/);
  });

  test('with words that the runner would obey: it obeys none', () => {
    const { out, err } = broken(
      'process.stderr.write("a ##[error]b\\r::stop-commands::c\\n ::d::\\nx ##vso[e]\\n"); process.exitCode = 2;',
    );
    expect(out).toBe('::error title=golint-leaks::a #\\u0023[error]b\n');
    expect(err).toBe('a #\\u0023[error]b\n\\u003a:stop-commands::c\n \\u003a:d::\nx #\\u0023vso[e]\n');
  });
});

describe('the step that installs', () => {
  /** A folder of programs that stand in for npm and node, which write down how they were called. */
  function standIns(files: Readonly<Record<string, string>>): string {
    const dir = folder(
      Object.fromEntries(Object.entries(files).map(([name, body]) => [name, `#!/bin/bash\n${body}\n`])),
    );
    for (const name of Object.keys(files)) chmodSync(join(dir, name), 0o755);
    return dir;
  }

  const withPath = (dir: string): string => `${dir}${delimiter}${plainEnv['PATH'] ?? ''}`;

  test('takes the program that a release holds as it is: npm is not called', () => {
    const bin = standIns({ npm: 'exit 1' });
    const release = folder({ 'dist/src/cli.cjs': '' });
    const ran = runStep('install', folder(), { VERSION: '', ACTION_PATH: release, PATH: withPath(bin) });
    expect(ran).toMatchObject({ code: 0, out: '', outputs: { program: join(release, 'dist/src/cli.cjs') } });
  });

  test('takes the code of the action itself, or the revision that is asked for', () => {
    const calls = join(folder(), 'calls');
    const bin = standIns({ npm: `echo "$PWD: $*" >> ${calls}` });
    const own = runStep('install', folder(), {
      VERSION: '',
      ACTION_PATH: folder({ 'package.json': '{}' }),
      PATH: withPath(bin),
    });
    expect(own.code).toBe(0);
    const place = own.outputs['program']?.replace('/dist/src/cli.cjs', '') ?? '';
    expect(place.startsWith(own.temp)).toBe(true);
    expect(existsSync(join(place, 'package.json'))).toBe(true);
    const other = runStep('install', folder(), { VERSION: 'v0.2.0', ACTION_PATH: folder(), PATH: withPath(bin) });
    expect(other.outputs['program']).toMatch(/\/node_modules\/golint-leaks\/dist\/src\/cli\.cjs$/);
    const [first, built, second] = readFileSync(calls, 'utf8').split('\n');
    expect([first, built]).toEqual([`${place}: ci --no-audit --no-fund --loglevel=error`, `${place}: run --silent build`]);
    expect(second).toMatch(
      /: install --prefix \S+ --install-links .*git\+https:\/\/github\.com\/golint-leaks\/golint-leaks\.git#v0\.2\.0$/,
    );
  });

  test('says what is missing', () => {
    const old = runStep('install', folder(), {
      VERSION: '',
      ACTION_PATH: folder(),
      PATH: withPath(standIns({ node: 'if [ "$1" = --version ]; then echo v18.0.0; else exit 1; fi' })),
    });
    expect(old).toMatchObject({
      code: 2,
      out: '::error title=golint-leaks::Node v18.0.0 is too old; put actions/setup-node with version 20.19 or newer before this step.\n',
    });
    const bad = runStep('install', folder(), { VERSION: '--global', ACTION_PATH: folder() });
    expect(bad).toMatchObject({ code: 2, out: expect.stringContaining('The input version is no tag, branch or commit.') });
    const failing = runStep('install', folder(), { VERSION: '', ACTION_PATH: folder(), PATH: withPath(standIns({ npm: 'exit 1' })) });
    expect(failing).toMatchObject({ code: 2, outputs: { 'exit-code': '2' }, out: expect.stringContaining('could not be built') });
  });
});
