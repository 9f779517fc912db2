import { mayImport, packageOf, qualifiers } from '../../model/imports.ts';
import { knownTypeNames } from '../../model/known-apis.ts';
import type { ModelFile } from '../../model/info.ts';
import type { PackageModel } from '../../model/package-model.ts';
import type { Obligation } from '../../spec.ts';
import { lastName } from './candidates.ts';

/** How calls that give a resource may be written in one file: parts of a regular expression, each up to the bracket. */
export interface Spellings {
  /** What the rule lists: `os.Open`, `.Query`. */
  readonly listed: readonly string[];
  /** Function values and interface methods of the package. */
  readonly declared: readonly string[];
  readonly lookalikes: readonly string[];
}

/**
 * The spellings in each file, for names of the rule whose packages the package imports. A function needs the name of its
 * package before it. A method needs only a dot; but of a type that no function known here gives, the package must speak.
 */
export function spellingsIn(
  { files }: PackageModel, { acquire, lookalikes }: Obligation, typed: readonly string[],
): (file: ModelFile) => Spellings {
  const ofMethods = acquire.filter((name) => name.startsWith('('));
  const receivers = new Set([...new Set(ofMethods.map(receiverOf))].filter((type) => mayHave(type, files)));
  const methods = [...new Set(ofMethods.filter((name) => receivers.has(receiverOf(name))).map(lastName))];
  const functions = acquire.filter((name) => !name.startsWith('('));
  const others = { declared: typed.map(plainSpelling), lookalikes: lookalikes.filter((name) => !typed.includes(name)).map(methodSpelling) };
  return (file) => {
    const listed = functions.flatMap((name) => qualifiers(file.source, packageOf(name)).map((qualifier) =>
      plainSpelling(qualifier === '.' ? lastName(name) : `${qualifier.replace(/\W/g, '\\$&')}\\.${lastName(name)}`)));
    return { listed: [...listed, ...methods.map(methodSpelling)], ...others };
  };
}

/** As the whole of a name, or its end behind a dot. */
export function plainSpelling(name: string): string {
  return `(?<!\\w)${name}`;
}

function methodSpelling(name: string): string {
  return `\\.\\s*${name}`;
}

/** `net/http.Client` of `(*net/http.Client).Do`. */
function receiverOf(method: string): string {
  return method.slice(method.startsWith('(*') ? 2 : 1, method.indexOf(')'));
}

/** Whether a package may have values of a type of another package: it imports that, and names the type or has it from elsewhere. */
function mayHave(type: string, files: readonly ModelFile[]): boolean {
  const path = packageOf(type);
  if (!files.some(({ source }) => mayImport(source, path))) return false;
  const name = lastName(type);
  return knownTypeNames.has(type) || files.some(({ source }) => source.text.includes(name));
}
