import { plainName } from '../function-name.ts';
import type { Frame } from '../profile.ts';

/** A stack in the text form of a profile (`debug=1`), with the numbers in front of it. */
export interface CountedStack {
  /** `27` of `27 @ 0x…`; `3: 1536 [9: 4608]` has four. */
  readonly numbers: readonly number[];
  readonly frames: readonly Frame[];
}

const MOST_FRAMES = 512;
const LONGEST_LINE = 4096;

/** The stacks of a profile in its text form, read from the line behind the first one on. */
export function* countedStacks(text: string): Generator<CountedStack> {
  let numbers: readonly number[] | undefined;
  let frames: Frame[] = [];
  for (const line of lines(text)) {
    const frame = frameOf(line);
    if (frame) {
      if (frames.length < MOST_FRAMES) frames.push(frame);
    } else if (line === '' || !line.startsWith('#')) {
      if (numbers !== undefined) yield { numbers, frames };
      [numbers, frames] = [numbersOf(line), []];
    }
  }
  if (numbers !== undefined) yield { numbers, frames };
}

function* lines(text: string): Generator<string> {
  for (let at = text.indexOf('\n') + 1; at > 0 && at < text.length; ) {
    const end = text.indexOf('\n', at);
    const to = end === -1 ? text.length : end;
    yield text.slice(at, Math.min(to, at + LONGEST_LINE)).trimEnd();
    at = end === -1 ? 0 : end + 1;
  }
}

/** `27 @ 0x…`, `3: 1536 [9: 4608] @ 0x…`, negative where it is a difference; undefined for other lines. */
function numbersOf(line: string): readonly number[] | undefined {
  const at = line.indexOf(' @');
  const front = at === -1 ? '' : line.slice(0, at);
  return /^-?\d[-\d:[\] ]*$/.test(front) ? (front.match(/-?\d+/g) ?? []).map(Number) : undefined;
}

/**
 * `#\t0x4a2f41\tmain.leak.func1+0x21\t/src/main.go:12`; between name and place there may be several tabs, which copies
 * of a page have as blanks. A number sign at the begin of a line is a mark of Markdown, and may have gone.
 */
const FRAME = /^#?\s*0x[0-9a-f]+\s+(\S.*?)\+0x[0-9a-f]+\s+(\S.*):(\d{1,9})$/;

function frameOf(line: string): Frame | undefined {
  const [, symbol, file, number] = FRAME.exec(line) ?? [];
  if (symbol === undefined || file === undefined) return undefined;
  return { func: plainName(symbol), file, line: Number(number), start: undefined };
}
