import type { Unread } from '../../findings/finding.ts';
import type { ReportMeta } from '../meta.ts';
import { artifactLocation } from '../uri.ts';

/**
 * What the run could not see, its other notices, those about the log itself, and what broke down, as SARIF
 * notifications.
 */
export function notifications(meta: ReportMeta, ownNotices: readonly string[]): readonly object[] {
  return [
    ...meta.unread.map((unread) => ({
      level: 'warning',
      message: { text: unreadText(unread) },
      locations: [{ physicalLocation: { artifactLocation: artifactLocation(unread.path, meta) } }],
    })),
    ...[...meta.notices, ...ownNotices].map((text) => ({ level: 'warning', message: { text } })),
    ...(meta.failures ?? []).map((text) => ({ level: 'error', message: { text } })),
  ];
}

function unreadText({ declarations }: Unread): string {
  if (declarations === 0) return 'This file could not be read and was not analysed.';
  if (declarations === 1) return '1 declaration with a syntax error, or too large to follow, was not analysed.';
  return `${declarations} declarations with syntax errors, or too large to follow, were not analysed.`;
}
