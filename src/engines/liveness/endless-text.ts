/** A loop without a condition: `for {`, `for ;;`, `for true`. */
const endless = /\bfor\s*\{|\bfor\b[^{\n]*;\s*(?:true\s*)?;|\bfor\s+true\b/g;

/** `conn, err := l.Accept()`, `n, _ := conn.Read(buf)`: the error says that there is nothing more to come. */
const readsWithError = /,\s*[^\s,(]{1,80}\s*:?=\s*[^\s(]{1,80}\.(?:Accept|Read|Recv)/;

/** Of more loops, and longer ones, only the tree tells. */
const manyLoops = 50;
const longLoop = 20_000;

/** Asked first, of a whole file too: a loop without a condition, and something to wait for. */
export function mayHoldEndless(text: string): boolean {
  return text.includes('for') && mayWait(text) && text.search(endless) !== -1;
}

/**
 * Asked before a declaration is parsed: whether it may hold a loop without a condition that waits for something and that
 * nothing leaves, or that has a clause which only breaks out of its select.
 */
export function mayLoopForEver(text: string): boolean {
  if (!mayHoldEndless(text)) return false;
  const loops = [...text.matchAll(endless)];
  return loops.length > manyLoops || loops.some(({ index }) => {
    const loop = loopAt(text, index);
    return loop === undefined || (mayWait(loop) && !(returns(loop) && !bareBreak.test(loop)));
  });
}

function mayWait(text: string): boolean {
  return text.includes('<-') || text.includes('Sleep') || readsWithError.test(text);
}

/**
 * A loop from its first word up to the line that closes it, as gofmt lays it out. Undefined where it is laid out
 * differently, is very long, or holds what may look like code and is none.
 */
function loopAt(text: string, at: number): string | undefined {
  const lineStart = text.lastIndexOf('\n', at) + 1;
  const indent = text.slice(lineStart, at);
  const start = text.indexOf('\n', at);
  if (!/^\t+$/.test(indent) || text[start - 1] !== '{') return undefined;
  const end = text.slice(start, start + longLoop).indexOf(`\n${indent}}\n`);
  const loop = text.slice(at, start + end + 1);
  return end === -1 || loop.includes('`') || loop.includes('/*') ? undefined : loop;
}

/** A break without a label: it may leave a select only. */
const bareBreak = /^\t+break\b(?! \w)/m;
const returning = /^\t+return\b/m;

/** Whether a return stands on a line of its own, and not in a function literal. */
function returns(loop: string): boolean {
  if (!returning.test(loop)) return false;
  if (!loop.includes('func(')) return true;
  let literal: string | undefined;
  for (const line of loop.split('\n')) {
    const indent = /^\t*/.exec(line)?.[0] ?? '';
    const opens = line.includes('func(') && line.endsWith('{');
    if (literal !== undefined) {
      if (indent === literal && line[indent.length] === '}' && !opens) literal = undefined;
    } else if (opens) literal = indent;
    else if (line.includes('func(') && !line.includes('}')) return false; // its parameters stand on lines of their own
    else if (returning.test(line)) return true;
  }
  return false;
}
