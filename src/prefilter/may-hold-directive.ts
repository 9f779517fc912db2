import { sourceText } from '../syntax/source-text.ts';
import { meantName } from '../findings/directive/directive-names.ts';
import type { Rule } from '../engines/kinds.ts';
import type { Candidate } from './candidate-rules.ts';

/**
 * Whether a directive may speak to this tool: one that matches nothing, or names nearly a rule, is reported, though
 * nothing else is found.
 */
export function mayHoldDirective(files: readonly Candidate[], rules: readonly Rule[]): boolean {
  const ids = rules.map(({ id }) => id);
  return files.some(
    ({ source }) =>
      source.mayHold('lint:')
      && (source.mayHold('golint-leaks') || ids.some((id) => source.mayHold(id)) || misnames(sourceText(source), ids)),
  );
}

function misnames(text: string, ids: readonly string[]): boolean {
  const asked = new Set<string>();
  for (let at = text.indexOf('lint:'); at !== -1; at = text.indexOf('lint:', at + 1)) {
    const end = text.indexOf('\n', at);
    for (const name of text.slice(at + 'lint:'.length, end === -1 ? undefined : end).toLowerCase().split(/[\s,]+/)) {
      if (asked.has(name)) continue;
      asked.add(name);
      if (meantName(name, ids) !== undefined) return true;
    }
  }
  return false;
}
