import { lastName } from '../model/code/calls.ts';
import type { Signatures } from '../model/info.ts';
import { packageOf, qualifiers } from '../model/names/imports.ts';
import type { PackageText } from '../package-text.ts';
import { functionBody } from '../syntax/outline/function-body.ts';
import type { Declaration, SourceFile } from '../syntax/source-file.ts';
import { sourceOf } from '../syntax/source-file.ts';
import { COMMA, IDENT, LPAREN, MUL, PERIOD, RPAREN } from '../syntax/token/token-kind.ts';
import { isExported } from '../syntax/is-exported.ts';

/** Reads the imports now, and of a type's functions when it is first asked for; keeps nothing of the text but names. */
export function signaturesOf(text: () => PackageText | undefined): Signatures {
  const sources = (): readonly SourceFile[] => (text()?.files ?? []).map(sourceOf);
  const imports = new Set(sources().flatMap((source) => source.imports.map(({ path }) => path)));
  const known = new Map<string, ReadonlySet<string>>();
  const naming = (path: string, type: string): ReadonlySet<string> => {
    const key = `${path}.${type}`;
    const found =
      known.get(key)
      ?? new Set(
        sources()
          .filter((source) => importsPath(source, path))
          .flatMap((source) => functionsNaming(type, source)),
      );
    known.set(key, found);
    return found;
  };
  const makers = new WeakMap<readonly string[], ReadonlySet<string>>();
  const making = (names: readonly string[]): ReadonlySet<string> => {
    const met = makers.get(names) ?? new Set(
      names.filter((name) => imports.has(packageOf(name)))
        .flatMap((name) => sources().flatMap((source) => functionsCalling(name, source))),
    );
    makers.set(names, met);
    return met;
  };
  return {
    imports,
    making,
    naming: (path, type) => (imports.has(path) ? naming(path, type) : none),
  };
}

const none: ReadonlySet<string> = new Set();

function importsPath({ imports }: SourceFile, path: string): boolean {
  return imports.some((each) => each.path === path);
}

/** The exported functions and methods of a file in whose parameters or results a type of another package stands. */
function functionsNaming(type: string, source: SourceFile): readonly string[] {
  return source.places(type).flatMap((at) => {
    const declaration = source.tokens.kinds[at - 1] === PERIOD ? source.declarationAt(at) : undefined;
    const { kind, name = '' } = declaration ?? {};
    return declaration && kind === 'func' && isExported(name) && at < functionBody(declaration) ? [name] : [];
  });
}

/** The exported functions and methods of a file that give a value of an exported type, an error, and call this. */
function functionsCalling(called: string, source: SourceFile): readonly string[] {
  if (!importsPath(source, packageOf(called))) return [];
  const names = called.startsWith('(') ? undefined : qualifiers(source, packageOf(called));
  return source.places(lastName(called)).flatMap((at) => {
    const { kinds, ids, names: words } = source.tokens;
    if (kinds[at - 1] !== PERIOD || kinds[at + 1] !== LPAREN) return [];
    if (names && !(kinds[at - 2] === IDENT && names.includes(words.word(ids[at - 2] ?? -1)))) return [];
    const declaration = source.declarationAt(at);
    return declaration?.kind === 'func' && isExported(declaration.name ?? '') && givesOwnAndError(declaration, at)
      ? [declaration.name ?? '']
      : [];
  });
}

/** Whether the body that a token is in follows on `(*T, error)`, or `(T, error)`, of which T is exported. */
function givesOwnAndError(declaration: Declaration, at: number): boolean {
  const { tokens: { kinds, ids, names } } = declaration;
  const body = functionBody(declaration);
  const type = body - 4;
  const before = kinds[type - 1];
  return (
    at > body
    && kinds[body - 1] === RPAREN
    && ids[body - 2] === names.find('error')
    && kinds[body - 3] === COMMA
    && kinds[type] === IDENT
    && isExported(names.word(ids[type] ?? -1))
    && (before === MUL || before === LPAREN)
  );
}
