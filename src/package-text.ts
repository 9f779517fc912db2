/**
 * Go's settings for a package: the `go`, `toolchain` and `godebug` lines that are in force (go.work before go.mod), or
 * what the user said instead.
 */
export interface GoSettings {
  /** `1.22`, `1.23.4`; undefined where there is no go.mod or no `go` line: then the language is old. */
  readonly version: string | undefined;
  /** `go1.24.1` of the `toolchain` line, without `go`: `1.24.1`. */
  readonly toolchain: string | undefined;
  /** `godebug` settings: `asynctimerchan` to `1`, `default` to `go1.21`. */
  readonly godebug: Readonly<Record<string, string>>;
}

/** One Go file as text, with what is known about it before parsing. */
export interface SourceText {
  /** As it is to be shown: relative to the working directory where that is inside, with `/`. */
  readonly path: string;
  /**
   * The path below the root of its project, where that is known: only there do names of folders say what is in them.
   * Else as `path`.
   */
  readonly inProject?: string;
  readonly text: string;
  /** Whether findings in this file are wanted; otherwise it only informs the package index. */
  readonly report: boolean;
}

/**
 * One package: all files of a folder with one package clause. Build-constrained twins (`_linux.go`, `_windows.go`)
 * are all here; who can see whom is decided by their constraints. Serialisable.
 */
export interface PackageText {
  /** The name in the package clause. */
  readonly name: string;
  readonly files: readonly SourceText[];
  readonly go: GoSettings;
}
