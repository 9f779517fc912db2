import { sourceOf } from '../../src/syntax/source-file.ts';
import type { Random } from './random.ts';

/** A file with the declarations of several real ones in any order, each under the imports of the first. */
export function splicedFile(texts: readonly string[], random: Random): string {
  const outlines = texts.map((text, i) => ({ text, declarations: sourceOf({ path: `${i}.go`, text }).declarations }));
  const pieces = outlines.flatMap(({ text, declarations }) => declarations.map(({ pos, end }) => text.slice(pos, end)));
  const [first] = outlines;
  const head = first ? first.text.slice(0, first.declarations[0]?.pos) : '';
  const wanted = Array.from({ length: Math.min(40, pieces.length) }, () => pieces[random.below(pieces.length)] ?? '');
  return `${head}\n${wanted.join('\n\n')}\n`;
}
