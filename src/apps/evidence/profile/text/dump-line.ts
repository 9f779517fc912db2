/** One line of the stack of a goroutine in a dump. */
export type DumpLine =
  | { readonly kind: 'blank' | 'other' }
  /** A call: `main.(*T).run(0xc000012345, {0x1, 0x2})`; `created`: of the `go` statement that started it all. */
  | { readonly kind: 'call' | 'created'; readonly func: string }
  /** Where the call before it is: `/src/a.go:12`; `bare`: nothing stands behind it. */
  | { readonly kind: 'place'; readonly place: string; readonly bare: boolean };

const blank: DumpLine = { kind: 'blank' };
const other: DumpLine = { kind: 'other' };
const CREATED = 'created by ';

/** Says what a line of a dump is; white space around it is taken off. */
export function dumpLine(text: string, from: number, to: number): DumpLine {
  let [start, end] = [from, to];
  while (start < end && text.charCodeAt(start) <= 32) start++;
  while (end > start && text.charCodeAt(end - 1) <= 32) end--;
  if (start === end) return blank;
  // A search within the line only: one within the whole text would go on to its end.
  const line = text.slice(start, end);
  if (line.endsWith(')')) return call(line);
  if (line.startsWith(CREATED)) return created(line.slice(CREATED.length));
  const found = place(line);
  return found === other ? call(line, CUT) : found;
}

/** What the arguments may begin with where a terminal or a mail has broken the line within them. */
const CUT = /^\((?:0x[0-9a-f]*|\{0x[0-9a-f]*)[0-9a-fx?{}, ]*$/;

/** The arguments have braces, but no parentheses. No symbol has a space. */
function call(line: string, rest?: RegExp): DumpLine {
  const open = line.lastIndexOf('(');
  if (open < 1 || (rest && !rest.test(line.slice(open)))) return other;
  const func = line.slice(0, open);
  return func.includes(' ') ? other : { kind: 'call', func };
}

function created(func: string): DumpLine {
  const space = func.indexOf(' ');
  return { kind: 'created', func: space === -1 ? func : func.slice(0, space) };
}

/** `/src/a.go:12 +0x1d fp=0xc0 sp=0xc0 pc=0x4`, of which all behind the line may be missing. */
function place(line: string): DumpLine {
  const offset = line.indexOf(' +');
  const stop = offset === -1 ? line.length : offset;
  let at = stop;
  while (at > 0 && isDigit(line.charCodeAt(at - 1))) at--;
  if (at === stop || at < 2 || line.charCodeAt(at - 1) !== 58) return other;
  const bare = stop === line.length;
  return { kind: 'place', place: bare ? line : line.slice(0, stop), bare };
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
