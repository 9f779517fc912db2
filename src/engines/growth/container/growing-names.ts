import type { ModelFile } from '../../../model/info.ts';
import type { PackageModel } from '../../../model/package-model.ts';
import type { Growth } from '../rule.ts';
import { hasNameLike } from '../../../syntax/token/names-like.ts';
import type { PackageSpec } from './declared-names.ts';
import { containerAt, packageSpecs, typesHeld } from './declared-names.ts';
import type { InsertionPlace } from './insertion-places.ts';
import { insertionPlaces } from './insertion-places.ts';
import { isServer, isShortLived, isTryingOut } from './short-lived.ts';
import { containerFields, structBody } from './struct-fields.ts';

/** A name that, by tokens, may be a container which lives as long as the process and grows. */
export interface GrowingName {
  readonly container: Growth['container'];
  readonly name: string;
  /**
   * Undefined for a package variable; for a field the type that declares it, or the variable whose struct has no name.
   */
  readonly owner: string | undefined;
  /** For a field the package variables that may hold its struct. */
  readonly holders: readonly string[];
  /** Where something is put into what is called so; undefined where methods of its type do that. */
  readonly places: readonly Place[] | undefined;
}

/** A token of a file of the package. */
export interface Place {
  readonly file: ModelFile;
  readonly at: number;
}

/**
 * The package variables, and the fields of types that package variables or services have, into which the package puts
 * something under anything but a literal.
 */
export function growingNames(model: PackageModel): readonly GrowingName[] {
  const known = namesOf.get(model) ?? namesIn(model);
  namesOf.set(model, known);
  return known;
}

/** The same package is asked about for two rules. */
const namesOf = new WeakMap<PackageModel, readonly GrowingName[]>();

function namesIn(model: PackageModel): readonly GrowingName[] {
  if (isShortLived(model)) return [];
  const inserted = placesByName(model.files);
  if (inserted.size === 0) return [];
  const variables = packageSpecs(model.files, 'var');
  const types = packageSpecs(model.files, 'type');
  return distinct([
    ...variablesPutInto(variables, types, inserted),
    ...fieldsPutInto(variables, types, inserted, model),
  ]);
}

/**
 * By what is put in and the name, the places: `map.entries` for a name behind a dot, `map entries` for one that is
 * alone.
 */
type Inserted = ReadonlyMap<string, readonly Place[]>;

function keyOf({ container, name, selected }: Omit<InsertionPlace, 'at'>): string {
  return `${container}${selected ? '.' : ' '}${name}`;
}

/** Of more places than anybody writes for one name the first ones are enough. */
const manyPlaces = 64;

function placesByName(files: readonly ModelFile[]): Inserted {
  const found = new Map<string, Place[]>();
  for (const file of files) {
    if (!file.report || isTryingOut(file)) continue;
    for (const { at, ...place } of insertionPlaces(file.source)) {
      const places = found.get(keyOf(place)) ?? [];
      if (places.length < manyPlaces) places.push({ file, at });
      found.set(keyOf(place), places);
    }
  }
  return found;
}

function variablesPutInto(
  variables: readonly PackageSpec[],
  types: readonly PackageSpec[],
  inserted: Inserted,
): readonly GrowingName[] {
  const named = new Map(
    types.flatMap((spec) => {
      const container = containerAt(spec.rest);
      return container ? spec.names.map((name) => [name, container] as const) : [];
    }),
  );
  return variables.flatMap((spec) => {
    const type = typesHeld(spec).find((each) => named.has(each));
    const container = (type === undefined ? undefined : named.get(type)) ?? containerAt(spec.rest);
    if (!container) return [];
    const byMethods =
      type !== undefined && [...inserted.values()].some((places) => places.some((place) => isReceiver(place, type)));
    return spec.names.flatMap((name): GrowingName[] => {
      const places = byMethods ? undefined : inserted.get(keyOf({ container, name, selected: false }));
      return byMethods || places ? [{ container, name, owner: undefined, holders: [], places }] : [];
    });
  });
}

/**
 * Whether a place puts something into the receiver of a method of a type: whatever stands alone there in such a method
 * may be it.
 */
function isReceiver({ file, at }: Place, type: string): boolean {
  return file.source.declarationAt(at)?.receiver === type;
}

function fieldsPutInto(
  variables: readonly PackageSpec[], types: readonly PackageSpec[], inserted: Inserted, model: PackageModel,
): readonly GrowingName[] {
  const holders = holdersOf(variables);
  const anonymous = variables.filter(({ rest }) => structBody(rest) !== undefined);
  const serves = isServer(model);
  return [...types, ...anonymous].flatMap((spec) => {
    const body = structBody(spec.rest);
    const [owner = ''] = spec.names;
    const held = anonymous.includes(spec) ? spec.names : (holders.get(owner) ?? []);
    const isShared = serves && body !== undefined && hasNameLike(body, lock);
    if (!body || (held.length === 0 && !isShared)) return [];
    return containerFields(body).flatMap(({ container, name }): GrowingName[] => {
      const places = inserted.get(keyOf({ container, name, selected: true }));
      if (!places) return [];
      return [{ container, name, owner, holders: held, places }];
    });
  });
}

/** What goroutines share has a lock, or a map that has its own; it lives, as a rule, as long as what they serve. */
const lock = /Mutex$|^(?:Sync)?Map$/;

/** By the name of a type, the variables that may have it. */
function holdersOf(variables: readonly PackageSpec[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const spec of variables)
    for (const type of typesHeld(spec)) found.set(type, [...(found.get(type) ?? []), ...spec.names]);
  return found;
}

/** Files that exclude each other declare the same names. */
function distinct(found: readonly GrowingName[]): readonly GrowingName[] {
  return [...new Map(found.map((each) => [`${each.container} ${each.owner ?? '.'} ${each.name}`, each])).values()];
}
