/**
 * The vocabulary of rules: types only. A rule is data in this vocabulary; an engine gives it meaning; `analyze`
 * brings the two together. Names of Go functions and methods are written as Go prints them:
 * `time.NewTicker`, `(*time.Ticker).Stop`.
 */

/** How bad a finding is. `error`: certain and grows while running; `warning`: a leak; `note`: true, but harmless on this Go version, or bounded. */
export type Level = 'error' | 'warning' | 'note';

/** How sure the tool is. Only `high` is in the default set; `--strict` adds `medium`. */
export type Confidence = 'high' | 'medium';

/** What every rule says about itself. Its prose is in `rule.md` beside it. */
export interface RuleMeta {
  /** Kebab-case, equal to the name of the rule's folder. */
  readonly id: string;
  /** One line: what the rule finds. */
  readonly summary: string;
  /** At most 10; for SARIF and `golint-leaks rules`. */
  readonly tags: readonly string[];
}

/** The duty to release what was acquired, on every way out of the function. */
export interface Obligation extends RuleMeta {
  readonly engine: 'obligation';
  /** What is acquired, as a noun with a lower-case letter: `ticker`. */
  readonly noun: string;
  /** What happens to it in the end, as a participle: `stopped`. */
  readonly released: string;
  /** Functions that give the resource: `time.NewTicker`. */
  readonly acquire: readonly string[];
  /** The type they give, as Go prints it: `*time.Ticker`. */
  readonly type: string;
  /** Names of methods that, called on a value of unknown type, give a look-alike with the same duty (clock interfaces): reported with medium confidence. */
  readonly lookalikes: readonly string[];
  /** Methods that release it: `Stop`. */
  readonly release: readonly string[];
  /** Methods and fields that only use it: `Reset`, `C`. Any other selector counts as an escape. */
  readonly uses: readonly string[];
  /** The Go version from which the runtime collects the resource when it is unreachable, so that the finding is only a note: `1.23`. */
  readonly collectedSince?: string;
}

/** A goroutine that can wait for ever, or run for ever. */
export interface Liveness extends RuleMeta {
  readonly engine: 'liveness';
  readonly question:
    /** Does anything end a loop that ranges over a channel? */
    | 'unending-range'
    /** Is there a way out of a loop that a goroutine runs? */
    | 'endless-loop'
    /** Is there still somebody to receive what a goroutine sends? */
    | 'blocked-send'
    /** Does anything ever send on, or close, a channel that is received from? */
    | 'blocked-receive'
    /** Is a channel given to signal.Notify taken back? */
    | 'registered-signal';
}

/** All kinds of rules. Each names the engine that runs it. */
export type Rule = Obligation | Liveness;

/** Go's settings for a package: the `go`, `toolchain` and `godebug` lines that are in force (go.work before go.mod), or what the user said instead. */
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
