/** One line of the stack of a goroutine in a dump. */
export type DumpLine =
  | { readonly kind: 'blank' | 'other' }
  /** A call: `main.(*T).run(0xc000012345, {0x1, 0x2})`; `created`: of the `go` statement that started it all. */
  | { readonly kind: 'call' | 'created'; readonly func: string }
  /** Where the call before it is: `/src/a.go:12`. */
  | { readonly kind: 'place'; readonly place: string };

const blank: DumpLine = { kind: 'blank' };
const other: DumpLine = { kind: 'other' };
const CREATED = 'created by ';

/** Says what a line of a dump is; white space around it is taken off. */
export function dumpLine(text: string, from: number, to: number): DumpLine {
  let [start, end] = [from, to];
  while (start < end && text.charCodeAt(start) <= 32) start++;
  while (end > start && text.charCodeAt(end - 1) <= 32) end--;
  if (start === end) return blank;
  if (text.charCodeAt(end - 1) === 41) return call(text, start, end);
  if (text.startsWith(CREATED, start)) return created(text, start + CREATED.length, end);
  const found = place(text, start, end);
  return found === other ? call(text, start, end, CUT) : found;
}

/** What the arguments may begin with where a terminal or a mail has broken the line within them. */
const CUT = /^\((?:0x[0-9a-f]*|\{0x[0-9a-f]*)[0-9a-fx?{}, ]*$/;

/** The arguments have braces, but no parentheses. No symbol has a space. */
function call(text: string, start: number, end: number, rest?: RegExp): DumpLine {
  const open = text.lastIndexOf('(', end - 1);
  if (open <= start || (rest && !rest.test(text.slice(open, end)))) return other;
  const func = text.slice(start, open);
  return func.includes(' ') ? other : { kind: 'call', func };
}

function created(text: string, start: number, end: number): DumpLine {
  const func = text.slice(start, end);
  const space = func.indexOf(' ');
  return { kind: 'created', func: space === -1 ? func : func.slice(0, space) };
}

/** `/src/a.go:12 +0x1d fp=0xc0 sp=0xc0 pc=0x4`, of which all behind the line may be missing. */
function place(text: string, start: number, end: number): DumpLine {
  const offset = text.indexOf(' +', start);
  let at = offset === -1 || offset >= end ? end : offset;
  const stop = at;
  while (at > start && isDigit(text.charCodeAt(at - 1))) at--;
  if (at === stop || at - 1 <= start || text.charCodeAt(at - 1) !== 58) return other;
  return { kind: 'place', place: text.slice(start, stop) };
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
