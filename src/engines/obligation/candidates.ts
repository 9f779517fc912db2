import type { DeclInfo } from '../../model/info.ts';
import type { PackageModel } from '../../model/package-model.ts';
import type { Context } from './context.ts';

/**
 * The declarations that may acquire, by their text: those that name a function of `acquire` or a look-alike. One of the
 * standard library counts only behind a name that its package has in some file here: `After` is a method of many types.
 */
export function candidates({ rule, model }: Context): readonly DeclInfo[] {
  const words = [...new Set([...rule.acquire.map(lastName), ...rule.lookalikes])];
  const files = model.files.filter(({ source: { text } }) => words.some((word) => text.includes(word)));
  const spellings = [...new Set([...rule.acquire.flatMap((name) => spellingsOf(name, files)), ...rule.lookalikes])];
  if (spellings.length === 0) return [];
  const pattern = new RegExp(`(?<![\\w\\u{80}-\\u{10ffff}])(?:${spellings.join('|')})(?![\\w\\u{80}-\\u{10ffff}])`, 'gu');
  return model.declarations(
    (text) => {
      const found = [...text.matchAll(pattern)];
      const isSettled = rule.held === 'function' ? isCalledAtOnce : isReleasedAtOnce;
      return !found.every(({ index }) => isSettled(text, index, rule.release));
    },
    (file) => files.includes(file),
  );
}

/** The last word of a name: `After` of `time.After`. */
export function lastName(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}

/** Whether a function comes from a third party, whose path is rare, and not from the standard library. */
export function isThirdParty(name: string): boolean {
  return name.slice(0, name.lastIndexOf('.')).includes('.');
}

/** `ctx, cancel := acquire()` with `defer cancel()` on the next line: nothing is left to say about it. */
function isCalledAtOnce(text: string, at: number): boolean {
  const holder = /(?:^|[\s,])([\w\u{80}-\u{10ffff}]+) :?= $/u.exec(text.slice(text.lastIndexOf('\n', at) + 1, at))?.[1];
  const end = text.indexOf('\n', at);
  return holder !== undefined && text[end - 1] === ')' && text.slice(end, end + 200).trimStart().startsWith(`defer ${holder}(`);
}

/**
 * `t := acquire()` with `defer t.Stop()` on the next line, as a statement of the function itself and not of a loop in it, as
 * gofmt indents it. Where a goroutine might have it, the release could come too early, which is another finding.
 */
function isReleasedAtOnce(text: string, at: number, release: readonly string[]): boolean {
  const holder = /^\t([\w\u{80}-\u{10ffff}]+) :?= $/u.exec(text.slice(text.lastIndexOf('\n', at) + 1, at))?.[1];
  if (holder === undefined || /\bgo\b|\.Go\(/.test(text)) return false;
  const end = text.indexOf('\n', at);
  return release.some((method) => text.startsWith(`\n\tdefer ${holder}.${method}()\n`, end));
}

/** The ways in which a function may be written in the files of a package, as parts of a regular expression. */
function spellingsOf(name: string, files: PackageModel['files']): readonly string[] {
  const word = lastName(name);
  const path = name.slice(0, -word.length - 1);
  if (path.includes('/')) return [word];
  const names = files.flatMap(({ source: { text } }) => aliasesOf(path, text));
  return [...new Set([path, ...names])].map((alias) => (alias === '.' ? word : `${alias}\\s*\\.\\s*${word}`));
}

/** The names before an import path in the text of a file; whatever else stands there does no harm. */
function aliasesOf(path: string, text: string): readonly string[] {
  return [`"${path}"`, `\`${path}\``].flatMap((quoted) => {
    const at = text.indexOf(quoted);
    const before = at === -1 ? '' : text.slice(text.lastIndexOf('\n', at) + 1, at);
    const alias = /([A-Za-z_\u{80}-\u{10ffff}.][\w\u{80}-\u{10ffff}]*)\s+$/u.exec(before)?.[1];
    return alias === undefined || alias === 'import' ? [] : [alias];
  });
}
