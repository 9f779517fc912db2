/** The line in front of the frames of a goroutine. */
export interface Header {
  /** The number of the goroutine; undefined where several have the stack. */
  readonly id: number | undefined;
  readonly count: number;
  /** Why it waits, in the words of the runtime: `chan send`. */
  readonly reason: string;
  /** Whether the runtime found it leaked. */
  readonly leaked: boolean;
  /** For how many minutes it has waited; undefined below one. */
  readonly minutes: number | undefined;
  /** Whether a test library wrote it, for a goroutine that a test left. */
  readonly left: boolean;
  /** Where the header ends in the text: behind its colon. */
  readonly end: number;
}

/** A number of a goroutine may be followed by words of the scheduler, and a reason by labels of the program. */
const LONGEST = 4096;

/**
 * Reads a header of a dump (`goroutine 18 [chan send (leaked), 93 minutes, locked to thread]:`) or of goleak
 * (`Goroutine 18 in state chan send, with … on top of the stack:`), whose first word is at `at` of a text; it ends
 * before `limit`. Undefined where there is none.
 */
export function readHeader(text: string, at: number, limit: number): Header | undefined {
  const left = text.startsWith('Goroutine ', at);
  if (!left && !text.startsWith('goroutine ', at)) return undefined;
  const line = text.slice(at + 'goroutine '.length, Math.min(limit, at + LONGEST));
  const found = left ? LEFT.exec(line) : DUMPED.exec(line);
  const [all, id, reason = ''] = found ?? [];
  if (all === undefined) return undefined;
  const [state = '', ...more] = reason.split(', ');
  const minutes = more.map((each) => /^(\d{1,9}) minutes$/.exec(each)?.[1]).find((each) => each !== undefined);
  return {
    id: Number(id), count: 1, reason: state.replace(MARKS, ''), leaked: state.includes(' (leaked)'),
    minutes: minutes === undefined ? undefined : Number(minutes), left, end: at + 'goroutine '.length + all.length,
  };
}

/** What stands in a header of the tests of net/http, which others have copied: `101 instances of:`. */
export const INSTANCES = ' instances of:';

/** A header, and where it begins. */
export interface FoundHeader {
  readonly from: number;
  readonly header: Header;
}

/** Reads a header of so many instances, with these words at `at` of a text; undefined where there is none. */
export function readInstances(text: string, at: number): FoundHeader | undefined {
  const [digits] = /\d{1,7}$/.exec(text.slice(Math.max(0, at - 7), at)) ?? [];
  const end = at + INSTANCES.length;
  if (digits === undefined || !/^(?:[\r\n\\]|$)/.test(text.slice(end, end + 1))) return undefined;
  const more = { reason: '', leaked: false, minutes: undefined, left: true };
  return { from: at - digits.length, header: { id: undefined, count: Number(digits), ...more, end } };
}

const DUMPED = /^(\d{1,15}) (?:gp=\S{1,20} m=\S{1,20} (?:mp=\S{1,20} )?)?\[([^\]"{]{1,200})(?:\{.{0,4000}\})?\]:/;
const LEFT = /^(\d{1,15}) in state ([^,]{1,100}), with .{1,2000} on top of the stack:/;
/** What a state says beside the reason: that the garbage collector looks at it, or that a test's clock can move it. */
const MARKS = / \((?:leaked|scan|durable)\)/g;
