import { plainName } from '../function-name.ts';
import type { Frame, Profile, ProfileKind } from '../profile.ts';
import { ProfileError } from '../profile.ts';
import { StackTable } from '../stack-table.ts';
import { waitByFrames, withoutRuntime } from '../wait.ts';
import type { Message, Span } from './message.ts';
import { readMessage, readSample } from './message.ts';
import { WireError } from './wire.ts';

/** The runtime records no deeper stacks; inlining makes several frames of one. */
const MOST_FRAMES = 1024;

/** Frames of all samples together: real profiles have a hundredth. */
const MOST_WORK = 2 ** 25;

/** Longer names and paths are cut: no compiler makes them. */
const LONGEST = 4096;

/** Reads a profile in its binary form, unpacked. Throws a ProfileError. */
export function readProtobuf(name: string, bytes: Uint8Array): Profile {
  try {
    return profileOf(name, readMessage(bytes));
  } catch (error) {
    if (!(error instanceof WireError)) throw error;
    throw new ProfileError(
      error.cut
        ? 'the profile is cut off; fetch it again, to its end'
        : 'is no profile that pprof could read; take it from /debug/pprof',
    );
  }
}

function profileOf(name: string, message: Message): Profile {
  const text = texts(message);
  const names = message.types.map((type) => text(type.name));
  const { kind, count, bytes: size } = choose(names);
  const frames = framesOf(message, text);
  const table = new StackTable();
  let work = MOST_WORK;
  for (const span of message.samples) {
    const { locations, values } = readSample(message.bytes, span);
    const [number = 0, bytes = 0] = [values[count], size === undefined ? 0 : values[size]];
    if (number === 0 && bytes === 0) continue;
    const whole = expanded(locations, frames);
    work -= whole.length;
    if (work < 0) {
      table.lost += number;
      continue;
    }
    const wait = kind === 'heap' ? 'unknown' : waitByFrames(whole);
    const ids = withoutRuntime(whole).flatMap((frame) => table.frame(frame) ?? []);
    table.add(ids, undefined, {
      wait,
      count: number,
      bytes,
      leaked: kind === 'goroutineleak' ? number : 0,
      minutes: undefined,
    });
  }
  const stacks = table.stacks();
  // Agents give whole heap profiles a duration, too; but hardly any change of a heap is without something that has
  // become less.
  const delta = stacks.some(({ count: each }) => each < 0) || (kind !== 'heap' && message.duration > 0);
  return {
    name,
    kind,
    stacks,
    delta,
    time: message.time > 0 ? message.time / 1e6 : undefined,
    build: text(message.build) || undefined,
    picked: false,
    notices:
      table.lost > 0 ? ['the profile has more different stacks than there is room for; the rest is left out'] : [],
  };
}

/** The frames of a stack, inlined calls among them. */
function expanded(locations: readonly number[], frames: (id: number) => readonly Frame[]): readonly Frame[] {
  const whole: Frame[] = [];
  for (const id of locations) {
    for (const frame of frames(id)) if (whole.length < MOST_FRAMES) whole.push(frame);
    if (whole.length >= MOST_FRAMES) break;
  }
  return whole;
}

interface Choice {
  readonly kind: ProfileKind;
  /** Which value is the number of things, and which that of bytes. */
  readonly count: number;
  readonly bytes: number | undefined;
}

function choose(names: readonly string[]): Choice {
  const objects = names.indexOf('inuse_objects');
  if (objects !== -1) return { kind: 'heap', count: objects, bytes: names.indexOf('inuse_space') };
  for (const kind of ['goroutine', 'goroutineleak'] as const)
    if (names.includes(kind)) return { kind, count: names.indexOf(kind), bytes: undefined };
  throw new ProfileError(
    names.length === 0
      ? 'is no profile that pprof could read; take it from /debug/pprof'
      : `is a profile of ${names
          .slice(0, 4)
          .map((each) => each.slice(0, 40))
          .join(', ')}, which do not tell what stays; ` + 'take /debug/pprof/goroutine or /debug/pprof/heap',
  );
}

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

/** Reads strings when they are asked for, each once; an empty one where there is none of that number. */
function texts({ bytes, strings }: Message): (index: number) => string {
  const known = new Map<number, string>();
  const read = ({ from, to }: Span): string => utf8.decode(bytes.subarray(from, Math.min(to, from + LONGEST)));
  return (index) => {
    const found = known.get(index);
    if (found !== undefined) return found;
    const span = strings[index];
    const text = span === undefined ? '' : read(span);
    known.set(index, text);
    return text;
  };
}

/** The frames of a location, by its number; none where there is no such location. */
function framesOf(
  { locations, functions }: Message,
  text: (index: number) => string,
): (id: number) => readonly Frame[] {
  const known = new Map<number, readonly Frame[]>();
  const frame = (func: number, line: number): Frame => {
    const entry = functions.get(func);
    const start = entry !== undefined && entry.start > 0 ? entry.start : undefined;
    return { func: plainName(text(entry?.name ?? 0)), file: text(entry?.file ?? 0), line: Math.max(0, line), start };
  };
  return (id) => {
    const found =
      known.get(id) ?? (locations.get(id) ?? []).slice(0, MOST_FRAMES).map(({ func, line }) => frame(func, line));
    known.set(id, found);
    return found;
  };
}
