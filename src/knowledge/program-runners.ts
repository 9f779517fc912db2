/**
 * Functions of libraries, as Go prints them, that a program hands what it is made of: each function that is an argument of theirs
 * runs once, and what it makes lives as long as the process.
 */
export const programRunners = new RegExp([
  String.raw`^go\.uber\.org/fx\.(?:Provide|Invoke|Decorate|Annotate)$`,
  String.raw`^\(\*go\.uber\.org/dig\.(?:Container|Scope)\)\.(?:Provide|Invoke|Decorate)$`,
  String.raw`^github\.com/containerd/containerd(?:/v\d+)?/(?:pkg/|core/)?(?:runtime/v2/)?shim\.Run$`,
  String.raw`^(?:github\.com/getlantern|fyne\.io)/systray\.Run$`,
].join('|'));
