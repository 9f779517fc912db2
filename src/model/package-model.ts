import type { PackageText } from '../package-text.ts';
import type { Parser } from '../syntax/parse/parser.ts';
import { sourceOf } from '../syntax/source-file.ts';
import { compatibility, constraintsOfPackage } from './build/build-constraint.ts';
import type { ModelFile, OtherPackages, PackageModel } from './info.ts';
import { packageScope } from './package-scope.ts';
import { readDeclarations } from './read-declarations.ts';
import type { TooMuchWork } from './too-much-work.ts';

export type { Mention, PackageModel } from './info.ts';

/** How a package is opened. */
export interface Opening {
  /** Declarations that took too much work before: they are not read, and count as broken. */
  readonly givenUp?: readonly TooMuchWork[];
  /** Undefined for a package that is analysed on its own. */
  readonly surroundings?: Surroundings;
  /** Whether declarations are asked by their tokens before they are parsed; otherwise all are. */
  readonly gates?: boolean;
}

/** Where a package stands. */
export interface Surroundings {
  readonly importPath: string | undefined;
  readonly isOwn: boolean;
  /** Asked once, with the package itself, and with what its opening was given. */
  readonly others: (model: PackageModel, parser: Parser, givenUp: readonly TooMuchWork[]) => OtherPackages;
}

const alone: Surroundings = {
  importPath: undefined,
  isOwn: true,
  others: () => ({
    package: () => undefined,
    imported: () => [],
    importers: () => undefined,
    holding: () => undefined,
    selecting: () => undefined,
    isOfProgram: () => false,
  }),
};

/**
 * Opens a package. Reads nothing yet: files are asked by their bytes, and declarations by their tokens, before they are
 * parsed.
 */
export function packageModel(parser: Parser, text: PackageText, opening: Opening = {}): PackageModel {
  const { givenUp = [], surroundings = alone, gates = true } = opening;
  const files = filesOf(text, () => model);
  const compatible = compatibility(new Set(files.map(({ constraint }) => constraint)).size);
  const path = files[0]?.source.path ?? text.name;
  const lookup: PackageModel['lookup'] = (name, from) => scope.lookup(name, from);
  const declarations = readDeclarations({ files, compatible, parser, givenUp, gates, lookup, path });
  const scope = packageScope(files, compatible, declarations);
  const { info, mentions } = declarations;
  let others: OtherPackages | undefined;
  const model: PackageModel = {
    name: text.name,
    importPath: surroundings.importPath,
    isOwn: surroundings.isOwn,
    get others() {
      return (others ??= surroundings.others(model, parser, givenUp));
    },
    go: text.go,
    files,
    ...scope,
    mentions,
    declarations: declarations.declarations,
    unread: declarations.unread,
    declarationsUsing: (name, from, place) => mentions(name, from, place).map((each) => each.info()),
    declarationAt: (file, token) => {
      const found = file.source.declarationAt(token);
      return found && info(found, file);
    },
    infoOf: (func) =>
      func.file.package === model ? info(func.declaration, func.file) : func.file.package.infoOf(func),
  };
  return model;
}

function filesOf(text: PackageText, model: () => PackageModel): readonly ModelFile[] {
  const constraintOf = constraintsOfPackage();
  return text.files.map((file): ModelFile => ({
    source: sourceOf(file),
    get package() {
      return model();
    },
    inProject: file.inProject ?? file.path,
    constraint: constraintOf(file.path, file.text),
    report: file.report,
  }));
}
