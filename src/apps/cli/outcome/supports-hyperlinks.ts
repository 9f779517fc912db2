/**
 * Whether the terminal shows OSC 8 hyperlinks (https://gist.github.com/egmontkob/eb114294efbcd5adb1944c9f3cb5feda). No
 * terminal can be asked, so this is a list of those known to, a short form of the one of npm's supports-hyperlinks;
 * FORCE_HYPERLINK overrides it as there. In a CI log a link is noise.
 */
export function supportsHyperlinks(env: Readonly<Record<string, string | undefined>>, isTerminal: boolean): boolean {
  const forced = env['FORCE_HYPERLINK'];
  if (forced) return forced !== '0';
  if (!isTerminal || env['CI'] || env['TERM'] === 'dumb') return false;
  // 0.50.0 crashes on them.
  if (Number(env['VTE_VERSION'] ?? 0) > 5000) return true;
  if (env['WT_SESSION'] || env['KONSOLE_VERSION']) return true;
  return programs.has(env['TERM_PROGRAM'] ?? '') || terminals.has(env['TERM'] ?? '');
}

const programs: ReadonlySet<string> = new Set(['iTerm.app', 'WezTerm', 'vscode', 'ghostty', 'zed', 'Hyper']);
const terminals: ReadonlySet<string> = new Set(['xterm-kitty', 'alacritty', 'foot', 'xterm-ghostty', 'wezterm']);
