/** The measures that a probe prints for each row, in its order. */
export const measures = ['heap', 'goroutines', 'timers', 'files', 'leaked'] as const;

/** `heap` is in bytes, the others are numbers of things; `leaked` are goroutines that nothing can wake any more. */
export type Measure = (typeof measures)[number];

/** The state of the process after so many calls. A measure that the system or the toolchain does not have is -1. */
export type Row = Readonly<Record<Measure | 'calls', number>>;

/** A line of the program at which something is kept at the end. */
export interface Kept {
  /** `leaky/pinger.go:30` */
  readonly place: string;
  readonly count: number;
  /** `bytes` or `goroutines`. */
  readonly unit: string;
}

/** What a program under load printed. */
export interface ProbeOutput {
  /** The measure that shows the incident. */
  readonly about: Measure;
  readonly rows: readonly Row[];
  readonly kept: readonly Kept[];
}

/** Reads what package probe prints. */
export function probeOutput(text: string): ProbeOutput {
  const about = measures.find((measure) => text.startsWith(`about ${measure}\n`));
  if (about === undefined) throw new Error(`no output of a probe: ${text.slice(0, 200)}`);
  const lines = text.split('\n');
  return {
    about,
    rows: lines.flatMap((line) => (/^[\s\d-]+$/.test(line) && /\d/.test(line) ? [row(line)] : [])),
    kept: lines.flatMap((line) => {
      const [, place, count, unit] = /^kept (\S+) (\d+) (\w+)$/.exec(line) ?? [];
      return place && unit ? [{ place, count: Number(count), unit }] : [];
    }),
  };
}

function row(line: string): Row {
  const [calls = 0, heap = -1, goroutines = -1, timers = -1, files = -1, leaked = -1] = line
    .trim()
    .split(/\s+/)
    .map(Number);
  return { calls, heap, goroutines, timers, files, leaked };
}
