import { reportJson } from './json.ts';
import type { Reporter } from './meta.ts';
import { reportSarif } from './sarif.ts';
import { reportText } from './text.ts';

/** The names of the formats, as `--format` takes them. */
export type FormatName = 'text' | 'json' | 'sarif';

/** The reporter of each format. */
export const formats = {
  text: reportText,
  json: reportJson,
  sarif: reportSarif,
} as const satisfies Record<FormatName, Reporter>;
