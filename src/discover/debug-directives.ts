import type { GoSettings } from '../package-text.ts';
import { fileHead } from '../syntax/outline/file-head.ts';

/**
 * The settings of a `main` package: its `//go:debug name=value` lines, which stand above the package clause, win over
 * go.mod and go.work.
 */
export function withDebugDirectives(settings: GoSettings, texts: readonly string[]): GoSettings {
  const entries = texts.flatMap(debugEntries);
  return entries.length === 0
    ? settings
    : { ...settings, godebug: { ...settings.godebug, ...Object.fromEntries(entries) } };
}

function debugEntries(text: string): readonly (readonly [string, string])[] {
  if (!text.includes('//go:debug')) return [];
  return fileHead(text).comments.flatMap(({ pos, end }) => debugEntry(text.slice(pos, end)));
}

/** As ParseGoDebug of cmd/go. */
function debugEntry(comment: string): readonly (readonly [string, string])[] {
  const [, name, value] = /^\/\/go:debug[ \t]+([^=\s]+)=(.*)$/.exec(comment.trimEnd()) ?? [];
  return name === undefined || value === undefined ? [] : [[name, value]];
}
