import type { Project, ProjectFile, ProjectOptions } from '../project.ts';
import { isWord, limits, pathProblem } from '../project.ts';

/** A project as a link holds it: module, version, files as pairs, then `[strict, notes, rules that are off]`. */
export type Packed = readonly [
  module: string,
  go: string,
  files: readonly (readonly [string, string])[],
  options: readonly [0 | 1, 0 | 1, readonly string[]],
];

/** The short form of a project. */
export function packed({ module, go, files, options: { strict, notes, off } }: Project): Packed {
  return [module, go, files.map(({ path, text }) => [path, text]), [strict ? 1 : 0, notes ? 1 : 0, off]];
}

/**
 * The project that a value is the short form of; undefined where it is none, or one that could not have been made here.
 */
export function unpacked(value: unknown): Project | undefined {
  if (!isList(value) || value.length !== 4) return undefined;
  const [module, go] = value;
  if (typeof module !== 'string' || !isWord(module) || typeof go !== 'string' || !isWord(go)) return undefined;
  const files = filesOf(value[2]);
  const options = optionsOf(value[3]);
  return files && options && { module, go, files, options };
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

function filesOf(value: unknown): readonly ProjectFile[] | undefined {
  if (!isList(value) || value.length === 0 || value.length > limits.files) return undefined;
  const files: ProjectFile[] = [];
  let size = 0;
  for (const each of value) {
    if (!isList(each) || each.length !== 2) return undefined;
    const [path, text] = each;
    if (typeof path !== 'string' || typeof text !== 'string') return undefined;
    if (pathProblem(path, files.map((file) => file.path)) !== undefined) return undefined;
    size += text.length;
    files.push({ path, text });
  }
  return size > limits.text ? undefined : files;
}

function optionsOf(value: unknown): ProjectOptions | undefined {
  if (!isList(value) || value.length !== 3) return undefined;
  const [strict, notes, off] = value;
  if (!isList(off) || off.length > limits.off) return undefined;
  const ids = off.filter((id) => typeof id === 'string');
  if (ids.length !== off.length || !ids.every((id) => id.length <= limits.path)) return undefined;
  return { strict: strict === 1, notes: notes === 1, off: ids };
}
