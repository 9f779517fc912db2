import type { DeclInfo } from '../../model/info.ts';
import type { PackageModel } from '../../model/package-model.ts';
import type { StructType } from '../../syntax/ast.ts';
import type { Container } from './container.ts';
import { structsOf } from './containers.ts';
import type { Context } from './context.ts';

/** So many containers are looked for one by one; of more than that all words of the package are put into an index at once. */
const fewContainers = 64;

/** Gives the declarations that mention a container, for `count` of them. */
export function mentioningIn(model: PackageModel, places: Context['places'], count: number): Context['mentioning'] {
  if (count <= fewContainers) return (container) => inTurn(container, model);
  const index = indexed(model);
  const known = new Map<string, ByStruct>();
  return ({ word, struct }) => {
    const infos = index.get(word) ?? [];
    if (!struct) return infos;
    const found = known.get(word) ?? byStruct(word, infos, places, model);
    known.set(word, found);
    return new Set([...(found.get(struct) ?? []), ...(found.get(undefined) ?? [])]);
  };
}

/** Declarations by the structs whose field they mention; undefined stands for those that are not known. */
type ByStruct = ReadonlyMap<StructType | undefined, ReadonlySet<DeclInfo>>;

/** Thousands of structs may have a field of one name: each declaration is asked once which of them it means. */
function byStruct(word: string, infos: readonly DeclInfo[], places: Context['places'], model: PackageModel): ByStruct {
  const found = new Map<StructType | undefined, Set<DeclInfo>>();
  for (const info of infos) {
    for (const { expr } of places(word, info)) {
      const structs = expr.kind === 'SelectorExpr' ? structsOf(expr, info, model) : [];
      for (const struct of structs ?? [undefined]) {
        const others = found.get(struct);
        if (others) others.add(info);
        else found.set(struct, new Set([info]));
      }
    }
  }
  return found;
}

/** What takes something out, replaces or bounds: where one of these stands beside a name, the question is as a rule answered. */
const releasing = /\b(?:delete|clear|len|make)\(|Delete|Clear|Reset|Remove|Purge| = nil|\{\}|&/;

function* inTurn({ word, struct }: Container, model: PackageModel): Generator<DeclInfo> {
  const before = struct ? String.raw`\.\s*` : String.raw`(?<![\w\u{80}-\u{10ffff}])`;
  const name = new RegExp(String.raw`${before}${word}(?![\w\u{80}-\u{10ffff}])`, 'u');
  const beside = (text: string): boolean => text.split('\n').some((line) => line.includes(word) && releasing.test(line));
  const first = model.declarations(
    (text) => text.includes(word) && name.test(text) && beside(text),
    ({ source }) => source.text.includes(word),
  );
  yield* first;
  const seen = new Set(first);
  for (const info of model.declarations((text) => text.includes(word) && name.test(text))) if (!seen.has(info)) yield info;
}

function indexed(model: PackageModel): ReadonlyMap<string, readonly DeclInfo[]> {
  const index = new Map<string, DeclInfo[]>();
  for (const info of model.declarations((text) => /[[.]/.test(text))) {
    const text = info.file.source.text.slice(info.decl.pos, info.decl.end);
    for (const word of new Set(text.match(/[A-Za-z_\u{80}-\u{10ffff}][\w\u{80}-\u{10ffff}]*/gu))) {
      const known = index.get(word);
      if (known) known.push(info);
      else index.set(word, [info]);
    }
  }
  return index;
}
