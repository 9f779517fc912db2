import { spawnSync } from 'node:child_process';
import { assetPath } from '../../src/assets.ts';
import type { PackageText } from '../../src/package-text.ts';
import type { Rewriting } from './rewriting.ts';
import { speaksOfLines } from './rewriting.ts';

/** The styles of testdata/relayout, by the names of their rewritings. */
const styles = {
  'lists with a line for each element': 'lists',
  'declarations in brackets': 'groups',
  'a type for each parameter and field': 'parameters',
  'literals with all their types': 'literals',
} as const;

/** The names of the rewritings that Go does. */
export const goRewritings = Object.keys(styles) as readonly (keyof typeof styles)[];

/** A rewriting that Go does on its own trees, for these packages only, all at once. */
export function byGo(name: keyof typeof styles, packages: readonly PackageText[]): Rewriting {
  const subjects = packages.filter((text) => !speaksOfLines(text));
  const texts = subjects.flatMap(({ files }) => files.map(({ text }) => text));
  const program = assetPath('test/rewrite/testdata/relayout/main.go');
  const { status, stdout, stderr } = spawnSync('go', ['run', program, styles[name]], {
    input: JSON.stringify(texts), encoding: 'utf8', maxBuffer: 2 ** 28,
  });
  if (status !== 0) throw new Error(`${name}: ${stderr}`);
  const rewritten: readonly string[] = JSON.parse(stdout);
  const byText = new Map(texts.map((text, i) => [text, rewritten[i]]));
  const known = new Map(subjects.map((text): [PackageText, PackageText] => [text, {
    ...text, files: text.files.map((file) => ({ ...file, text: byText.get(file.text) ?? file.text })),
  }]));
  return { name, rewrite: (text) => known.get(text) };
}
