/**
 * Whether a name, as Go prints it, is one of those listed. A pattern that begins with dots,
 * `.../go-ethereum/metrics.Meter`, matches every name that ends like it: forks move a package to another beginning of
 * its path.
 */
export function matchesName(name: string | undefined, patterns: readonly string[]): boolean {
  if (name === undefined) return false;
  return patterns.some((pattern) =>
    pattern.startsWith('...') ? name.endsWith(pattern.slice('...'.length)) : name === pattern,
  );
}
