import type { Parser } from '../syntax/parse/parser.ts';
import { treeOf } from '../syntax/parse/read-declaration.ts';
import type { Declaration, SourceFile } from '../syntax/source-file.ts';
import type { Compatible } from './build/build-constraint.ts';
import type { DeclInfo, Mention, ModelFile, Obj, PackageModel } from './info.ts';
import type { Placed } from './names/declaring-index.ts';
import { resolve } from './names/resolve.ts';
import { TooMuchWork } from './too-much-work.ts';

/** Steps of work on one declaration; the most that was seen in thirty large repositories is 22,152. */
export const mostWork = 2_000_000;

/**
 * Steps of work on all declarations of a package, the search for mentions among them; the most in Go's own source is
 * 38,511.
 */
export const mostWorkOfPackage = 20_000_000;

/** So many characters of a declaration that is looked through are a step. */
const charactersPerStep = 32;

/** What declarations are read with. */
export interface ReadWith {
  readonly files: readonly ModelFile[];
  readonly compatible: Compatible;
  readonly parser: Parser;
  /** Declarations that took too much work before: they are not read, and count as broken. */
  readonly givenUp: readonly TooMuchWork[];
  /** Whether declarations are asked by their tokens before they are parsed; otherwise all are. */
  readonly gates: boolean;
  /** Looks a name up outside of all functions. */
  readonly lookup: (name: string, from: ModelFile) => Obj | undefined;
  /** Named where the whole package takes too much work. */
  readonly path: string;
}

/** The declarations of one package, each read once, when it is asked for. */
export interface Declarations extends Pick<PackageModel, 'mentions' | 'declarations' | 'unread'> {
  info(declaration: Declaration, file: ModelFile): DeclInfo;
}

/** Reads nothing yet. */
export function readDeclarations({ files, compatible, parser, givenUp, gates, lookup, path }: ReadWith): Declarations {
  const spend = packageMeter(path);
  const infos = new Map<Declaration, DeclInfo>();
  const broken: Placed[] = [];

  const info = (declaration: Declaration, file: ModelFile): DeclInfo => {
    const known = infos.get(declaration);
    if (known) return known;
    const isGivenUp = givenUp.some(({ path, pos }) => path === file.source.path && pos === declaration.pos);
    const decl = isGivenUp
      ? { kind: 'BadDecl' as const, pos: declaration.pos, end: declaration.end }
      : treeOf(declaration, parser);
    const fresh = resolve(decl, file, lookup, workMeter(declaration, file, spend));
    infos.set(declaration, fresh);
    if (fresh.decl.kind === 'BadDecl') broken.push({ declaration, file });
    return fresh;
  };

  const mentions: PackageModel['mentions'] = (name, from, place) => {
    const found: Mention[] = [];
    // In a package of many files most hold no mention: they must cost as good as nothing.
    for (const file of files) {
      if (!file.source.mayName(name) || (from && !compatible(file.constraint, from.constraint))) continue;
      for (const declaration of file.source.using(name, gates ? place : undefined)) {
        spend(1 + (declaration.end - declaration.pos) / charactersPerStep);
        found.push({ declaration, info: () => info(declaration, file) });
      }
    }
    return found;
  };

  const declarations: PackageModel['declarations'] = (gate, ofFile = () => true) =>
    files
      .filter((file) => !gates || ofFile(file))
      .flatMap((file) =>
        file.source.declarations.filter((each) => !gates || gate(each)).map((each) => info(each, file)),
      );

  const unread = (source: SourceFile): readonly Declaration[] =>
    broken
      .filter(({ file }) => file.source === source)
      .map(({ declaration }) => declaration)
      .sort((a, b) => a.pos - b.pos);

  return { info, mentions, declarations, unread };
}

/** `path` names the package. */
function packageMeter(path: string): DeclInfo['spend'] {
  let spent = 0;
  return (steps) => {
    spent += steps;
    if (spent > mostWorkOfPackage) throw new TooMuchWork(path, undefined);
  };
}

function workMeter(declaration: Declaration, file: ModelFile, spendOfPackage: DeclInfo['spend']): DeclInfo['spend'] {
  let spent = 0;
  return (steps) => {
    spent += steps;
    spendOfPackage(steps);
    if (spent > mostWork) throw new TooMuchWork(file.source.path, declaration.pos);
  };
}
