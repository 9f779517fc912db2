/** A path and its major versions: `versions('a/b', 2, 3)` gives `a/b`, `a/b/v2`, `a/b/v3`. */
export const versions = (path: string, ...majors: readonly number[]): readonly string[] => [path, ...majors.map((major) => `${path}/v${major}`)];

/** Functions, methods or types of each path: `NAME` stands for the path. */
export const each = (paths: readonly string[], ...names: readonly string[]): readonly string[] =>
  paths.flatMap((path) => names.map((name) => name.replace('NAME', path)));
