import type { Level } from '../../../spec.ts';
import type { Options } from '../arguments/options.ts';
import type { Outcome } from '../../../run.ts';
import { shownIn } from './shown-in.ts';

/** The last line on standard error: what was looked at, what was found, what could not be read. */
export function closingLine(
  {
    packages, files, excluded, findings, suppressed, unread, mended, old, looked, complaints,
  }: Omit<Outcome, 'notices' | 'rules' | 'failures' | 'gone'>,
  { patterns, fix, staged }: Pick<Options, 'patterns' | 'fix' | 'staged'>,
): string {
  const byConfiguration = excluded > 0 ? [`${count(excluded, 'file')} excluded by the configuration`] : [];
  if ((staged || patterns.length > 0) && looked.length === 0 && complaints.length === 0) {
    if (staged)
      return [
        'nothing to analyse: no Go file of these is staged, but for tests and generated ones',
        ...byConfiguration,
      ].join('; ');
    return [
      'nothing to analyse: all that is named is left out, such as tests, generated files and go.mod',
      ...byConfiguration,
    ].join('; ');
  }
  const parts = [`${count(packages, 'package')}, ${count(files, 'file')}, ${foundText(shownIn('json', { findings, looked }).findings)}`];
  if (mended.length > 0) {
    const fixes = mended.reduce((sum, each) => sum + each.fixes, 0);
    parts.push(`${fixes} ${fix === 'write' ? 'fixed' : 'can be fixed'} in ${count(mended.length, 'file')}`);
  }
  if (suppressed.length > 0) parts.push(`${suppressed.length} suppressed`);
  parts.push(...byConfiguration, ...old);
  if (unread.length > 0) {
    const declarations = unread.reduce((sum, each) => sum + each.declarations, 0);
    parts.push(`${count(declarations, 'declaration')} in ${count(unread.length, 'file')} could not be read`);
  }
  return parts.join('; ');
}

/** Notes are counted apart, where they are shown at all. */
function foundText(shown: Outcome['findings']): string {
  const findings = shown.filter(({ level }) => level !== 'note');
  const notes = shown.length - findings.length;
  const found = findings.length === 0 ? 'no findings' : `${count(findings.length, 'finding')} (${byLevel(findings)})`;
  return notes > 0 ? `${found}, ${count(notes, 'note')}` : found;
}

function byLevel(findings: Outcome['findings']): string {
  const levels: readonly Level[] = ['error', 'warning'];
  return levels
    .map((level) => ({ level, number: findings.filter((finding) => finding.level === level).length }))
    .filter(({ number }) => number > 0)
    .map(({ level, number }) => count(number, level))
    .join(', ');
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
