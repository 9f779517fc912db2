import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { rules } from '../rules/index.ts';
import { assetPath } from '../src/assets.ts';
import { folder, npm } from './built-program.ts';

const root = assetPath('.');

function declarations(top: string): readonly string[] {
  return readdirSync(join(root, top), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.startsWith('apps/web/'))
    .map((name) => `dist/${top}/${name.replace(/\.ts$/, '.d.ts')}`);
}

/**
 * The files of the command, the ES modules and, with a hash in their names, what these load when it is needed; and what
 * the parser runs on.
 */
const program = /^dist\/src\/(?:[\w-]+\.cjs|[\w-]+-[\w-]{8}\.js|index\.js|web-tree-sitter\.wasm|LICENSES)$/;

interface Packed {
  readonly filename: string;
  readonly files: readonly { readonly path: string }[];
}

interface Manifest {
  readonly dependencies?: object;
  readonly scripts: Readonly<Record<string, string>>;
}

describe('npm pack', () => {
  test('holds all that the program needs: no other package, and no script that npm would run at an installation', () => {
    const { dependencies, scripts }: Manifest = JSON.parse(readFileSync(assetPath('package.json'), 'utf8'));
    expect(dependencies).toBeUndefined();
    expect(Object.keys(scripts).filter((name) => /^(?:pre|post)?install$/.test(name))).toEqual([]);
    const code = readdirSync(assetPath('dist/src'))
      .filter((name) => /\.c?js$/.test(name))
      .map((name) => readFileSync(assetPath(`dist/src/${name}`), 'utf8'));
    for (const name of ['yaml', 'fast-glob', 'web-tree-sitter'])
      expect(
        code.filter((text) => new RegExp(`require\\([\`'"]${name}[\`'"]\\)|from ?['"]${name}['"]`).test(text)),
        name,
      ).toEqual([]);
    const licenses = readFileSync(assetPath('dist/src/LICENSES'), 'utf8');
    for (const name of ['yaml', 'fast-glob', 'web-tree-sitter', 'picomatch'])
      expect(licenses).toMatch(new RegExp(`^${name} \\d`, 'm'));
  });

  test('holds the program, its grammar, the pages of its rules and its schema, and nothing else', () => {
    const { out, err } = npm(root, 'pack', '--json', '--pack-destination', folder());
    expect(out, err).not.toBe('');
    const parsed: Packed[] | Record<string, Packed> = JSON.parse(out);
    const [packed] = Object.values(parsed);
    const paths = packed?.files.map(({ path }) => path) ?? [];
    expect(paths).toEqual(
      expect.arrayContaining(['cli.cjs', 'helper.cjs', 'index.js'].map((name) => `dist/src/${name}`)),
    );
    expect(paths.filter((path) => !program.test(path)).sort()).toEqual(
      [
        ...declarations('src'),
        'dist/src/syntax/web-tree-sitter.d.ts',
        ...declarations('rules'),
        ...rules.map(({ id }) => `rules/${id}/rule.md`),
        'CHANGELOG.md',
        'LICENSE',
        'README.md',
        'package.json',
        'docs/golint-leaks.schema.json',
        'grammars/grammar.json',
        'grammars/tree-sitter-go.wasm',
      ].sort(),
    );
  });
});
