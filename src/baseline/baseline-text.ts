import type { Entry } from './baseline.ts';
import { sumEntries } from './baseline.ts';

/** The form of the file. Another number is a form that this version cannot read. */
const VERSION = 1;

/** The text of a baseline file: JSON with one entry on each line, so that a diff shows what came and went. */
export function printBaseline(entries: readonly Entry[]): string {
  const lines = entries.map(
    ({ path, rule, confidence, source, container, count }) =>
      `    ${JSON.stringify({ path, rule, confidence, source, container, count })}`,
  );
  return `{\n  "version": ${VERSION},\n  "findings": [${lines.length === 0 ? '' : `\n${lines.join(',\n')}\n  `}]\n}\n`;
}

/** The entries of a baseline file, or why it is none, in a few words. */
export function parseBaseline(text: string): readonly Entry[] | string {
  const value = json(text);
  if (!isObject(value)) return 'it is not JSON as --write-baseline makes it; after a merge conflict, write it anew';
  if (value['version'] !== VERSION) return 'version' in value
    ? `its version is ${JSON.stringify(value['version'])}, this golint-leaks reads version ${VERSION}; update golint-leaks, or write it anew`
    : 'it is no baseline, since it has no version; name another file, or remove it and use --write-baseline';
  const findings = value['findings'];
  if (!Array.isArray(findings)) return 'it has no list "findings"';
  const entries = findings.map(entry);
  const wrong = entries.indexOf(undefined);
  return wrong === -1
    ? sumEntries(entries.filter((each) => each !== undefined))
    : `number ${wrong + 1} of its findings is not one as --write-baseline makes it`;
}

function json(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return undefined;
  }
}

function entry(value: unknown): Entry | undefined {
  if (!isObject(value)) return undefined;
  const { path, rule, confidence, source, container, count } = value;
  if (typeof path !== 'string' || typeof rule !== 'string' || typeof source !== 'string') return undefined;
  if (confidence !== 'high' && confidence !== 'medium') return undefined;
  return typeof count === 'number' && Number.isSafeInteger(count) && count > 0 
    ? { path, rule, confidence, source, ...(typeof container === 'string' && { container }), count }
    : undefined;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
