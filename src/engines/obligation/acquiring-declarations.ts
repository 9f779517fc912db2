import { mayImport, packageOf, qualifiers } from '../../model/imports.ts';
import type { DeclInfo, ModelFile } from '../../model/info.ts';
import { knownTypeNames } from '../../model/known-apis.ts';
import type { PackageModel } from '../../model/package-model.ts';
import type { Obligation } from '../../spec.ts';
import type { CallPlace } from '../../syntax/call-place.ts';
import { pairPlace } from '../../syntax/call-place.ts';
import type { Declaration } from '../../syntax/source-file.ts';
import { IDENT, PERIOD } from '../../syntax/token-kind.ts';
import { hasName, nameIn } from '../../syntax/token-range.ts';
import { lastName } from './candidates.ts';
import { isSettledPair, MANY_PLACES } from './settled.ts';

/** How calls that give a resource and an error may be spelled in one file. */
interface Spellings {
  /** By the last name of a function that the rule lists, the names that its packages have in the file; undefined where it needs none. */
  readonly functions: ReadonlyMap<string, readonly (string | undefined)[]>;
  /** Methods that the rule lists, of types that the package may have. */
  readonly methods: readonly string[];
  /** Function values and interface methods of the package. */
  readonly declared: readonly string[];
  readonly lookalikes: readonly string[];
}

/**
 * The declarations that may hold a call, listed in the rule, `typed` in the package or a look-alike, that gives several values.
 * Those in which all of them are visibly settled are left out.
 */
export function acquiringDeclarations(rule: Obligation, typed: readonly string[], model: PackageModel): readonly DeclInfo[] {
  const spellings = spellingsIn(model, rule, typed);
  return model.files.flatMap((file) => {
    const own = spellings(file);
    const words = [...own.functions.keys(), ...own.methods, ...own.declared, ...own.lookalikes];
    if (!words.some((word) => file.source.mayHold(word))) return [];
    return model.declarations((declaration) => mayAcquire(declaration, own, rule), (each) => each === file);
  });
}

/** The declarations that may hold a call of a function of the package that hands a resource out, together with an error. */
export function callersOf(name: string, rule: Obligation, model: PackageModel): readonly DeclInfo[] {
  const spelling: Spellings = { functions: new Map(), methods: [], declared: [name], lookalikes: [] };
  return model.declarations((declaration) => mayAcquire(declaration, spelling, rule), ({ source }) => source.mayHold(name));
}

function mayAcquire(declaration: Declaration, { functions, methods, declared, lookalikes }: Spellings, rule: Obligation): boolean {
  return [...functions].some(([name, names]) => someCall(declaration, name, (at) => isQualified(declaration, at, names), rule, true))
    || methods.some((name) => someCall(declaration, name, (at) => isSelected(declaration, at), rule, true))
    || declared.some((name) => someCall(declaration, name, () => true, rule, true))
    || lookalikes.some((name) => someCall(declaration, name, (at) => isSelected(declaration, at), rule, false));
}

function isSelected({ tokens: { kinds } }: Declaration, at: number): boolean {
  return kinds[at - 1] === PERIOD;
}

function isQualified({ tokens: { kinds, ids, names } }: Declaration, at: number, qualifying: readonly (string | undefined)[]): boolean {
  if (kinds[at - 1] !== PERIOD) return qualifying.includes(undefined);
  const id = kinds[at - 2] === IDENT ? (ids[at - 2] ?? -1) : -1;
  return id !== -1 && qualifying.includes(names.word(id));
}

function someCall(declaration: Declaration, name: string, isMeant: (at: number) => boolean, rule: Obligation, isListed: boolean): boolean {
  let places = 0;
  for (let at = nameIn(declaration, name, declaration.first); at !== -1; at = nameIn(declaration, name, at + 1)) {
    if (!isMeant(at)) continue;
    if (++places > MANY_PLACES) return true;
    const place = pairPlace(declaration, at);
    if (place && mayCount(place, declaration, rule, isListed) && !isSettledPair(declaration, place, rule.release, rule.part)) return true;
  }
  return false;
}

/** Whether a call may be judged: what is returned must have the type of the rule, and a look-alike must be used as one. */
function mayCount({ kind, targets }: CallPlace, declaration: Declaration, { type, part, byName }: Obligation, isListed: boolean): boolean {
  if (kind === 'returned') return isListed && [type].flat().some((each) => hasName(declaration, lastName(each)));
  if (isListed || (part === undefined && byName === true)) return true;
  if (kind === 'dropped') return false;
  const { tokens: { kinds, ids, names } } = declaration;
  if (kinds[targets] !== IDENT || kinds[targets + 1] === PERIOD) return false;
  const partId = part === undefined ? -1 : names.find(part);
  return hasName(declaration, names.word(ids[targets] ?? -1), (_, at) =>
    kinds[at + 1] === PERIOD && (part === undefined || ids[at + 2] === partId));
}

/**
 * The spellings in each file, for names of the rule whose packages the package imports. A function needs the name of its
 * package before it. A method needs only a dot; but of a type that no function known here gives, the package must speak.
 */
function spellingsIn({ files }: PackageModel, { acquire, lookalikes }: Obligation, declared: readonly string[]): (file: ModelFile) => Spellings {
  const ofMethods = acquire.filter((name) => name.startsWith('('));
  const receivers = new Set([...new Set(ofMethods.map(receiverOf))].filter((type) => mayHave(type, files)));
  const methods = [...new Set(ofMethods.filter((name) => receivers.has(receiverOf(name))).map(lastName))];
  const ofPackages = acquire.filter((name) => !name.startsWith('('));
  return (file) => {
    const functions = new Map<string, (string | undefined)[]>();
    for (const name of ofPackages) {
      for (const qualifier of qualifiers(file.source, packageOf(name))) {
        const word = lastName(name);
        functions.set(word, [...(functions.get(word) ?? []), qualifier === '.' ? undefined : qualifier]);
      }
    }
    return { functions, methods, declared, lookalikes };
  };
}

/** `net/http.Client` of `(*net/http.Client).Do`. */
function receiverOf(method: string): string {
  return method.slice(method.startsWith('(*') ? 2 : 1, method.indexOf(')'));
}

/** Whether a package may have values of a type of another package: it imports that, and names the type or has it from elsewhere. */
function mayHave(type: string, files: readonly ModelFile[]): boolean {
  if (!files.some(({ source }) => mayImport(source, packageOf(type)))) return false;
  return knownTypeNames.has(type) || files.some(({ source }) => source.mayHold(lastName(type)));
}
