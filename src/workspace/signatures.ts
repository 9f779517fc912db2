import type { Signatures } from '../model/info.ts';
import type { PackageText } from '../package-text.ts';
import { functionBody } from '../syntax/outline/function-body.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { sourceOf } from '../syntax/source-file.ts';
import { PERIOD } from '../syntax/token/token-kind.ts';
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
  return {
    imports,
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
