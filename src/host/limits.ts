/**
 * How many bytes of a file are read. Nobody writes files so large; what is larger is left out, and that is said. The
 * table in SECURITY.md names them.
 */
export const byteLimits = {
  /** A Go file: the parser would need some 2 GB for one of this size. */
  go: 32 * 2 ** 20,
  /** All Go files of a folder together, in characters. */
  folder: 64 * 2 ** 20,
  /** go.mod, go.work. */
  module: 2 ** 20,
  /** .gitignore, info/exclude and what else of git says where they are. */
  git: 2 ** 20,
  /** .golint-leaks.yaml. */
  configuration: 64 * 2 ** 10,
  /** A baseline: some 200,000 findings. */
  baseline: 64 * 2 ** 20,
  /** A SARIF log that is merged: ten times what GitHub takes, before compression. */
  log: 256 * 2 ** 20,
  /** The words of a command line in a file. */
  parameters: 2 ** 20,
  /** What other packages may ask of one. */
  facts: 32 * 2 ** 20,
  /** A file of the cache. */
  cache: 64 * 2 ** 20,
} as const;
