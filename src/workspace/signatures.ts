import type { Signatures } from '../model/info.ts';
import type { PackageText } from '../package-text.ts';
import { functionBody } from '../syntax/outline/function-body.ts';
import { openFile } from '../syntax/source-file.ts';
import { IDENT, PERIOD } from '../syntax/token/token-kind.ts';

const none: ReadonlySet<string> = new Set();

/** Reads the imports now, and the signatures when first asked; keeps nothing of the text but names. */
export function signaturesOf(text: () => PackageText | undefined): Signatures {
  const imports = new Set((text()?.files ?? []).flatMap((file) => openFile(file.path, file.text).imports.map(({ path }) => path)));
  let known: ReadonlyMap<string, ReadonlySet<string>> | undefined;
  return { imports, naming: (type) => (known ??= functionsByType(text())).get(type) ?? none };
}

function functionsByType(text: PackageText | undefined): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const file of text?.files ?? []) {
    for (const declaration of openFile(file.path, file.text).declarations) {
      const { kind, name, tokens: { kinds, ids, names }, first } = declaration;
      if (kind !== 'func' || name === undefined || !/^\p{Lu}/u.test(name)) continue;
      for (let at = first, end = functionBody(declaration); at < end; at++) {
        if (kinds[at] !== IDENT || kinds[at - 1] !== PERIOD) continue;
        const type = names.word(ids[at] ?? -1);
        const functions = found.get(type);
        if (functions) functions.add(name);
        else found.set(type, new Set([name]));
      }
    }
  }
  return found;
}
