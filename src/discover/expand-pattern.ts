import { basename, dirname, relative, resolve, sep } from 'node:path';
import { disk } from '../host/node.ts';
import type { PathKind } from '../host/file-system.ts';
import { displayPath } from './path/display-path.ts';
import type { Complaint, Found } from './discovery.ts';
import { foundComplaint, foundFolder } from './discovery.ts';
import { glob, isGlob } from './glob.ts';
import { isGoFile, isTestFile } from '../workspace/go-names.ts';
import { isTame } from './ignore/tame-glob.ts';
import { visible } from '../visible.ts';
import { walk } from './walk.ts';

/** Finds what one pattern, relative to `cwd`, leads to: at least one folder or one complaint. */
export async function expandPattern(written: string, cwd: string): Promise<readonly Found[]> {
  const pattern = withSlashes(written);
  if (pattern === '')
    return [foundComplaint('error', 'an empty pattern names nothing; ./... is everything below this folder')];
  const found = await lookUp(pattern, cwd);
  return found.length > 0 ? found : [matchesNothing(pattern)];
}

/** A path that exists is that path, even where it looks like a glob: `[id]` is a folder in some projects. */
async function lookUp(pattern: string, cwd: string): Promise<readonly Found[]> {
  const path = resolve(cwd, pattern);
  const target = disk.kind(path);
  if (target.kind !== 'missing' && !pattern.endsWith('...')) return [named(path, target, cwd)];
  if (!isTame(pattern))
    return [
      foundComplaint('error', `${visible(pattern.slice(0, 60))}…: more wildcards than a name needs; write it shorter`),
    ];
  if (pattern.includes('...')) return recursive(pattern, cwd);
  return isGlob(pattern) ? globbed(pattern, cwd) : [missing(pattern)];
}

/** `\` is a separator on Windows; elsewhere it may be part of a name, unless the pattern can only come from Windows. */
function withSlashes(pattern: string): string {
  return sep === '\\' || /^\.{1,2}\\|\\\.\.\.$/.test(pattern) ? pattern.replaceAll('\\', '/') : pattern;
}

function named(path: string, target: PathKind, cwd: string): Found {
  if (target.kind === 'folder') return namedFolder(path, cwd);
  if (target.kind === 'unreadable') return leftOut('error', path, `cannot be read (${target.why})`, cwd);
  if (path.endsWith('.go')) return foundFolder(dirname(path), [path]);
  // A hook for Go files is given these too. A change in one is no finding, and what it decides is read with the files.
  if (['go.mod', 'go.work', 'go.sum'].includes(basename(path))) return foundFolder(dirname(path), []);
  return leftOut('warning', path, 'not a Go file, its name does not end in .go', cwd);
}

function namedFolder(dir: string, cwd: string): Found {
  const listing = disk.list(dir);
  if (listing.kind === 'unreadable') return leftOut('error', dir, `the folder cannot be read (${listing.why})`, cwd);
  if (listing.entries.some((entry) => isGoFile(entry.name) && entry.kind !== 'folder')) return foundFolder(dir, 'all');
  const shown = visible(displayPath(dir, cwd));
  return foundComplaint(
    'warning',
    `${shown}: no Go files in this folder; write ${shown}/... to include the folders below it`,
  );
}

function leftOut(severity: Complaint['severity'], path: string, why: string, cwd: string): Found {
  return foundComplaint(severity, `${visible(displayPath(path, cwd))}: ${why}; it is left out`);
}

/** `dir/...`, also in the rarer forms `./cmd...` and `./.../internal`: any string may stand for the dots. */
async function recursive(pattern: string, cwd: string): Promise<readonly Found[]> {
  const rest = pattern.slice(pattern.lastIndexOf('/', pattern.indexOf('...')) + 1);
  const written = pattern.slice(0, pattern.length - rest.length);
  const start = resolve(cwd, written);
  const target = disk.kind(start);
  if (target.kind === 'folder') return walkMatching(start, rest, cwd);
  if (target.kind !== 'missing') return [notAFolder(start, target, cwd)];
  if (!isGlob(written)) return [missing(pattern)];
  const { folders, complaints } = await glob(written.replace(/\/+$/, ''), cwd);
  return [...complaints, ...folders.flatMap((folder) => walkMatching(folder, rest, cwd))];
}

function walkMatching(start: string, rest: string, cwd: string): readonly Found[] {
  const found = [...walk(start, cwd, disk)];
  if (rest === '...') return found;
  const wanted = recursivePattern(rest);
  return found.filter(
    (one) => one.kind === 'complaint' || wanted.test(relative(start, one.folder.dir).replaceAll(sep, '/')),
  );
}

/** As MatchSimplePattern of cmd/internal/pkgpattern: `net/...` is also `net` itself. */
function recursivePattern(rest: string): RegExp {
  const parts = rest.replace(/\/\.\.\.$/, '').split('...').map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}${rest.endsWith('/...') ? '(/.*)?' : ''}$`, 's');
}

async function globbed(pattern: string, cwd: string): Promise<readonly Found[]> {
  const { folders, goFiles, complaints } = await glob(pattern, cwd);
  const wantsTests = basename(pattern).includes('_test');
  return [
    ...complaints,
    ...folders.map((dir) => namedFolder(dir, cwd)).filter((one) => one.kind === 'folder'),
    ...goFiles.map((path) => foundFolder(dirname(path), isTestFile(path) && !wantsTests ? [] : [path])),
  ];
}

function missing(pattern: string): Found {
  const shown = visible(pattern);
  if (pattern === '-')
    return foundComplaint(
      'error',
      '-: name the file that standard input stands for, since the files beside it count too: --stdin-filename x.go',
    );
  const isImportPath = /^[^./][^/]*\.[^/]*\/|^(all|std|cmd)(\/|$)/.test(pattern);
  const remedy = isImportPath
    ? 'patterns are paths, not import paths: write ./... or ./pkg/...'
    : 'check the spelling and the working directory';
  return foundComplaint('error', `${shown}: no such file or folder; ${remedy}`);
}

function notAFolder(path: string, target: PathKind, cwd: string): Found {
  if (target.kind === 'unreadable') return leftOut('error', path, `cannot be read (${target.why})`, cwd);
  const shown = visible(displayPath(path, cwd));
  return foundComplaint('error', `${shown}: a file, so there is nothing below it; write it without /...`);
}

function matchesNothing(pattern: string): Found {
  const remedy = 'testdata, vendored, hidden and git-ignored files count only where they are named';
  return foundComplaint('warning', `${visible(pattern)}: no Go files match; check the spelling (${remedy})`);
}
