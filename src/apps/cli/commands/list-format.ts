import { oneOf } from '../arguments/one-of.ts';
import type { GivenWords } from './command-spec.ts';

/** The form that a command which prints a list is asked for. Throws a UsageError. */
export function listFormat({ flags }: GivenWords): 'text' | 'json' {
  return oneOf('--format', flags.text('format') ?? 'text', ['text', 'json']);
}
