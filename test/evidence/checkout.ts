import { assemble } from '../../src/apps/evidence/assemble.ts';
import type { EvidenceReport, Question } from '../../src/apps/evidence/assemble.ts';
import { disk } from '../../src/host/node.ts';
import type { Finding } from '../../src/findings/finding.ts';
import { parser } from '../parse-go.ts';
import { read } from './read.ts';

/** What profiles (texts or bytes) show in a checkout at a folder, without findings unless some are given. */
export async function inCheckout(
  cwd: string, inputs: readonly (string | Uint8Array)[],
  { base = [], findings = [], ...question }: Partial<Question> & { readonly base?: readonly (string | Uint8Array)[]; readonly findings?: readonly Finding[] } = {},
): Promise<EvidenceReport> {
  const all = (list: readonly (string | Uint8Array)[]) => Promise.all(list.map((each) => read(each)));
  const whole: Question = { cwd, files: disk, file: undefined, maps: [], least: 1, drift: undefined, ...question };
  return assemble(findings, await all(inputs), await all(base), whole, parser);
}

/**
 * The places without a finding in one line each: `3 send a.go:12`, with `~` where the source has moved, `?` where it
 * cannot be told.
 */
export function placesOf({ places }: EvidenceReport): readonly string[] {
  return places.map(({ at, wait, amount, stacks }) => {
    const moved = stacks[0]?.own[0]?.present?.moved === true ? '~' : '';
    return `${amount.goroutines} ${wait} ${at ? `${moved}${at.path}:${at.line}${at.isPresent ? '' : '?'}` : '-'}`;
  });
}
