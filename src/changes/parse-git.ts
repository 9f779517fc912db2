/** What a commit holds, by paths from the root of the repository. */
export interface Tree {
  /** The ids of the contents of files. */
  readonly files: ReadonlyMap<string, string>;
  /** The ids of the commits of submodules. */
  readonly submodules: ReadonlyMap<string, string>;
}

/** What a commit holds. From `git ls-tree -r -z`. */
export function parseTree(output: string): Tree {
  const all = records(output);
  const those = (pattern: RegExp): ReadonlyMap<string, string> => new Map(all.flatMap((record) => {
    const [, id, path] = pattern.exec(record) ?? [];
    return id === undefined || path === undefined ? [] : [[path, id] as const];
  }));
  return { files: those(/^100\d+ blob ([0-9a-f]+)\t(.*)$/s), submodules: those(/^160000 commit ([0-9a-f]+)\t(.*)$/s) };
}

/**
 * The files of an index: paths from the root of the repository to the ids of their contents, conflicts left out. From
 * `git ls-files --stage -z`.
 */
export function parseIndex(output: string): ReadonlyMap<string, string> {
  return new Map(records(output).flatMap((record) => {
    const [, id, path] = /^100\d+ ([0-9a-f]+) 0\t(.*)$/s.exec(record) ?? [];
    return id === undefined || path === undefined ? [] : [[path, id] as const];
  }));
}

/** New names of files to their old ones. From `git diff-index --diff-filter=R -z`: `:… R086`, old name, new name. */
export function parseRenames(output: string): ReadonlyMap<string, string> {
  const parts = records(output);
  return new Map(parts.flatMap((part, i) => {
    const [from, to] = parts.slice(i + 1, i + 3);
    return /^:.* R\d*$/.test(part) && from !== undefined && to !== undefined ? [[to, from] as const] : [];
  }));
}

/**
 * Ids to contents, without those that git does not have. From `git cat-file --batch`: `id type size`, the bytes, a line
 * end.
 */
export function parseBatch(output: Buffer): ReadonlyMap<string, string> {
  const contents = new Map<string, string>();
  for (let at = 0; at < output.length;) {
    const lineEnd = output.indexOf('\n', at);
    if (lineEnd === -1) break;
    const [, id, size] = /^([0-9a-f]+) blob (\d+)$/.exec(output.toString('latin1', at, lineEnd)) ?? [];
    at = lineEnd + 1;
    if (id === undefined || size === undefined) continue;
    contents.set(id, output.toString('utf8', at, at + Number(size)));
    at += Number(size) + 1;
  }
  return contents;
}

function records(output: string): readonly string[] {
  return output.split('\0').filter((record) => record !== '');
}
