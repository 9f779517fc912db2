/** Packages of which no type is an interface: a method of one of theirs is never that of a type of the workspace. */
const packages = new RegExp(`^(?:${[
  String.raw`sync\/atomic`, 'time', 'strings', 'bytes', 'bufio', String.raw`os\/exec`, String.raw`net\/(?:url|netip)`, 'regexp', String.raw`math\/big`,
  String.raw`container\/(?:list|ring)`, String.raw`go\.uber\.org\/atomic`,
].join('|')})$`);

/** Whether a type of a library is no interface, as far as that is known. Of sync, Locker alone is one. */
export function isConcrete(path: string, name: string): boolean {
  return packages.test(path) || (path === 'sync' && name !== 'Locker');
}
