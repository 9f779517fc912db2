import { baseName, inside, joined, parentOf } from '../../../host/paths.ts';
import { functionName, isNameless } from '../profile/function-name.ts';
import type { Frame } from '../profile/profile.ts';
import type { Checkout } from './checkout.ts';
import { bySuffix, slashed } from './checkout.ts';
import type { PathMap } from './path-map.ts';
import { mapped } from './path-map.ts';

/**
 * Where the source of a frame is. `own`: a file of the checkout, absolute. `ambiguous`: several files may be it.
 * `gone`: its package is in the checkout, and the file is not.
 */
export type Located =
  | { readonly kind: 'own'; readonly file: string }
  | { readonly kind: 'ambiguous'; readonly files: readonly string[] }
  | { readonly kind: 'gone' | 'standard' | 'dependency' };

/**
 * Says where frames are. Of those of the package main the import path does not show, so the others are looked at first.
 */
export function locateFrames(
  frames: Iterable<Frame>,
  checkout: Checkout,
  maps: readonly PathMap[],
): ReadonlyMap<Frame, Located> {
  const found = new Map<Frame, Located>();
  const prefixes = new Map<string, string>();
  const later: Frame[] = [];
  for (const frame of frames) {
    const located = byMap(frame, checkout, maps) ?? byDisk(frame, checkout) ?? byImportPath(frame, checkout);
    if (located === undefined) later.push(frame);
    else {
      found.set(frame, present(located, checkout));
      if (located.kind === 'own') learn(frame.file, located.file, checkout, prefixes);
    }
  }
  for (const frame of later) {
    const located = byPrefix(frame, checkout, prefixes) ?? byPath(frame, checkout);
    found.set(frame, present(located, checkout));
  }
  return found;
}

function present(located: Located, checkout: Checkout): Located {
  return located.kind === 'own' ? { kind: 'own', file: checkout.present(located.file) } : located;
}

function byMap({ file }: Frame, checkout: Checkout, maps: readonly PathMap[]): Located | undefined {
  const path = mapped(file, maps);
  return path !== undefined && checkout.has(path) ? { kind: 'own', file: path } : undefined;
}

/** The path of a function says where its package is, however the program was built. */
function byImportPath({ func, file }: Frame, checkout: Checkout): Located | undefined {
  // Before there were modules, symbols of what was vendored named the place where it was.
  const importPath = functionName(func).importPath.replace(/^.*\/vendor\//, '');
  const folders = checkout.byImportPath.get(importPath) ?? checkout.byImportPath.get(importPath.replace(/_test$/, ''));
  return folders && inFolders(folders, file, checkout);
}

function inFolders(folders: readonly string[], file: string, checkout: Checkout): Located {
  const name = baseName(slashed(file));
  const files = folders.map((dir) => inside(dir, name)).filter(checkout.has);
  // A file whose name a directive gives may be somewhere else: then its folder has another name.
  const agreeing = files.filter((each) => checkout.tops.has(parentOf(each)) || sameFolder(each, file));
  const [only, ...more] = agreeing;
  if (only === undefined) return { kind: 'gone' };
  return more.length === 0 ? { kind: 'own', file: only } : { kind: 'ambiguous', files: agreeing };
}

/** The folder of a path that a profile has; `.` where it names none. */
function folderOf(path: string): string {
  const plain = slashed(path);
  return plain.includes('/') ? plain.slice(0, plain.lastIndexOf('/')) : '.';
}

function sameFolder(a: string, b: string): boolean {
  const folder = (path: string): string => baseName(folderOf(path)).replace(/@.*$/, '');
  return folder(a) === folder(b) || folder(b) === '';
}

/** A program that was built where it is looked at. */
function byDisk({ file }: Frame, checkout: Checkout): Located | undefined {
  return checkout.has(file) ? { kind: 'own', file } : undefined;
}

/**
 * What a path that is known to be a file of ours says about the place where it was built: the folder that ours
 * corresponds to.
 */
function learn(path: string, file: string, { root }: Checkout, prefixes: Map<string, string>): void {
  const [theirs, ours] = [slashed(path).split('/'), slashed(file.slice(root.length)).split('/').slice(1)];
  let same = 0;
  while (same < ours.length && theirs.length > same && theirs.at(-1 - same) === ours.at(-1 - same)) same++;
  // Without the folder itself there is nothing that they share but the name of a file.
  if (same > 1)
    prefixes.set(
      theirs.slice(0, theirs.length - same).join('/'),
      joined(root, ours.slice(0, ours.length - same).join('/')),
    );
}

function byPrefix({ file }: Frame, checkout: Checkout, prefixes: ReadonlyMap<string, string>): Located | undefined {
  const maps = [...prefixes].map(([from, to]): PathMap => ({ from, to }));
  return byMap({ func: '', file, line: 0, start: undefined }, checkout, maps);
}

/**
 * By what the path says alone: that of a trimmed build begins with the import path, others end as a file of the
 * checkout does.
 */
function byPath(frame: Frame, checkout: Checkout): Located {
  const { importPath } = functionName(frame.func);
  const trimmed = checkout.byImportPath.get(folderOf(frame.file).replace(/@[^/]*/, ''));
  if (isNameless(importPath) && trimmed) return inFolders(trimmed, frame.file, checkout);
  if (importPath === '' || isStandard(importPath, frame.file)) return { kind: 'standard' };
  if (isDependency(frame.file)) return { kind: 'dependency' };
  const { files, names } = bySuffix(checkout, frame.file);
  const [only, ...more] = files;
  const isEnough = names > 1 || (names === 1 && (isNameless(importPath) || isAtRoot(files, checkout)));
  if (only === undefined || !isEnough || !(parentOf(only) === checkout.root || agrees(importPath, only)))
    return { kind: isNameless(importPath) ? 'gone' : 'dependency' };
  return more.length === 0 ? { kind: 'own', file: only } : { kind: 'ambiguous', files };
}

/** Where nothing says by what path a checkout is imported, its own folder has the name of the package, or any other. */
function isAtRoot(files: readonly string[], { root, byImportPath }: Checkout): boolean {
  return byImportPath.size === 0 && files.every((file) => parentOf(file) === root);
}

/**
 * The first element of other import paths is the name of a host, which has a dot. The runtime has functions that other
 * packages declare.
 */
export function isStandard(importPath: string, file: string): boolean {
  const [first = ''] = importPath.split('/');
  if (isNameless(importPath) || first.includes('.')) return false;
  return file === '' || slashed(file).includes(`${importPath}/`) || /(?:^|\/)runtime\/[^/]+$/.test(slashed(file));
}

/** The module cache, the folder of a vendoring build, and that of Bazel for what comes from elsewhere. */
function isDependency(file: string): boolean {
  return /@v\d|\/pkg\/mod\/|(?:^|\/)(?:vendor|external)\//.test(slashed(file));
}

/** The folder of a package that is not main has its name, or that of the element before a version. */
function agrees(importPath: string, file: string): boolean {
  if (isNameless(importPath)) return true;
  return importPath.split('/').slice(-2).includes(baseName(parentOf(file)));
}
