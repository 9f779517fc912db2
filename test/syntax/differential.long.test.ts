import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Declaration } from '../../src/syntax/source-file.ts';
import { treeOf } from '../../src/syntax/parse/read-declaration.ts';
import { openFile } from '../../src/syntax/source-file.ts';
import { goEnv, NO_GO } from '../go-toolchain.ts';
import { parser } from '../parse-go.ts';
import { dump } from './dump.ts';

const goRoot = goEnv('GOROOT');
const sources = `${goRoot}/src`;

/** Files that are there to be rejected: `[...]T` outside a literal, `~x`, constants without a value. */
const INVALID_ON_PURPOSE = '/internal/types/testdata/';

/** What go/parser says about one file: its declarations in order, each with a hash of its tree. */
interface Expected {
  readonly path: string;
  readonly declarations: readonly { readonly name: string; readonly hash: string }[];
}

describe('against go/parser, over the Go source', () => {
  it('every declaration is found, named, read and lowered to the same tree', ({ skip }) => {
    skip(goRoot === undefined, NO_GO);
    const expected = expectations().filter(({ path }) => !path.includes(INVALID_ON_PURPOSE));
    const complaints = expected.flatMap((file) => compare(file));
    expect(expected.length).toBeGreaterThan(1000);
    expect(complaints.filter(({ kind }) => kind === 'names').slice(0, 20)).toEqual([]);
    // A new release of Go may bring syntax that the grammar does not know yet.
    expect(
      complaints.length,
      complaints
        .slice(0, 20)
        .map(({ text }) => text)
        .join('\n'),
    ).toBeLessThanOrEqual(expected.length / 1000);
  });
});

function expectations(): readonly Expected[] {
  const program = fileURLToPath(new URL('testdata/goast/main.go', import.meta.url));
  const output = execFileSync('go', ['run', program, sources], { encoding: 'utf8', maxBuffer: 2 ** 29 });
  return output.trimEnd().split('\n').map((line) => {
    const [path = '', list = ''] = line.split('\t');
    return { path, declarations: list.split(' ').filter((entry) => entry !== '').map(named) };
  });
}

function named(entry: string): { readonly name: string; readonly hash: string } {
  const colon = entry.lastIndexOf(':');
  return { name: entry.slice(0, colon), hash: entry.slice(colon + 1) };
}

interface Complaint {
  readonly kind: 'names' | 'trees';
  readonly text: string;
}

/** What is wrong with our reading of a file: nothing, or one thing. */
function compare({ path, declarations: expected }: Expected): readonly Complaint[] {
  const file = openFile(path, readFileSync(path, 'utf8'));
  if (file.leftovers > 0) return [{ kind: 'names', text: `${path}: ${file.leftovers} leftovers` }];
  const names = file.declarations.map(nameOf);
  if (names.join() !== expected.map(({ name }) => name).join())
    return [{ kind: 'names', text: `${path}: declares ${names.join()}` }];
  const wrong = file.declarations.find((declaration, i) => hashOf(declaration) !== expected[i]?.hash);
  if (wrong === undefined) return [];
  return [
    { kind: 'trees', text: `${path}:${file.lines.position(wrong.pos).line}: ${treeOf(wrong, parser).kind} differs` },
  ];
}

function nameOf({ kind, name, receiver }: Declaration): string {
  if (kind !== 'func') return kind;
  return receiver === undefined ? `${name}` : `${receiver}.${name}`;
}

function hashOf(declaration: Declaration): string {
  return createHash('sha1').update(dump(treeOf(declaration, parser))).digest('hex');
}
