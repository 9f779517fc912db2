import type { Parser } from '../../../syntax/parse/parser.ts';
import { assemble } from '../../evidence/assemble.ts';
import { ProfileError } from '../../evidence/profile/profile.ts';
import type { Profile } from '../../evidence/profile/profile.ts';
import { readWhole } from '../../evidence/profile/read-whole.ts';
import { closingWords, orderByEvidence, remarks } from '../../evidence/report/report-evidence.ts';
import { inflated, PackedError } from '../share/inflated.ts';
import type { Analysed } from './analysed.ts';
import { root } from './analysed.ts';
import { keyOf } from './show.ts';
import type { ShownEvidence } from './shown.ts';

/** A profile that is pasted or chosen is no larger, unpacked. */
const MOST_BYTES = 64 * 2 ** 20;

/** What a profile or dump shows of a project; or why it cannot be used, as one sentence. */
export async function evidence(
  analysed: Analysed,
  name: string,
  input: Uint8Array<ArrayBuffer>,
  parser: Parser,
): Promise<ShownEvidence | string> {
  try {
    return shown(analysed, readWhole(name, await unpacked(input)), parser);
  } catch (error) {
    if (error instanceof ProfileError || error instanceof PackedError) return `${name} ${error.message}.`;
    throw error;
  }
}

async function unpacked(input: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  if (input.length > MOST_BYTES) throw new PackedError('is too large');
  return input[0] === 0x1f && input[1] === 0x8b ? inflated(input, 'gzip', MOST_BYTES) : input;
}

function shown({ files, findings }: Analysed, profile: Profile, parser: Parser): ShownEvidence {
  const question = { cwd: root, files, file: undefined, maps: [], least: 1, drift: undefined };
  const found = assemble(findings, [profile], [], question, parser);
  const ordered = orderByEvidence(findings, found);
  const { ofFinding, sections } = remarks(ordered, found);
  return {
    summary: `${closingWords(found)}.`,
    seen: ordered.flatMap((finding) => {
      const seen = ofFinding.get(finding);
      return seen ? [{ key: keyOf(finding), lines: seen.lines }] : [];
    }),
    sections: sections.map(({ title, entries }) => ({
      title,
      entries: entries.map(({ head, lines }) => ({ head, lines })),
    })),
    notices: found.notices.map((notice) => `${notice.charAt(0).toUpperCase()}${notice.slice(1)}.`),
  };
}
