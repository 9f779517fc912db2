/** What a profile is to hold. */
export interface Content {
  /** `goroutine/count` */
  readonly types: readonly string[];
  readonly samples: readonly {
    readonly stack: readonly {
      readonly func: string;
      readonly file: string;
      readonly line: number;
      readonly start: number;
    }[];
    readonly values: readonly number[];
    /** Numbers of locations in place of those of the stack. */
    readonly locations?: readonly number[];
  }[];
  readonly time?: number;
  readonly duration?: number;
  readonly build?: string;
}

/** Writes a profile as the runtime does, one location for each frame. */
export function encode({ types, samples, time = 0, duration = 0, build = '' }: Content): Uint8Array {
  const strings = [''];
  const text = (value: string): number => (strings.includes(value) ? strings.indexOf(value) : strings.push(value) - 1);
  const functions: number[][] = [];
  const locations: number[][] = [];
  const location = ({ func, file, line, start }: Content['samples'][number]['stack'][number]): number => {
    const id = functions.length + 1;
    functions.push([...number(1, id), ...number(2, text(func)), ...number(4, text(file)), ...number(5, start)]);
    locations.push([...number(1, id), ...field(4, [...number(1, id), ...number(2, line)])]);
    return id;
  };
  const body = [
    ...types.flatMap((type) => {
      const [name = '', unit = ''] = type.split('/');
      return field(1, [...number(1, text(name)), ...number(2, text(unit))]);
    }),
    ...samples.flatMap(({ stack, values, locations: ids = stack.map(location) }) =>
      field(2, [...field(1, ids.flatMap(varint)), ...field(2, values.flatMap(varint))]),
    ),
    ...field(3, [...number(1, 1), ...number(6, text(build))]),
  ];
  return Uint8Array.from([
    ...body, ...locations.flatMap((each) => field(4, each)), ...functions.flatMap((each) => field(5, each)),
    ...strings.flatMap((each) => field(6, [...Buffer.from(each)])), ...number(9, time), ...number(10, duration),
  ]);
}

function field(id: number, bytes: readonly number[]): number[] {
  return [...varint(id * 8 + 2), ...varint(bytes.length), ...bytes];
}

function number(id: number, value: number): number[] {
  return value === 0 ? [] : [...varint(id * 8), ...varint(value)];
}

function varint(value: number): number[] {
  const bytes: number[] = [];
  for (let rest = BigInt.asUintN(64, BigInt(value)); ; rest >>= 7n) {
    if (rest < 128n) return [...bytes, Number(rest)];
    bytes.push(Number(rest & 127n) | 128);
  }
}
