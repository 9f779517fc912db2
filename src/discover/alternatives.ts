/** What one pattern may stand for. */
const MOST = 256;

/** No path is longer on Linux. */
const LONGEST = 4096;

/**
 * The patterns that one with `{a,b}` stands for, groups in groups too, each once; undefined where they are more than
 * anybody writes. A brace without a partner is a character like others.
 */
export function alternatives(pattern: string): readonly string[] | undefined {
  if (pattern.length > LONGEST) return undefined;
  let patterns: ReadonlySet<string> = new Set([pattern]);
  while (patterns.size <= MOST) {
    const next = new Set([...patterns].flatMap(withoutInnermost));
    if (next.size === patterns.size && [...next].every((each) => patterns.has(each))) return [...next];
    patterns = next;
  }
  return undefined;
}

/** Opens the first group that has no group in it. */
function withoutInnermost(pattern: string): readonly string[] {
  const group = /\{([^{}]*)\}/.exec(pattern);
  if (!group) return [pattern];
  const [all, inner = ''] = group;
  return inner.split(',').map((each) => pattern.slice(0, group.index) + each + pattern.slice(group.index + all.length));
}
