/** Whether a text speaks of a deadline that is set on a connection. */
export function setsDeadline(text: string): boolean {
  return /\bSet(?:Read|Write)?Deadline\b/.test(text);
}
