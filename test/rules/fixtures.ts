import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assetPath } from '../../src/assets.ts';
import type { PackageText } from '../../src/package-text.ts';

/**
 * The kinds of fixtures: must be found, must be silent for every rule, is not found yet; what `--fix` makes of it is
 * beside it as `*.go.fixed`, if it changes it.
 */
export type Kind = 'leaky' | 'clean' | 'missed' | 'fix';

/** One package of fixtures: a file of its own, or a folder of several. */
export interface Fixture {
  readonly rule: string;
  readonly kind: Kind;
  /** Relative to the rule's folder: `leaky/done-arm.go`. */
  readonly name: string;
  readonly text: PackageText;
}

/** The language version of fixtures that name none: the last one before Go collected timers. */
const defaultVersion = '1.22';

/** The names of the folders of all rules. */
export function ruleFolders(): readonly string[] {
  return readdirSync(assetPath('rules'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/**
 * All fixtures of one kind of a rule. A folder `go1.23` sets the version; any other folder is one package of several
 * files.
 */
export function fixtures(rule: string, kind: Kind): readonly Fixture[] {
  return existsSync(assetPath(`rules/${rule}/${kind}`)) ? inFolder(rule, kind, kind, defaultVersion) : [];
}

function inFolder(rule: string, kind: Kind, folder: string, version: string): readonly Fixture[] {
  const entries = readdirSync(assetPath(`rules/${rule}/${folder}`), { withFileTypes: true }).sort((a, b) =>
    a.name < b.name ? -1 : 1,
  );
  return entries.flatMap((entry): readonly Fixture[] => {
    const name = join(folder, entry.name);
    if (!entry.isDirectory()) return entry.name.endsWith('.go') ? [fixture(rule, kind, name, [name], version)] : [];
    const named = /^go(1\.\d+)$/.exec(entry.name)?.[1];
    if (named !== undefined) return inFolder(rule, kind, name, named);
    const files = readdirSync(assetPath(`rules/${rule}/${name}`)).filter((file) => file.endsWith('.go')).sort();
    return [fixture(rule, kind, name, files.map((file) => join(name, file)), version)];
  });
}

function fixture(rule: string, kind: Kind, name: string, paths: readonly string[], version: string): Fixture {
  const files = paths.map((path) => ({
    path,
    text: readFileSync(assetPath(`rules/${rule}/${path}`), 'utf8'),
    report: true,
  }));
  const clause = /^package (\w+)/m.exec(files[0]?.text ?? '')?.[1] ?? '';
  return { rule, kind, name, text: { name: clause, files, go: { version, toolchain: undefined, godebug: {} } } };
}
