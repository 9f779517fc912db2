/** How Go spells the life of one kind of resource. In the instrumented run `package` is a stand-in that keeps count. */
export interface Resource {
  readonly rule: string;
  /** The import path of its package, and the name that the package has in the text; both empty where there is none. */
  readonly path: string;
  readonly package: string;
  /** The type of the variable that must be released through. */
  readonly type: string;
  /** An acquisition with a number, its place in the count: declares the variable, or assigns to it. */
  readonly acquire: (holder: string, id: number, operator: ':=' | '=') => string;
  /**
   * The error that an acquisition which declares its variable may give instead; undefined for resources that never
   * fail.
   */
  readonly error?: (holder: string) => string;
  readonly release: (holder: string) => string;
  readonly use: (holder: string) => string;
  /**
   * What stands behind an acquisition instead of `use`, which does not mention the variable: Go wants each to be used.
   */
  readonly firstUse?: (holder: string) => string;
  /**
   * Whether golint-leaks takes any mention for a use that may release, as go vet's lostcancel does (rule.md, What).
   * Then nothing is written that merely mentions it: comparisons with nil, helpers that only look, closures kept for
   * later.
   */
  readonly releasedByMention?: true;
  /** Whether a goroutine that mentions it counts as its new owner: then goroutines only get what they release. */
  readonly takenByGoroutine?: true;
  /**
   * Whether what leaks is a goroutine that ranges over it, begun right behind the acquisition. For these golint-leaks
   * asks whether anything closes the channel, not on which way out (rule.md, What): so a program defers that at once,
   * or never does it.
   */
  readonly isRangedOver?: true;
  /** Whether it may be put into a container, where golint-leaks loses sight of it. */
  readonly mayBeKept: boolean;
}

/** The resources, by the name of the option. */
export const resources: Readonly<Record<string, Resource>> = {
  ticker: {
    rule: 'ticker-not-stopped',
    path: 'time',
    package: 'time',
    type: '*time.Ticker',
    acquire: (holder, id, operator) => `${holder} ${operator} time.NewTicker(${id})`,
    release: (holder) => `${holder}.Stop()`,
    use: (holder) => `<-${holder}.C`,
    mayBeKept: true,
  },
  meter: {
    rule: 'meter-not-stopped',
    path: 'github.com/rcrowley/go-metrics',
    package: 'metrics',
    type: 'metrics.Meter',
    // The number stands in front, in a statement of its own: NewMeter takes nothing.
    acquire: (holder, id, operator) => `at(${id}); ${holder} ${operator} metrics.NewMeter()`,
    release: (holder) => `${holder}.Stop()`,
    use: (holder) => `${holder}.Mark(1)`,
    // The library keeps every meter, so one in a container that nothing empties of its meters is a leak.
    mayBeKept: false,
  },
  cancel: {
    rule: 'context-cancel-not-called',
    path: 'context',
    package: 'context',
    type: 'context.CancelFunc',
    acquire: (holder, id, operator) => `_, ${holder} ${operator} context.WithTimeout(context.Background(), ${id})`,
    release: (holder) => `${holder}()`,
    // `_ = cancel` would say that it is meant so.
    firstUse: (holder) => `if never { ${holder}() }`,
    use: () => 'work()',
    releasedByMention: true,
    mayBeKept: true,
  },
  file: {
    rule: 'resource-not-closed',
    path: 'os',
    package: 'os',
    type: '*os.File',
    acquire: (holder, id, operator) => (operator === ':='
      ? `${holder}, ${errorOf(holder)} := os.Open(path(${id}))`
      : `${holder}, _ = os.Open(there(${id}))`),
    error: errorOf,
    release: (holder) => `${holder}.Close()`,
    use: (holder) => `${holder}.Name()`,
    takenByGoroutine: true,
    mayBeKept: true,
  },
  channel: {
    rule: 'range-over-unclosed-channel',
    path: '',
    package: '',
    type: 'chan int',
    acquire: (holder, id) => `${holder} := newChannel(${id})`,
    release: (holder) => `close(${holder})`,
    use: (holder) => `${holder} <- 1`,
    isRangedOver: true,
    mayBeKept: false,
  },
};

function errorOf(holder: string): string {
  return `${holder}err`;
}
