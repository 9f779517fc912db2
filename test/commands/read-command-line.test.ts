import { describe, expect, test } from 'vitest';
import { commands } from '../../src/apps/cli/commands/command-table.ts';
import { readCommandLine } from '../../src/apps/cli/commands/read-command-line.ts';
import { UsageError } from '../../src/apps/cli/arguments/usage-error.ts';

const read = (line: string) => readCommandLine(line.split(' ').filter((word) => word !== ''), commands);

/** The complaint about a command line. */
function complaint(...args: readonly string[]): string {
  try {
    readCommandLine(args, commands);
  } catch (error) {
    if (error instanceof UsageError) return error.message;
    throw error;
  }
  throw new Error(`${args.join(' ')} is accepted`);
}

describe('a value', () => {
  test.each([
    ['--output FILE', 'FILE'],
    ['--output=FILE', 'FILE'],
    ['-o FILE', 'FILE'],
    ['-o=FILE', 'FILE'],
    ['-oFILE', 'FILE'],
    ['-qo FILE', 'FILE'],
    ['-qoFILE', 'FILE'],
    ['-qo=FILE', 'FILE'],
    ['-oqv', 'qv'],
    ['--output=-x', '-x'],
    ['-o-x', '-x'],
    ['--output -', '-'],
    ['--output=a=b', 'a=b'],
    ['--output 1e3', '1e3'],
    ['--output=007', '007'],
    ['--output=true', 'true'],
    ['--output a.b', 'a.b'],
  ])('%s', (line, value) => {
    const { given } = read(`${line} ./x`);
    expect(given.flags.text('output')).toBe(value);
    expect(given.flags.isOn('quiet')).toBe(line.startsWith('-q') ? true : undefined);
    expect(given.words).toEqual(['./x']);
  });

  test.each([['--output'], ['--output='], ['-o'], ['-qo'], ['-o='], ['--output', ''], ['--output', '--quiet'], ['--output', '-q'], ['--output', '--', 'x']])(
    'lacks: %j %j', (...args) => expect(complaint(...args)).toBe('--output needs a value: --output FILE.'),
  );

  test('of a flag for one is given once', () => {
    expect(complaint('-o', 'a', '--output=b', '-oc')).toBe('--output is given 3 times; give it once.');
    expect(read('--format json=a --format=text').given.flags.list('format')).toEqual(['json=a', 'text']);
    expect(complaint('rules', '--format', 'json', '--format', 'text')).toBe('--format is given 2 times; give it once.');
  });

  test('of lists is cut at commas', () => {
    expect(read('--select a,b --select=c,,d, --ignore=e').given.flags.list('select')).toEqual(['a', 'b', 'c', 'd']);
    expect(readCommandLine(['--select', ' a , b'], commands).given.flags.list('select')).toEqual(['a', 'b']);
    expect(read('--rule a,b').given.flags.list('rule')).toEqual(['a,b']);
  });
});

describe('a flag without one', () => {
  test.each([
    ['--strict', true],
    ['--no-strict', false],
    ['--strict=on', true],
    ['--strict=yes', true],
    ['--strict=true', true],
    ['--strict=off', false],
    ['--strict=no', false],
    ['--strict=false', false],
    ['--no-strict=off', true],
    ['--no-strict=on', false],
    ['--strict --no-strict', false],
    ['--no-strict --strict', true],
    ['', undefined],
  ])('%s', (line, state) => expect(read(`${line} true`).given.flags.isOn('strict')).toBe(state));

  test('takes no word behind it', () => {
    expect(read('--strict true -q false').given.words).toEqual(['true', 'false']);
    expect(complaint('--strict=maybe')).toBe('"--strict=maybe" is neither on nor off; write --strict or --no-strict.');
    expect(complaint('--strict=')).toContain('neither on nor off');
    expect(complaint('-q=off')).toContain('"-q=off" is not known');
  });

  test('may be called no-something', () => {
    const { flags } = read('--no-cache --no-config --config a --no-prefilter --no-color=on').given;
    for (const name of ['no-cache', 'no-config', 'no-prefilter', 'no-color']) expect(flags.isOn(name), name).toBe(true);
    expect(flags.text('config')).toBe('a');
    expect(read('--no-color=off').given.flags.isOn('no-color')).toBe(false);
    expect(complaint('--prefilter')).toContain('did you mean --no-prefilter?');
    expect(complaint('--no-output')).toContain('"--no-output" is not known');
  });
});

describe('the command', () => {
  test.each([
    ['', '', []],
    ['./... a', '', ['./...', 'a']],
    ['rules', 'rules', []],
    ['-q rules', 'rules', []],
    ['--format json rules', 'rules', []],
    ['explain x', 'explain', ['x']],
    ['x explain', '', ['x', 'explain']],
    ['-- explain', '', ['explain']],
    ['-- -q --', '', ['-q', '--']],
    ['evidence --base - p -', 'evidence', ['p', '-']],
    ['--base - evidence p', 'evidence', ['p']],
    ['--help', 'help', []],
    ['-qh', 'help', []],
    ['rules --help', 'help', ['rules']],
    ['--nonsense --output --help', 'help', []],
    ['-format --strict=maybe -h', 'help', []],
    ['--version', 'version', []],
    ['rules -qV', 'version', []],
    ['-- --help', '', ['--help']],
  ])('%s', (line, name, words) => {
    const { command, given } = read(line);
    expect({ name: command.name, words: given.words }).toEqual({ name, words });
  });

  test('has flags of its own', () => {
    expect(complaint('rules', '--strict')).toBe(
      'the flag "--strict" is not known; golint-leaks rules --help lists those there are.',
    );
    expect(complaint('rules', '--no-strict')).toContain('"--no-strict" is not known');
    expect(complaint('rules', '--output')).toContain('"--output" is not known');
    expect(complaint('rules', '-format')).toBe('the flag "-format" is not known; did you mean --format?');
  });

  test('says how many words it takes', () => {
    expect(complaint('explain')).toBe('explain needs the rule behind it: golint-leaks explain <rule>.');
    expect(complaint('explain', 'a', '--', 'b')).toBe('explain takes no "b"; write golint-leaks explain <rule>.');
    expect(complaint('init', 'x')).toBe('init takes no "x"; write golint-leaks init.');
  });

  test('and all others agree about what a flag is', () => {
    const kinds = commands.flatMap(({ flags }) =>
      Object.entries(flags).map(([name, { type, short }]) => [name, `${type} ${short}`] as const),
    );
    for (const [name, kind] of kinds) expect(kind, name).toBe(kinds.find(([each]) => each === name)?.[1]);
  });
});

describe('words that nobody means well', () => {
  test.each([
    '--__proto__', '--constructor', '--toString', '--hasOwnProperty', '--_', '--$0', '---', '----', '--strict.x', '--strict/x', '--x', '-x', '-_', '-5',
    '-é', '-.', '-q.x', '--é', '--strict-', '--no-', '--no-__proto__',
  ])('%s', (word) => {
    expect(complaint(word)).toMatch(/^the flag "[^"]*" is not known; /);
    expect(complaint(word)).toContain(JSON.stringify(word));
    expect(complaint(`${word}=x`)).toMatch(/^the flag "[^"]*" is not known; /);
    expect(Object.hasOwn(Object.prototype, 'x')).toBe(false);
  });

  test('long ones take no time', { timeout: 20_000 }, () => {
    const dots = '.'.repeat(50_000);
    for (const word of [
      `-${dots}x\nx`,
      `--${dots}x\nx`,
      `--nope=${dots}x\nx`,
      `-${'q'.repeat(20_000)}x`,
      `--${'1'.repeat(100_000)}x`,
      '-'.repeat(100_000),
    ])
      expect(complaint(word)).toContain('is not known');
    expect(complaint(`--strict=${dots}x\nx`)).toContain('neither on nor off');
  });

  test('a hundred thousand take no time', { timeout: 20_000 }, () => {
    const files = Array.from({ length: 100_000 }, (_, i) => `./a${i}.go`);
    expect(readCommandLine(['-o', 'x', ...files, '-q'], commands).given.words).toEqual(files);
    expect(readCommandLine(['--', ...files], commands).given.words).toEqual(files);
    for (const start of ['-', '--', '-qo', '--a=', '--format='])
      expect(complaint(...files.map((file) => `${start}${file}`))).toContain('write -- in front of names of files');
    expect(
      readCommandLine(
        Array.from({ length: 1000 }, () => '--format=text'),
        commands,
      ).given.flags.list('format'),
    ).toHaveLength(1000);
  });
});
