import type { PackageText, Rule } from '../spec.ts';

/** Whether a directive may speak to this tool: one that matches nothing is reported, though nothing else is found. */
export function mayHoldDirective({ files }: PackageText, rules: readonly Rule[]): boolean {
  return files.some(
    ({ text }) => text.includes('lint:') && (text.includes('golint-leaks') || rules.some((rule) => text.includes(rule.id))),
  );
}
