import { Reader, WireError } from './wire.ts';

/** A stretch of bytes, the end exclusive. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** A function of a profile; numbers lead into the table of strings. */
export interface FunctionEntry {
  readonly name: number;
  readonly file: number;
  readonly start: number;
}

/** One call at an address: innermost first where calls were inlined. */
export interface LineEntry {
  readonly func: number;
  readonly line: number;
}

/** What one sample holds, as its message does. */
export interface SampleEntry {
  readonly locations: readonly number[];
  readonly values: readonly number[];
}

/**
 * A profile as its message holds it (https://github.com/google/pprof/blob/main/proto/profile.proto), texts and samples
 * unread.
 */
export interface Message {
  readonly bytes: Uint8Array;
  /** The name and the unit of each value of a sample, as numbers of strings. */
  readonly types: readonly { readonly name: number; readonly unit: number }[];
  readonly samples: readonly Span[];
  readonly locations: ReadonlyMap<number, readonly LineEntry[]>;
  readonly functions: ReadonlyMap<number, FunctionEntry>;
  readonly strings: readonly Span[];
  /** Of the first mapping, which is the program: the number of a string. */
  readonly build: number;
  /** Nanoseconds: since 1970, and how long was measured; 0 where it does not say. */
  readonly time: number;
  readonly duration: number;
}

/** Beyond that a profile is no profile of Go, whose own limits are far below. */
const MOST_ENTRIES = 2 ** 21;

/** Reads the outer fields of a profile. Throws a WireError. */
export function readMessage(bytes: Uint8Array): Message {
  const types: { name: number; unit: number }[] = [];
  const [samples, strings]: Span[][] = [[], []];
  const locations = new Map<number, readonly LineEntry[]>();
  const functions = new Map<number, FunctionEntry>();
  let [build, time, duration]: (number | undefined)[] = [];
  const reader = new Reader(bytes);
  for (let entries = 0; reader.next(); entries++) {
    if (entries > MOST_ENTRIES) throw new WireError(false);
    const { number, value, from, to, bytes: isBytes } = reader.field;
    if (isBytes) {
      if (number === 1) types.push(numbersOf(bytes, { from, to }, (at) => ({ name: at(1), unit: at(2) })));
      else if (number === 2) samples?.push({ from, to });
      else if (number === 3) build ??= numbersOf(bytes, { from, to }, (at) => at(6));
      else if (number === 4) readLocation(bytes, { from, to }, locations);
      else if (number === 5) readFunction(bytes, { from, to }, functions);
      else if (number === 6) strings?.push({ from, to });
    } else if (number === 9) time = value;
    else if (number === 10) duration = value;
  }
  return {
    bytes,
    types,
    samples: samples ?? [],
    locations,
    functions,
    strings: strings ?? [],
    build: build ?? 0,
    time: time ?? 0,
    duration: duration ?? 0,
  };
}

/** Reads one sample. Throws a WireError. */
export function readSample(bytes: Uint8Array, { from, to }: Span): SampleEntry {
  const locations: number[] = [];
  const values: number[] = [];
  const reader = new Reader(bytes, from, to);
  while (reader.next()) {
    const { number, value, bytes: isBytes } = reader.field;
    const list = number === 1 ? locations : values;
    if (number !== 1 && number !== 2) continue;
    if (!isBytes) list.push(value);
    else
      for (const packed = new Reader(bytes, reader.field.from, reader.field.to); packed.more;)
        list.push(packed.number());
  }
  return { locations, values };
}

/** The numbers of a small message, by the numbers of their fields: 0 for one that is not there. */
function numbersOf<Result>(
  bytes: Uint8Array,
  { from, to }: Span,
  take: (at: (field: number) => number) => Result,
): Result {
  const values = new Map<number, number>();
  for (const reader = new Reader(bytes, from, to); reader.next();) values.set(reader.field.number, reader.field.value);
  return take((field) => values.get(field) ?? 0);
}

function readFunction(bytes: Uint8Array, span: Span, functions: Map<number, FunctionEntry>): void {
  const [id, entry] = numbersOf(bytes, span, (at) => [at(1), { name: at(2), file: at(4), start: at(5) }] as const);
  functions.set(id, entry);
}

function readLocation(bytes: Uint8Array, { from, to }: Span, locations: Map<number, readonly LineEntry[]>): void {
  const lines: LineEntry[] = [];
  let id = 0;
  for (const reader = new Reader(bytes, from, to); reader.next(); ) {
    const { field } = reader;
    if (field.number === 1) id = field.value;
    else if (field.number === 4 && field.bytes)
      lines.push(numbersOf(bytes, field, (at) => ({ func: at(1), line: at(2) })));
  }
  locations.set(id, lines);
}
