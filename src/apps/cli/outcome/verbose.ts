import { dirname, resolve } from 'node:path';
import { displayPath } from '../../../discover/path/display-path.ts';
import { goSettingsCache, sourcedGoSettings } from '../../../discover/go-settings.ts';
import { disk } from '../../../host/node.ts';
import type { Outcome } from '../../../run.ts';
import { version } from '../../../version.ts';
import type { Shell } from '../shell.ts';

/** What `--verbose` says of a run: the version, where Go versions and settings come from, and the rules. */
export async function verboseLines(
  { looked, rules }: Outcome,
  { cwd, settings, rules: builtIn }: Shell,
): Promise<readonly string[]> {
  const folders = new Set(looked.flatMap(({ files }) => files.map((file) => dirname(resolve(cwd, file)))));
  const counts = new Map<string, number>();
  const count = (line: string): void => void counts.set(line, (counts.get(line) ?? 0) + 1);
  const cache = goSettingsCache();
  for (const folder of folders) {
    const { settings: go, at } = sourcedGoSettings(folder, cache, disk);
    count(at ? `Go ${go.version ?? ''} (${displayPath(at.path, cwd)}:${at.line})` : 'Go version unknown (no go.mod)');
    for (const file of filesOf(await settings(folder))) count(`configuration ${file}`);
  }
  const lines = [...counts].map(([line, number]) => `${line} in ${number} ${number === 1 ? 'folder' : 'folders'}`);
  return [`version ${version()}`, ...lines, `${rules.length} rules, ${builtIn.length} are built in`];
}

function filesOf(settings: Awaited<ReturnType<Shell['settings']>>): readonly string[] {
  const { levels, exclude, goVersion, strict, tests, resources } = settings;
  const sourced = [...levels.values(), ...exclude, ...resources, goVersion, strict, tests];
  return [...new Set(sourced.flatMap((each) => (each ? [each.at.path] : [])))];
}
