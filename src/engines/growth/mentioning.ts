import type { DeclInfo } from '../../model/info.ts';
import type { PackageModel } from '../../model/package-model.ts';
import type { Container } from './container.ts';
import type { Context } from './context.ts';

/** So many containers are looked for one by one; of more than that all words of the package are put into an index at once. */
const fewContainers = 64;

/** Gives the declarations that mention a container, for `count` of them. */
export function mentioningIn(model: PackageModel, count: number): Context['mentioning'] {
  if (count <= fewContainers) return (container) => inTurn(container, model);
  const index = indexed(model);
  return ({ word }) => index.get(word) ?? [];
}

/** What takes something out, replaces or bounds: where one of these stands beside a name, the question is as a rule answered. */
const releasing = /\b(?:delete|clear|len|make)\(|Delete|Clear|Reset|Remove|Purge| = nil|\{\}|&/;

function* inTurn({ word, struct }: Container, model: PackageModel): Generator<DeclInfo> {
  const name = new RegExp(String.raw`${struct ? String.raw`\.\s*` : String.raw`(?<![\p{L}\p{Nd}_])`}${word}(?![\p{L}\p{Nd}_])`, 'u');
  const beside = (text: string): boolean => text.split('\n').some((line) => line.includes(word) && releasing.test(line));
  const first = model.declarations((text) => text.includes(word) && name.test(text) && beside(text), ({ source }) => source.text.includes(word));
  yield* first;
  const seen = new Set(first);
  for (const info of model.declarations((text) => text.includes(word) && name.test(text))) if (!seen.has(info)) yield info;
}

function indexed(model: PackageModel): ReadonlyMap<string, readonly DeclInfo[]> {
  const index = new Map<string, DeclInfo[]>();
  for (const info of model.declarations((text) => /[[.]/.test(text))) {
    const text = info.file.source.text.slice(info.decl.pos, info.decl.end);
    for (const word of new Set(text.match(/[\p{L}_][\p{L}\p{Nd}_]*/gu))) {
      const known = index.get(word);
      if (known) known.push(info);
      else index.set(word, [info]);
    }
  }
  return index;
}
