import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, it } from 'vitest';
import { lex } from '../../src/syntax/token/lexer.ts';
import { folder } from '../built-program.ts';
import { goEnv, NO_GO } from '../go-toolchain.ts';
import { goToken } from './go-token.ts';

const goRoot = goEnv('GOROOT');
const MUTATED = 10_000;

describe('tokens equal those of go/scanner', () => {
  beforeEach(({ skip }) => skip(goRoot === undefined, NO_GO));

  it('over the Go source', () => {
    const expected = expectations([`${goRoot}/src`]);
    expect(expected.length).toBeGreaterThan(1000);
    expect(expected.flatMap(difference).slice(0, 20)).toEqual([]);
  });

  it(`over ${MUTATED} mutated files`, () => {
    const expected = expectations(['-mutate', String(MUTATED), '-into', folder(), `${goRoot}/src`]);
    expect(expected.length).toBe(MUTATED);
    expect(expected.flatMap(difference).slice(0, 20)).toEqual([]);
  });
});

interface Expected {
  readonly path: string;
  readonly count: number;
  readonly hash: string;
}

function expectations(args: readonly string[]): readonly Expected[] {
  const program = fileURLToPath(new URL('testdata/gotokens/main.go', import.meta.url));
  const output = execFileSync('go', ['run', program, ...args], { encoding: 'utf8', maxBuffer: 2 ** 29 });
  return output.trimEnd().split('\n').map((line) => {
    const [path = '', count = '', hash = ''] = line.split('\t');
    return { path, count: Number(count), hash };
  });
}

/** One line where our tokens differ. Offsets of go/scanner count bytes. */
function difference({ path, count, hash }: Expected): readonly string[] {
  const text = readFileSync(path).toString('utf8').replace(/^\ufeff/, '');
  const shift = readFileSync(path).subarray(0, 3).equals(Buffer.from('\ufeff')) ? 3 : 0;
  const tokens = lex(text);
  const sum = createHash('sha256');
  let bytes = shift;
  let at = 0;
  for (let i = 0; i < tokens.count; i++) {
    const start = tokens.starts[i] ?? 0;
    bytes += Buffer.byteLength(text.slice(at, start));
    at = start;
    sum.update(`${bytes} ${goToken(tokens.kinds[i] ?? 0)}\n`);
  }
  return sum.digest('hex') === hash ? [] : [`${path}: ${tokens.count} tokens, ${count} expected`];
}
