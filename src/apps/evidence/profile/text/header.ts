/** The line in front of the frames of a goroutine. */
export interface Header {
  readonly id: number;
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
    id: Number(id), reason: state.replace(MARKS, ''), leaked: state.includes(' (leaked)'),
    minutes: minutes === undefined ? undefined : Number(minutes), left, end: at + 'goroutine '.length + all.length,
  };
}

const DUMPED = /^(\d{1,15}) (?:gp=\S{1,20} m=\S{1,20} (?:mp=\S{1,20} )?)?\[([^\]"{]{1,200})(?:\{.{0,4000}\})?\]:/;
const LEFT = /^(\d{1,15}) in state ([^,]{1,100}), with .{1,2000} on top of the stack:/;
/** What a state says beside the reason: that the garbage collector looks at it, or that a test's clock can move it. */
const MARKS = / \((?:leaked|scan|durable)\)/g;
