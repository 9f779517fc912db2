/**
 * Whether a glob is one that somebody could have meant. The libraries that match globs turn them into regular
 * expressions, which take time without end on a name that almost fits many wildcards, and braces into all that they
 * stand for.
 */
export function isTame(glob: string): boolean {
  if (glob.length > 1000 || count(glob, '**') > 4 || count(glob, '...') > 4 || count(glob, '{') + count(glob, '(') > 4)
    return false;
  return glob.split('/').every((segment) => count(segment, '*') <= 5);
}

function count(text: string, part: string): number {
  return text.split(part).length - 1;
}
