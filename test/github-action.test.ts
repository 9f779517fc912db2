import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { assetPath } from '../src/assets.ts';
import { commit, folder, git, goMod, leakyFile, plainEnv, program, repository, start, succeeds, write } from './built-program.ts';
import { sarifErrors } from './report/validate-sarif.ts';

interface Step {
  readonly id?: string;
  readonly name: string;
  readonly if?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, string>>;
  readonly shell?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly run?: string;
}

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default: string }>>;
  readonly outputs: object;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}

const text = readFileSync(assetPath('action.yml'), 'utf8');
const action: Action = parse(text);
const scripts = action.runs.steps.flatMap((step) => (step.run === undefined ? [] : [{ ...step, run: step.run }]));
const script = (id: string): string => scripts.find((step) => step.id === id || step.name === id)?.run ?? '';

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
      const used = new Set([...run.matchAll(/\$\{?([A-Z][A-Z_]+)/g)].map(([, name = '']) => name).filter((name) => !known.test(name)));
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
      expect(start(dir, 'shellcheck', ['--severity=style', '--exclude=SC2153', 'step.sh'])).toEqual({ code: 0, out: '', err: '' });
    }
  });
});

const workflows = readdirSync(assetPath('docs/github')).filter((name) => name.endsWith('.yml'));

describe('actions of others', () => {
  const used = [text, ...readdirSync(assetPath('docs/github')).map((name) => readFileSync(assetPath(`docs/github/${name}`), 'utf8')), readFileSync(assetPath('README.md'), 'utf8')]
    .flatMap((each) => [...each.matchAll(/uses: ([\w.-]+\/[^@\s]+)@(\S+)(.*)/g)].map(([, name = '', revision = '', comment = '']) => ({ name, revision, comment })))
    .filter(({ name }) => name !== 'golint-leaks/golint-leaks');

  test('are pinned by commit, with the version as a comment, and each in one version', () => {
    expect(used.length).toBeGreaterThan(4);
    for (const { revision, comment } of used) expect(`${revision}${comment}`).toMatch(/^[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
    expect(new Set(used.map(({ name, revision }) => `${name}@${revision}`)).size).toBe(new Set(used.map(({ name }) => name)).size);
  });

  test('and the rest please zizmor', ({ skip }) => {
    skip(!succeeds('/', 'zizmor', '--version'), 'zizmor is not installed');
    const dir = folder({ 'action.yml': text });
    for (const name of readdirSync(assetPath('docs/github')))
      write(dir, { [`.github/workflows/${name}`]: readFileSync(assetPath(`docs/github/${name}`), 'utf8').replace(/golint-leaks\/golint-leaks@\S+/, `golint-leaks/golint-leaks@${'0'.repeat(40)} # v1.0.0`) });
    const { code, out, err } = start(dir, 'zizmor', ['--offline', '--no-progress', '--persona=regular', '.']);
    expect(code, `${out}${err}`).toBe(0);
  });
});

describe('the workflows of docs/github', () => {
  interface Workflow {
    readonly permissions: object;
    readonly jobs: Readonly<Record<string, { readonly permissions: Readonly<Record<string, string>>; readonly steps: readonly Step[] }>>;
  }

  test.each(workflows)('%s has no permission but those of its job, and uses inputs that exist', (name) => {
    const workflow: Workflow = parse(readFileSync(assetPath(`docs/github/${name}`), 'utf8'));
    expect(workflow.permissions).toEqual({});
    for (const { permissions, steps } of Object.values(workflow.jobs)) {
      const [ours] = steps.filter(({ uses }) => uses?.startsWith('golint-leaks/golint-leaks@'));
      const inputs = ours?.with ?? {};
      expect(Object.keys(inputs).filter((input) => !(input in action.inputs))).toEqual([]);
      const uploads = String(inputs['upload'] ?? 'auto') !== 'false';
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
      const local = readFileSync(assetPath(`docs/github/${name}`), 'utf8').replace(/golint-leaks\/golint-leaks@\S+/, './');
      write(dir, { [`.github/workflows/${name}`]: local });
    }
    git(dir, 'init', '-q');
    expect(start(dir, 'actionlint', [])).toEqual({ code: 0, out: '', err: '' });
  });
});

interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly temp: string;
}

/** Runs the script of a step as the runner does, in a workspace, with the inputs' defaults and what else the runner sets. */
function runStep(id: string, workspace: string, env: Readonly<Record<string, string>>): Ran {
  const temp = folder();
  const file = join(temp, 'step.sh');
  const output = join(temp, 'output');
  write(temp, { 'step.sh': script(id), output: '' });
  const runner = {
    GITHUB_OUTPUT: output,
    RUNNER_TEMP: temp,
    GITHUB_WORKSPACE: workspace,
    GITHUB_ACTIONS: 'true',
    CI: 'true',
    GITHUB_ACTION: '__run',
    GITHUB_REPOSITORY: 'owner/name',
    GITHUB_EVENT_NAME: 'push',
    GITHUB_ACTOR: 'somebody',
    GITHUB_BASE_REF: '',
    GITHUB_SHA: '0'.repeat(40),
    GITHUB_STEP_SUMMARY: '',
  };
  const inputs = {
    PROGRAM: program,
    PATTERNS: './...',
    ARGS: '',
    DIRECTORY: '.',
    FAIL_ON: 'warning',
    SARIF_FILE: '',
    UPLOAD: 'auto',
    CATEGORY: 'golint-leaks',
    ONLY_NEW: 'false',
    HEAD_REPOSITORY: '',
    PUSHED_FROM: '',
    QUEUED_ON: '',
    PRIVATE: 'false',
    TOKEN: 'secret',
  };
  const { code, out, err } = start(workspace, 'bash', ['--noprofile', '--norc', '-e', '-o', 'pipefail', file], {
    ...runner,
    ...inputs,
    ...env,
  });
  const outputs = Object.fromEntries(
    readFileSync(output, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  );
  return { code, out, err, outputs, temp };
}

const step = (workspace: string, env: Readonly<Record<string, string>> = {}): Ran => runStep('run', workspace, env);

interface Log {
  readonly runs: readonly [
    {
      readonly automationDetails: { readonly id: string };
      readonly results: readonly {
        readonly locations: readonly [{ readonly physicalLocation: { readonly artifactLocation: { readonly uri: string } } }];
      }[];
    },
  ];
}

/** The files of the results, and the category, in the log that a step names. */
function logOf({ outputs }: Ran): { readonly files: readonly string[]; readonly category: string } {
  const log: Log = JSON.parse(readFileSync(outputs['sarif-file'] ?? '', 'utf8'));
  expect(sarifErrors(log)).toEqual([]);
  const [{ results, automationDetails }] = log.runs;
  return {
    files: results.map(({ locations: [{ physicalLocation }] }) => physicalLocation.artifactLocation.uri),
    category: automationDetails.id,
  };
}

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
    ['200', 'true', 'true'], ['404', 'true', 'true'], ['403', 'true', 'false'], ['403', 'false', 'true'], ['000', 'true', 'true'],
  ])('auto asks whether a private repository has code scanning: answer %s, private %s, uploads: %s', (answer, isPrivate, upload) => {
    const calls = join(folder(), 'calls');
    const bin = folder({ curl: `#!/bin/bash\ncat > /dev/null\necho "$*" >> ${calls}\nprintf ${answer}\n` });
    chmodSync(join(bin, 'curl'), 0o755);
    const ran = step(workspace, { PRIVATE: isPrivate, PATH: `${bin}${delimiter}${plainEnv['PATH'] ?? ''}` });
    expect(ran).toMatchObject({ code: 0, outputs: { upload } });
    if (isPrivate === 'true') expect(readFileSync(calls, 'utf8')).toContain('/repos/owner/name/code-scanning/alerts');
    else expect(existsSync(calls)).toBe(false);
    expect(existsSync(calls) && readFileSync(calls, 'utf8').includes('secret')).toBe(false);
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
    expect(readFileSync(summary, 'utf8')).toMatch(/^before\n### golint-leaks: 2 warnings\n\n\| rule \| new \| gone \|\n/);
    expect(readFileSync(summary, 'utf8').match(/###/g)).toHaveLength(1);
  });

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
    expect(logOf(step(workspace, { PATTERNS: 'a.go\n', ARGS: '--strict\n  --rule ticker-not-stopped' })).files).toEqual(['a.go']);
    expect(logOf(step(workspace, { PATTERNS: '*.go' })).files).toEqual(['a.go']);
    expect(step(workspace, { PATTERNS: '--output=evil.go' }).outputs['exit-code']).toBe('2');
    expect(existsSync(join(workspace, 'evil.go'))).toBe(false);
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
  const broken = (body: string): Ran => step(folder(), { PROGRAM: join(folder({ 'program.cjs': body }), 'program.cjs') });

  test('without a word: it says so', () => {
    expect(broken('process.exit(3)')).toMatchObject({
      code: 0, outputs: { 'exit-code': '2', upload: 'false', 'sarif-file': '' }, err: '', out: '::error title=golint-leaks::golint-leaks ended with exit code 3 and gave no reason.\n',
    });
  });

  test('with warnings and empty lines alone: it says so', () => {
    const { code, out } = broken('process.stderr.write("golint-leaks: warning: x\\n\\n"); process.exitCode = 2;');
    expect({ code, out }).toEqual({ code: 0, out: '::error title=golint-leaks::golint-leaks ended with exit code 2 and gave no reason.\n' });
  });

  test('with more than a pipe holds: the first line is the reason, and all of it is shown', () => {
    const { code, out, err } = broken('process.stderr.write("100% gone\\n".repeat(200_000)); process.exitCode = 134;');
    expect({ code, out }).toEqual({ code: 0, out: '::error title=golint-leaks::100%25 gone\n' });
    expect(err.split('\n')).toHaveLength(200_001);
  });

  test('killed: it says by which signal', () => {
    const { code, out, outputs } = broken('process.kill(process.pid, "SIGKILL"); setTimeout(() => {}, 10_000);');
    expect({ code, exit: outputs['exit-code'] }).toEqual({ code: 0, exit: '2' });
    expect(out).toContain('::error title=golint-leaks::golint-leaks was killed by signal 9, perhaps for lack of memory');
  });

  test('with one endless line: it is cut', () => {
    const { out } = broken('process.stderr.write("x".repeat(100_000) + "\\n"); process.exitCode = 2;');
    expect(out.length).toBeLessThan(1100);
    expect(out).toMatch(/^::error title=golint-leaks::x+…\n$/);
  });

  test('with words that the runner would obey: it obeys none', () => {
    const { out, err } = broken('process.stderr.write("a ##[error]b\\r::stop-commands::c\\n ::d::\\nx ##vso[e]\\n"); process.exitCode = 2;');
    expect(out).toBe('::error title=golint-leaks::a #\\u0023[error]b\n');
    expect(err).toBe('a #\\u0023[error]b\n\\u003a:stop-commands::c\n \\u003a:d::\nx #\\u0023vso[e]\n');
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

  const request = { ONLY_NEW: 'true', GITHUB_EVENT_NAME: 'pull_request', GITHUB_BASE_REF: 'main', HEAD_REPOSITORY: 'owner/name' };

  test('a pull request: what its merge brings to the base, or what its head has since the base', () => {
    expect(logOf(step(checkout(merged, 0), { ...request, GITHUB_SHA: merged })).files).toEqual(['new.go']);
    expect(logOf(step(checkout(merged, 2), { ...request, GITHUB_SHA: merged })).files).toEqual(['new.go']);
    expect(logOf(step(checkout(head, 0), { ...request, GITHUB_SHA: merged })).files).toEqual(['new.go']);
  });

  test('a push and a merge group: what came since the commit before', () => {
    const dir = checkout(head, 0);
    expect(logOf(step(dir, { ONLY_NEW: 'true', PUSHED_FROM: base })).files).toEqual(['new.go']);
    expect(logOf(step(dir, { ONLY_NEW: 'true', GITHUB_EVENT_NAME: 'merge_group', QUEUED_ON: base })).files).toEqual(['new.go']);
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

describe('the step that installs', () => {
  /** A folder of programs that stand in for npm and node, which write down how they were called. */
  function standIns(files: Readonly<Record<string, string>>): string {
    const dir = folder(Object.fromEntries(Object.entries(files).map(([name, body]) => [name, `#!/bin/bash\n${body}\n`])));
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
    const own = runStep('install', folder(), { VERSION: '', ACTION_PATH: folder({ 'package.json': '{}' }), PATH: withPath(bin) });
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
