import type { Obligation } from '../rule.ts';

/** Whether a function of another package, named as Go prints it, only uses what it is given. */
export function isBorrower(name: string, { borrowers }: Obligation): boolean {
  const plain = name.replace(/^\(\*?/, '').replace(')', '');
  return borrowers?.some((pattern) => matches(plain, pattern)) ?? false;
}

/** `bytes.*` is all of one package, `*.New*Client` all functions of that kind, whatever their package. */
function matches(name: string, pattern: string): boolean {
  if (pattern.endsWith('.*')) return name.startsWith(pattern.slice(0, -1));
  if (!pattern.startsWith('*.')) return name === pattern;
  const [before = '', after = ''] = pattern.slice(2).split('*');
  const last = name.slice(name.lastIndexOf('.') + 1);
  return last.length > before.length + after.length && last.startsWith(before) && last.endsWith(after);
}

/**
 * Whether what such a function returns goes on using what it was given: `bufio.NewReader`, `io.TeeReader`,
 * `io.MultiWriter`.
 */
export function returnsWrapper(name: string): boolean {
  return /\.(?:New\w*|\w*Reader|\w*Writer)$/.test(name);
}
