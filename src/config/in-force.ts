import { statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { displayPath } from '../discover/path/display-path.ts';
import { goSettingsCache, sourcedGoSettings } from '../discover/go-settings.ts';
import { disk } from '../host/node.ts';
import type { SettingsFinder } from './settings-finder.ts';
import type { InForce } from './show-settings.ts';
import { settingsInForce } from './show-settings.ts';

/**
 * What is in force for a file or folder (`written` relative to `cwd`). `builtIn` are the ids of the rules there are.
 */
export async function inForce(
  written: string,
  cwd: string,
  settings: SettingsFinder,
  builtIn: readonly string[],
): Promise<InForce> {
  const path = resolve(cwd, written);
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats)
    throw new Error(
      `config ${JSON.stringify(written)}: no such file or folder; check the spelling and the working directory.`,
    );
  const isFolder = stats.isDirectory();
  const folder = isFolder ? path : dirname(path);
  const {
    settings: { version },
    at,
  } = sourcedGoSettings(folder, goSettingsCache(), disk);
  const goVersion =
    version !== undefined && at
      ? { value: version, at: { ...at, path: displayPath(at.path, cwd), column: 1 } }
      : undefined;
  return settingsInForce({ path, isFolder, shown: displayPath(path, cwd), goVersion }, await settings(folder), builtIn);
}
