import type { Outcome } from '../../../run.ts';
import type { Options } from '../arguments/options.ts';
import type { Shell } from '../shell.ts';
import { failureText } from './failure-text.ts';

/** Says on standard error what is wrong, what could not be read, and what broke down. */
export function tell(outcome: Pick<Outcome, 'complaints' | 'notices' | 'failures'>, { quiet }: Pick<Options, 'quiet'>, { complain }: Shell): void {
  for (const { severity, message } of outcome.complaints) if (severity === 'error' || !quiet) complain(`${severity}: ${message}`);
  if (!quiet) for (const notice of outcome.notices) complain(notice);
  for (const failure of outcome.failures) complain(failureText(failure));
}
