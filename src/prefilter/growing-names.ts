import type { Seeks } from '../findings/evidence.ts';
import type { Growth, PackageText, SourceText } from '../spec.ts';
import { containerFields, holdersOf, placesMade } from './container-fields.ts';
import { declarationStart, lineEnd, lineLimit, specLines } from './go-text.ts';
import type { Insertion } from './insertions.ts';
import { insertions } from './insertions.ts';
import type { PackageVariable } from './package-variables.ts';
import { packageVariables, typesHeld } from './package-variables.ts';
import { releasedNames } from './released-names.ts';
import { sharedTypes } from './shared-types.ts';
import { settingUp } from './setting-up.ts';
import { isServer, isShortLived, isTryingOut } from './short-lived.ts';

/** A name that, by its text, may be a container which lives as long as the process and grows. */
export interface GrowingName {
  readonly container: Growth['container'];
  readonly name: string;
  /** Undefined for a package variable; for a field the type that declares it, or the variable whose struct has no name. */
  readonly owner: string | undefined;
  /** For a field the package variables that may hold its struct. */
  readonly holders: readonly string[];
  /** Where something is put into what is called so, again and again; undefined where methods of its type do that. */
  readonly places: readonly TextPlace[] | undefined;
}

/** A place in a file of the package. */
export interface TextPlace {
  readonly file: SourceText;
  /** Counted in characters from the beginning of the file. */
  readonly at: number;
}

type Texts = Pick<PackageText, 'name' | 'files'>;

/**
 * The package variables of one kind, and the fields of types that package variables have, into which the text of the
 * package puts something under anything but a literal. Asked before a package is opened: few are left. Linear in the text.
 */
export function growingNames(text: Texts, container: Growth['container'], seeks: Seeks): readonly GrowingName[] {
  const isAll = seeks('keys-are-told');
  const known = isAll ? knownAll : knownTelling;
  const names = known.get(text.files) ?? namesIn(text, isAll);
  known.set(text.files, names);
  return names.filter((each) => each.container === container);
}

/** The same package is asked about for two rules, and again when it is open: what was found is kept as long as its texts are. */
const knownAll = new WeakMap<PackageText['files'], readonly GrowingName[]>();
const knownTelling = new WeakMap<PackageText['files'], readonly GrowingName[]>();

const maps: ReadonlySet<Growth['container']> = new Set(['map']);
const none: ReadonlySet<string> = new Set();
const both: ReadonlySet<Growth['container']> = new Set(['map', 'slice']);

/** The questions in the order in which they are cheap and leave little: most packages have no such variables, or put nothing into them. */
function namesIn(text: Texts, isAll: boolean): readonly GrowingName[] {
  const { files } = text;
  const variables = files.flatMap((file) => packageVariables(file.text));
  const texts = files.map((file) => file.text);
  const services = isServer(text) && (isAll || texts.some(isTelling)) ? sharedTypes(texts) : none;
  if ((variables.length === 0 && services.size === 0) || isShortLived(text)) return [];
  const fields = containerFields(texts, holdersOf(variables, services)).map((field) => ({ ...field, type: undefined }));
  const candidates = distinct([...plainNames(texts, variables), ...fields]);
  if (candidates.length === 0) return [];
  const methods = receiversOf(texts, new Set(candidates.flatMap(({ type }) => type ?? [])));
  const names = new Set([...candidates.map(({ name }) => name), ...methods.keys()]);
  const inserted = insertionsIn(files, names, candidates.some(({ container }) => container === 'slice') ? both : maps);
  const byMethods = new Set([...inserted].flatMap(([key, places]) => typesPutInto(key, places, methods)));
  const put = candidates.flatMap(({ type, ...candidate }): GrowingName[] => {
    if (type !== undefined && byMethods.has(type)) return [{ ...candidate, places: undefined }];
    const places = inserted.get(keyOf({ ...candidate, selected: candidate.owner !== undefined }));
    const isOfService = candidate.owner !== undefined && candidate.holders.length === 0;
    if (!places || (isOfService && !(places.some(speaksOfEntity) && (isAll || places.some(isTellingAt))))) return [];
    return [{ ...candidate, places }];
  });
  return put.length === 0 ? [] : unreleased(put, texts);
}

/** How many services there are, no package says. Only these calls tell for certain that something is lost, or never leaves. */
const telling = { lost: '.LoadOrStore(', kept: 'SetFinalizer(' };

function isTelling(text: string): boolean {
  return text.includes(telling.lost) || text.includes(telling.kept);
}

function isTellingAt({ file: { text }, at }: TextPlace): boolean {
  return text.startsWith(telling.lost, at) || text.includes(telling.kept);
}

/**
 * Names of what comes and goes, as rules have them, and of requests. Of fields that no package variable holds only such
 * keys are asked for, and the function says one of these words before it puts something in.
 */
const entity = new RegExp(
  'user|session|conn|client|peer|req|customer|account|visitor|player|member|job|task|stream|subscri|message|msg|packet|order|token'
    + '|cookie|email|remote|container|pod|process|socket|load|transaction|query|caller|sender|recipient|http|ctx\\.'
    + String.raw`|\b(?:ip|tx|pid|u?u?id|guid)\b|(?:IP|Ip|Tx|ID|Id)\b|IPs?[A-Z]`,
  'i',
);

function speaksOfEntity({ file: { text }, at }: TextPlace): boolean {
  const start = declarationStart(text, at) ?? at;
  return entity.test(text.slice(start, lineEnd(text, at)));
}

/** A name that may be a container, before anybody has looked what is put into it. */
interface Candidate extends Pick<GrowingName, 'container' | 'name' | 'owner' | 'holders'> {
  /** The type of this package that it has, where that is a named map or slice: its methods may put something in. */
  readonly type: string | undefined;
}

/** Files that exclude each other declare the same names. */
function distinct(candidates: readonly Candidate[]): readonly Candidate[] {
  return [...new Map(candidates.map((each) => [`${each.container} ${each.owner ?? '.'} ${each.name}`, each])).values()];
}

function plainNames(texts: readonly string[], variables: readonly PackageVariable[]): readonly Candidate[] {
  const named = new Map(texts.flatMap(namedContainers));
  return variables.flatMap((variable): Candidate[] => {
    const { name, rest } = variable;
    const type = typesHeld(variable).find((each) => named.has(each));
    const container = type === undefined ? containerOf(rest) : named.get(type);
    return container ? [{ container, name, owner: undefined, holders: [], type }] : [];
  });
}

/** What a variable is by its line: a map says so, also in the name of its type or library. */
function containerOf(rest: string): Growth['container'] | undefined {
  if (/map/i.test(rest)) return /^(?:= *)?\[\]/.test(rest) ? 'slice' : 'map';
  return /^(?:= *)?(?:make\()?\[\]/.test(rest) ? 'slice' : undefined;
}

/** The named map or slice types of a text: `type T map[`, `type T = []`, `type T[K any] map[`. */
function namedContainers(text: string): readonly (readonly [string, Growth['container']])[] {
  return specLines(text, 'type').flatMap(([start, end]) => {
    const [, name, type] = namedContainer.exec(text.slice(start, Math.min(end, start + lineLimit))) ?? [];
    return name === undefined ? [] : [[name, type === '[]' ? 'slice' : 'map'] as const];
  });
}

const namedContainer = /^\s([A-Za-z_\u{80}-\u{10ffff}][\w\u{80}-\u{10ffff}]*)(?:\[[^\]\n]{1,80}\])? (?:= )?(\[\]|map\[|[\w.]*Map\b)/u;

/** By the name of a receiver, the types of these whose methods use it. */
function receiversOf(texts: readonly string[], types: ReadonlySet<string>): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  if (types.size === 0) return found;
  for (const text of texts) {
    for (const [, name = '', type = ''] of text.matchAll(receiver)) {
      const others = found.get(name) ?? [];
      if (types.has(type) && !others.includes(type)) found.set(name, [...others, type]);
    }
  }
  return found;
}

const receiver = /^func \(([A-Za-z_\u{80}-\u{10ffff}][\w\u{80}-\u{10ffff}]*) \*?([A-Za-z_\u{80}-\u{10ffff}][\w\u{80}-\u{10ffff}]*)/gmu;

/** The types in whose methods something is put into the receiver. */
function typesPutInto(key: string, places: readonly TextPlace[], methods: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const types = methods.get(key.slice(key.indexOf(' ') + 1));
  if (!types) return [];
  return places.flatMap(({ file: { text }, at }) => {
    const start = declarationStart(text, at) ?? at;
    const line = /^func \([^)\n]{1,200}\)/.exec(text.slice(start, start + lineLimit))?.[0] ?? '';
    return types.filter((type) => line.includes(type));
  });
}

function keyOf({ container, name, selected }: Pick<Insertion, 'container' | 'name' | 'selected'>): string {
  return `${container}${selected ? '.' : ' '}${name}`;
}

/** Of more places than anybody writes for one name the first ones are enough. */
const manyPlaces = 64;

/** By key, the places where something is put in by functions that may run again and again. */
function insertionsIn(
  files: readonly SourceText[],
  names: ReadonlySet<string>,
  containers: typeof both,
): ReadonlyMap<string, readonly TextPlace[]> {
  const found = new Map<string, TextPlace[]>();
  for (const file of files) {
    if (!file.report || isTryingOut(file)) continue;
    for (const insertion of insertions(file.text, names, containers)) {
      const places = found.get(keyOf(insertion)) ?? [];
      if (places.length >= manyPlaces || !mayRunAgain(file.text, insertion)) continue;
      places.push({ file, at: insertion.at });
      found.set(keyOf(insertion), places);
    }
  }
  return found;
}

/** Parameters of what serves requests, and loops that may not end. */
const again = /ResponseWriter|\.Request\b|gin\.|echo\.|fiber\.|fasthttp\.|net\.Conn\b|for \{|for ;|for (?:\w+ :?= )?range /;
const functionName = /^func (?:\([^)\n]{1,200}\) )?([A-Za-z_\u{80}-\u{10ffff}][\w\u{80}-\u{10ffff}]*)/u;

/** Whether the function around a place may run again and again, by its name and what stands before the place. */
function mayRunAgain(text: string, { at, container }: Insertion): boolean {
  const start = declarationStart(text, at);
  if (start === undefined || !text.startsWith('func', start)) return text.startsWith('var', start);
  const name = functionName.exec(text.slice(start, start + lineLimit))?.[1] ?? '';
  if ((name === 'main' || settingUp.test(name)) && !text.slice(start + 'func'.length, at).includes('func(')) return false;
  return container === 'map' || again.test(text.slice(start, at));
}

/** Leaves out what the text shows to be made smaller, and fields of what there are many of. */
function unreleased(put: readonly GrowingName[], texts: readonly string[]): readonly GrowingName[] {
  const released = releasedNames(texts, new Set(put.map(({ name }) => name)));
  const kept = put.filter(({ name, owner }) => !(owner === undefined ? released.plain : released.selected).has(name));
  const owners = new Set(kept.flatMap(({ owner }) => owner ?? []));
  if (owners.size === 0) return kept;
  const mentioning = texts.filter((text) => owners.size > manyPlaces || [...owners].some((owner) => text.includes(owner)));
  const held = new Set(kept.flatMap(({ owner, holders }) => (owner !== undefined && holders.length > 0 ? [owner] : [])));
  const many = new Set(mentioning.flatMap((text) => placesMade(text, owners)
    .filter(({ at, type }) => (held.has(type) ? isMadeAgain : isMadeByMethod)(text, at)).map(({ type }) => type)));
  return kept.filter(({ owner }) => owner === undefined || !many.has(owner));
}

/** Whether the function around a place, by its line, is not one that makes what a package variable holds. */
function isMadeAgain(text: string, at: number): boolean {
  const start = declarationStart(text, at);
  if (start === undefined || !text.startsWith('func', start)) return false;
  return (
    !/^func \p{Ll}[\w\u{80}-\u{10ffff}]*[([]/u.test(text.slice(start, start + lineLimit))
    && !text.slice(Math.max(0, at - lineLimit), at).includes('Do(func')
  );
}

/** Whether the function around a place is a method: what makes a service is a function, called once. */
function isMadeByMethod(text: string, at: number): boolean {
  const start = declarationStart(text, at);
  return start !== undefined && text.startsWith('func (', start);
}
