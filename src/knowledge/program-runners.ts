/**
 * Functions of libraries, as Go prints them, that a program hands what it is made of: each function that is an argument
 * of theirs runs once, and what it makes lives as long as the process.
 */
export const programRunners = new RegExp([
  String.raw`^go\.uber\.org/fx\.(?:Provide|Invoke|Decorate|Annotate)$`,
  String.raw`^\(\*go\.uber\.org/dig\.(?:Container|Scope)\)\.(?:Provide|Invoke|Decorate)$`,
  String.raw`^github\.com/containerd/containerd(?:/v\d+)?/(?:pkg/|core/)?(?:runtime/v2/)?shim\.Run$`,
  String.raw`^(?:github\.com/getlantern|fyne\.io)/systray\.Run$`,
  String.raw`^\(\*github\.com/grafana/dskit/modules\.Manager\)\.RegisterModule$`,
  // Migrations run once for each database.
  String.raw`^github\.com/pressly/goose(?:/v\d+)?\.Add(?:Named)?Migration\w*$`,
].join('|'));

/** Functions of libraries that run each function they are given in a goroutine, once. */
export const goroutinePools = new RegExp([
  String.raw`(?:[Pp]ool|[Gg]roup|[Rr]outine|conc\b).*\.(?:Do|Submit|Run|Execute|Schedule|Spawn)$`,
  String.raw`^\(\*?github\.com/oklog/run\.Group\)\.Add$`,
  String.raw`^github\.com/dapr/kit/concurrency\.NewRunner(?:Closer)?Manager$`,
  String.raw`^\(\*?github\.com/dapr/kit/concurrency\.Runner(?:Closer)?Manager\)\.Add(?:Closer)?$`,
].join('|'));

/** Functions that a generator of code reads, and nobody runs: what it makes of them calls what they name. */
export const generatorInputs = /^github\.com\/google\/wire\.(?:Build|NewSet)$/;
