import type { Outcome } from '../../../run.ts';
import { visible } from '../../../visible.ts';
import type { Options } from '../arguments/options.ts';
import type { Shell } from '../shell.ts';
import { failureText } from './failure-text.ts';

type Told = Pick<Outcome, 'complaints' | 'notices' | 'unread' | 'failures'>;

/**
 * Says on standard error what is wrong, what could not be read, and what broke down; `quiet` leaves out only what is no
 * trouble.
 */
export function tell(
  { complaints, notices, unread, failures }: Told,
  { quiet }: Pick<Options, 'quiet'>,
  { complain }: Shell,
): void {
  for (const { severity, message } of complaints)
    if (severity !== 'warning' || !quiet) complain(`${severity === 'error' ? 'error' : 'warning'}: ${message}`);
  for (const line of unreadLines(unread)) complain(`warning: ${line}`);
  if (!quiet) for (const notice of notices) complain(notice);
  for (const failure of failures) complain(failureText(failure));
}

/** Declarations that are named; a file in another language may have thousands. */
const NAMED = 10;

function unreadLines(unread: Outcome['unread']): readonly string[] {
  const lines = unread.flatMap(({ path, places }) =>
    places.map(
      ({ line, why }) =>
        `${visible(path)}:${line}: this declaration is not analysed (${why}); mend it to have it looked at`,
    ),
  );
  const more = lines.length - NAMED;
  return more > 0
    ? [...lines.slice(0, NAMED), `${more} more declarations are not analysed; --format json names them all`]
    : lines;
}
