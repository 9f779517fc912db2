import type { Finding } from '../../findings/finding.ts';
import { message } from '../../findings/message.ts';
import { visible } from '../../visible.ts';

/**
 * A finding in one line, as editors and CI systems match it: `path:line:column: level: message (rule)`. No line end.
 */
export function headLine(finding: Finding): string {
  return `${findingPlace(finding)}: ${finding.level}: ${visible(message(finding))} (${visible(finding.rule)})`;
}

/** Where it is: `path:line:column`. */
export function findingPlace({ location: { path, line, column } }: Finding): string {
  return `${visible(path)}:${line}:${column}`;
}
