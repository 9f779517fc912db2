import type { Obligation } from '../../spec.ts';

/** Whether a function of another package, named as Go prints it, only uses what it is given. */
export function isBorrower(name: string, { borrowers }: Obligation): boolean {
  const plain = name.replace(/^\(\*?/, '').replace(')', '');
  return borrowers?.some((pattern) => (pattern.endsWith('.*') ? plain.startsWith(pattern.slice(0, -1)) : plain === pattern)) ?? false;
}

/** Whether what such a function returns goes on using what it was given: `bufio.NewReader`, `io.TeeReader`, `io.MultiWriter`. */
export function returnsWrapper(name: string): boolean {
  return /\.(?:New\w*|\w*Reader|\w*Writer)$/.test(name);
}
