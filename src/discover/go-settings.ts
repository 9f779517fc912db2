import type { FileSystem } from '../host/file-system.ts';
import { byteLimits } from '../host/limits.ts';
import { inside, parentOf, resolved } from '../host/paths.ts';
import type { GoSettings } from '../package-text.ts';
import type { GoModFile } from '../workspace/go-mod.ts';
import { parseGoMod } from '../workspace/go-mod.ts';

/** Go settings, and what sets the version. */
export interface SourcedGoSettings {
  readonly settings: GoSettings;
  /** The file (absolute) and the line (from 1) with the version; undefined where there is none. */
  readonly at: { readonly path: string; readonly line: number } | undefined;
}

/** What is known of folders already looked at, and what each go.work says, by absolute paths. Starts empty. */
export interface GoSettingsCache {
  readonly folders: Map<string, SourcedGoSettings>;
  readonly workspaces: Map<string, Workspace>;
}

/** An empty cache. */
export function goSettingsCache(): GoSettingsCache {
  return { folders: new Map(), workspaces: new Map() };
}

/**
 * The settings in force in a folder (absolute): those of the nearest go.mod upwards or, where the nearest go.work above
 * that uses its module, of the go.work. Environment variables (GOWORK, GOFLAGS) are not asked.
 */
export function goSettings(dir: string, cache: GoSettingsCache, files: FileSystem): GoSettings {
  return sourcedGoSettings(dir, cache, files).settings;
}

/** The same, with their source. */
export function sourcedGoSettings(dir: string, cache: GoSettingsCache, files: FileSystem): SourcedGoSettings {
  const known = cache.folders.get(dir);
  if (known !== undefined) return known;
  const settings = files.exists(inside(dir, 'go.mod'))
    ? moduleSettings(dir, cache, files)
    : inherited(dir, cache, files);
  cache.folders.set(dir, settings);
  return settings;
}

const noModule: SourcedGoSettings = {
  settings: { version: undefined, toolchain: undefined, godebug: {} },
  at: undefined,
};

function inherited(dir: string, cache: GoSettingsCache, files: FileSystem): SourcedGoSettings {
  const parent = parentOf(dir);
  return parent === dir ? noModule : sourcedGoSettings(parent, cache, files);
}

/**
 * In a workspace Go takes godebug and toolchain from the go.work alone. One without a `go` line means 1.18 and would
 * not build newer modules, so it says nothing.
 */
function moduleSettings(root: string, cache: GoSettingsCache, files: FileSystem): SourcedGoSettings {
  const module = readGoMod(inside(root, 'go.mod'), files);
  const workspace = workspaceOf(root, cache, files)?.file;
  const { toolchain, godebug } = workspace ?? module;
  const source = [workspace, module].find((each) => each?.go !== undefined);
  const at = source?.goLine === undefined ? undefined : { path: source.path, line: source.goLine };
  return { settings: { version: source?.go, toolchain, godebug: asked(godebug) }, at };
}

/**
 * What is asked of godebug, out of lines that may be many: the settings go with each folder, and into the key of its
 * result.
 */
function asked(godebug: GoSettings['godebug']): GoSettings['godebug'] {
  return Object.fromEntries(['asynctimerchan', 'default'].flatMap((key) => {
    const value = godebug[key];
    return value === undefined ? [] : [[key, value]];
  }));
}

/** A go.mod or go.work with its absolute path. */
interface PlacedGoMod extends GoModFile {
  readonly path: string;
}

/** A go.work and the folders that it uses: absolute. */
interface Workspace {
  readonly file: PlacedGoMod;
  readonly used: ReadonlySet<string>;
}

/** Only the nearest go.work counts, whether it uses the module or not. */
function workspaceOf(root: string, { workspaces }: GoSettingsCache, files: FileSystem): Workspace | undefined {
  const folder = nearestWith('go.work', root, files);
  if (folder === undefined) return undefined;
  const known = workspaces.get(folder) ?? readWorkspace(folder, files);
  workspaces.set(folder, known);
  return known.used.has(root) ? known : undefined;
}

function readWorkspace(folder: string, files: FileSystem): Workspace {
  const file = readGoMod(inside(folder, 'go.work'), files);
  return { file, used: new Set(file.use.map((used) => resolved(folder, used))) };
}

function nearestWith(name: string, dir: string, files: FileSystem): string | undefined {
  if (files.exists(inside(dir, name))) return dir;
  const parent = parentOf(dir);
  return parent === dir ? undefined : nearestWith(name, parent, files);
}

function readGoMod(path: string, files: FileSystem): PlacedGoMod {
  const read = files.readText(path, byteLimits.module);
  return { ...parseGoMod(read.kind === 'text' ? read.text : ''), path };
}
