import type { GoSettings } from '../../package-text.ts';

/**
 * The first toolchain without the asynctimerchan setting: it collects unreachable timers whatever go.mod says
 * (go.dev/issue/76472).
 */
const settingGone = '1.27';

/**
 * Whether the runtime collects unreachable tickers and timers (go.dev/doc/go1.23#timer-changes), which the main
 * module's `go` line decides, a `godebug` line overrides, and a toolchain without that setting decides for good.
 * `since` is the version that began it. Without a `go` line the language version is old.
 */
export function collects(go: GoSettings, since: string): boolean {
  const toolchain = go.toolchain ?? go.version;
  if (toolchain !== undefined && atLeast(toolchain, settingGone)) return true;
  if (toolchain !== undefined && !atLeast(toolchain, since)) return false;
  const setting = go.godebug['asynctimerchan'];
  if (setting !== undefined) return setting !== '1';
  const base = go.godebug['default']?.replace(/^go/, '') ?? go.version;
  return base !== undefined && atLeast(base, since);
}

/** Compares dotted versions by their numbers; `1.23rc1` counts as 1.23. */
function atLeast(version: string, limit: string): boolean {
  const numbers = (text: string): readonly number[] => text.split('.').map((part) => Number.parseInt(part, 10) || 0);
  const [major = 0, minor = 0] = numbers(version);
  const [limitMajor = 0, limitMinor = 0] = numbers(limit);
  return major !== limitMajor ? major > limitMajor : minor >= limitMinor;
}
