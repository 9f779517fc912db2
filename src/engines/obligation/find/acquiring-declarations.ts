import { mayImport, packageOf, qualifiers } from '../../../model/names/imports.ts';
import type { DeclInfo, ModelFile } from '../../../model/info.ts';
import { knownTypeNames } from '../../../model/types/known-apis.ts';
import type { PackageModel } from '../../../model/package-model.ts';
import type { Obligation } from '../rule.ts';
import type { CallPlace } from '../../../syntax/outline/call-place.ts';
import { pairPlace } from '../../../syntax/outline/call-place.ts';
import type { Declaration } from '../../../syntax/source-file.ts';
import { IDENT, PERIOD } from '../../../syntax/token/token-kind.ts';
import { hasName } from '../../../syntax/token/token-range.ts';
import { lastName } from './candidates.ts';
import { isSettledPair, MANY_PLACES } from './settled.ts';

/** How calls that give a resource and an error may be spelled in one file. */
interface Spellings {
  /**
   * By the last name of a function that the rule lists, the names that its packages have in the file; undefined where
   * it needs none.
   */
  readonly functions: ReadonlyMap<string, readonly (string | undefined)[]>;
  /** Methods that the rule lists, of types that the package may have. */
  readonly methods: readonly string[];
  /** Function values and interface methods of the package. */
  readonly declared: readonly string[];
  readonly lookalikes: readonly string[];
  /** Names that count only where the type of the rule is written. */
  readonly byType: readonly string[];
}

/**
 * The declarations that may hold a call, listed in the rule, `typed` in the package or a look-alike, that gives several
 * values. Those in which all of them are visibly settled are left out.
 */
export function acquiringDeclarations(rule: Obligation, typed: readonly string[], model: PackageModel): readonly DeclInfo[] {
  const spellings = spellingsIn(model, rule, typed);
  return model.files.flatMap((file) => {
    const found = acquiringIn(file, spellings(file), rule);
    return found.size > 0 ? model.declarations((declaration) => found.has(declaration), (each) => each === file) : [];
  });
}

/**
 * The declarations that may hold a call of a function of the package that hands a resource out, together with an error.
 */
export function callersOf(name: string, rule: Obligation, model: PackageModel): readonly DeclInfo[] {
  const spelling: Spellings = { functions: new Map(), methods: [], declared: [name], lookalikes: [], byType: [] };
  return model.files.flatMap((file) => {
    const found = acquiringIn(file, spelling, rule);
    return found.size > 0 ? model.declarations((declaration) => found.has(declaration), (each) => each === file) : [];
  });
}

/** A place that may be meant: in a declaration, the token of the name. */
type PlaceTest = (declaration: Declaration, at: number) => boolean;

function acquiringIn(
  { source }: ModelFile,
  { functions, methods, declared, lookalikes, byType }: Spellings,
  rule: Obligation,
): ReadonlySet<Declaration> {
  const found = new Set<Declaration>();
  const places = new Map<Declaration, number>();
  const add = (name: string, isMeant: PlaceTest, isListed: boolean): void => {
    for (const at of source.places(name)) {
      const declaration = source.declarationAt(at);
      if (!declaration || found.has(declaration) || !isMeant(declaration, at)) continue;
      const count = (places.get(declaration) ?? 0) + 1;
      places.set(declaration, count);
      if (count > MANY_PLACES || isUnsettled(declaration, at, rule, isListed)) found.add(declaration);
    }
  };
  for (const [name, names] of functions) add(name, (declaration, at) => isQualified(declaration, at, names), true);
  for (const name of methods) add(name, isSelected, true);
  for (const name of declared) add(name, () => true, true);
  for (const name of lookalikes) add(name, isSelected, false);
  const isWritten: PlaceTest = (declaration, at) => isSelected(declaration, at) && writesType(declaration, rule);
  for (const name of byType) add(name, isWritten, true);
  return found;
}

function writesType(declaration: Declaration, { type }: Obligation): boolean {
  return [type].flat().some((each) => hasName(declaration, lastName(each)));
}

function isUnsettled(declaration: Declaration, at: number, rule: Obligation, isListed: boolean): boolean {
  const place = pairPlace(declaration, at);
  return (
    place !== undefined
    && mayCount(place, declaration, rule, isListed)
    && !isSettledPair(declaration, place, rule.release, rule.part)
  );
}

function isSelected({ tokens: { kinds } }: Declaration, at: number): boolean {
  return kinds[at - 1] === PERIOD;
}

function isQualified(
  { tokens: { kinds, ids, names } }: Declaration,
  at: number,
  qualifying: readonly (string | undefined)[],
): boolean {
  if (kinds[at - 1] !== PERIOD) return qualifying.includes(undefined);
  const id = kinds[at - 2] === IDENT ? (ids[at - 2] ?? -1) : -1;
  return id !== -1 && qualifying.includes(names.word(id));
}

/**
 * Whether a call may be judged: what is returned must have the type of the rule, and a look-alike must be used as one.
 */
function mayCount({ kind, targets }: CallPlace, declaration: Declaration, rule: Obligation, isListed: boolean): boolean {
  const { part, byName } = rule;
  if (kind === 'returned') return isListed && writesType(declaration, rule);
  if (isListed || (part === undefined && byName === true)) return true;
  if (kind === 'dropped') return false;
  const { tokens: { kinds, ids, names } } = declaration;
  if (kinds[targets] !== IDENT || kinds[targets + 1] === PERIOD) return false;
  const partId = part === undefined ? -1 : names.find(part);
  return hasName(declaration, names.word(ids[targets] ?? -1), (_, at) =>
    kinds[at + 1] === PERIOD && (part === undefined || ids[at + 2] === partId));
}

/**
 * The spellings in each file, for names of the rule whose packages the package imports. A function needs the name of
 * its package before it. A method needs only a dot; but of a type that no function known here gives, the package must
 * speak.
 */
function spellingsIn(
  model: PackageModel,
  { acquire, lookalikes, declared: declaredOnly = lookalikes }: Obligation,
  declared: readonly string[],
): (file: ModelFile) => Spellings {
  const ofMethods = acquire.filter((name) => name.startsWith('('));
  const receivers = new Set([...new Set(ofMethods.map(receiverOf))].filter((type) => mayHave(type, model)));
  const methods = [...new Set(ofMethods.filter((name) => receivers.has(receiverOf(name))).map(lastName))];
  const ofPackages = acquire.filter((name) => !name.startsWith('('));
  const unknown = (names: readonly string[]): readonly string[] => names.filter((name) => !declared.includes(name));
  return (file) => {
    const functions = new Map<string, (string | undefined)[]>();
    for (const name of ofPackages) {
      for (const qualifier of qualifiers(file.source, packageOf(name))) {
        const word = lastName(name);
        functions.set(word, [...(functions.get(word) ?? []), qualifier === '.' ? undefined : qualifier]);
      }
    }
    return { functions, methods, declared, lookalikes: unknown(lookalikes), byType: unknown(declaredOnly) };
  };
}

/** `net/http.Client` of `(*net/http.Client).Do`. */
function receiverOf(method: string): string {
  return method.slice(method.startsWith('(*') ? 2 : 1, method.indexOf(')'));
}

/**
 * Whether a package may have values of a type of another package: it imports that, and names the type or has it from
 * elsewhere; or a package of the workspace that it imports does.
 */
function mayHave(type: string, { files, others }: PackageModel): boolean {
  const path = packageOf(type);
  const isImported = files.some(({ source }) => mayImport(source, path));
  if (isImported && (knownTypeNames.has(type) || files.some(({ source }) => source.mayName(lastName(type)))))
    return true;
  return others.imported().some(({ imports }) => imports.has(path));
}
