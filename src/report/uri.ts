/** Where a file is, as SARIF says it: relative to the repository's root, or absolute where it is outside. */
export type ArtifactLocation = { readonly uri: string; readonly uriBaseId: '%SRCROOT%' } | { readonly uri: string };

/** From where the paths of findings and those of a report are counted. */
export interface Bases {
  /** The absolute path of the repository's root. */
  readonly root: string;
  /** The absolute path to which the paths of findings refer. */
  readonly cwd: string;
  /** Where paths of findings that lead through symbolic links really are: absolute. */
  readonly realPaths?: ReadonlyMap<string, string>;
}

/** The location of a file, given as findings give it: relative to `cwd` or absolute. Pure: looks at no disk. */
export function artifactLocation(path: string, bases: Bases): ArtifactLocation {
  const { inside, segments: file } = pathInRepository(path, bases);
  return inside ? { uri: encode(file), uriBaseId: '%SRCROOT%' } : { uri: fileUri(file) };
}

/**
 * The names on the way to a file: from the repository's root where it is inside, else from the root of the file system.
 * A file that is reached through a symbolic link is where git has it, if that is in the repository.
 */
export function pathInRepository(
  path: string,
  { root, cwd, realPaths }: Bases,
): { readonly inside: boolean; readonly segments: readonly string[] } {
  const written = absoluteSegments(path, cwd);
  const base = absoluteSegments(root, '');
  const places = [absoluteSegments(realPaths?.get(path) ?? path, cwd), written];
  const inside = places.find((file) => file.length > base.length && base.every((segment, i) => segment === file[i]));
  return inside === undefined
    ? { inside: false, segments: written }
    : { inside: true, segments: inside.slice(base.length) };
}

/** The URI of a folder, with the slash at its end that makes other URIs relative to it. */
export function folderUri(path: string): string {
  const uri = fileUri(absoluteSegments(path, ''));
  return uri.endsWith('/') ? uri : `${uri}/`;
}

/**
 * The names on the way from the root of the file system, `.` and `..` resolved; on Windows a drive (`C:`) comes first.
 */
function absoluteSegments(path: string, cwd: string): readonly string[] {
  const resolved: string[] = [];
  for (const segment of [...(isAbsolute(path) ? [] : segments(cwd)), ...segments(path)]) {
    if (segment === '..') resolved.pop();
    else if (segment !== '' && segment !== '.') resolved.push(segment);
  }
  return resolved;
}

/** Only where there is a drive is a backslash a separator; elsewhere it is a character like others. */
function segments(path: string): readonly string[] {
  return path.split(/^[A-Za-z]:/.test(path) ? /[\\/]/ : '/');
}

function isAbsolute(path: string): boolean {
  return /^(?:\/|[A-Za-z]:[\\/])/.test(path);
}

function fileUri(path: readonly string[]): string {
  const [drive = '', ...rest] = path;
  return /^[A-Za-z]:$/.test(drive) ? `file:///${drive}/${encode(rest)}` : `file:///${encode(path)}`;
}

/** A lone surrogate has no UTF-8 form; encodeURIComponent throws on it. */
function encode(path: readonly string[]): string {
  return path.map((segment) => encodeURIComponent(segment.replace(/\p{Cs}/gu, '\ufffd'))).join('/');
}
