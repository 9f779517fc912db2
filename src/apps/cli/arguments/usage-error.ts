/** A complaint about the command line: one sentence that names the value and the remedy. */
export class UsageError extends Error {}

/** A value of the command line in a sentence: quoted, and cut to a length that fits into one. */
export function quoted(value: string): string {
  return JSON.stringify(value.length > SHOWN ? `${value.slice(0, SHOWN)}…` : value);
}

/** UTF-16 code units of a value that a sentence shows. */
const SHOWN = 80;
