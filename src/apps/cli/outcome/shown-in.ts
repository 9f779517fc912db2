import type { Finding } from '../../../findings/finding.ts';
import type { NotesMode } from '../../../folder/folder-choice.ts';
import type { FormatName } from '../../../format-names.ts';
import type { Outcome } from '../../../run.ts';

/** What one report shows. */
export interface Shown {
  /** In full, in the order given. */
  readonly findings: readonly Finding[];
  /** In one line each. */
  readonly shortNotes: readonly Finding[];
}

/**
 * How formats show notes that are to be told in short; those that annotate code, fail a job or sum up leave them out.
 */
const shortNotesIn = {
  text: 'short', concise: 'short', json: 'full', sarif: 'full', html: 'full',
  github: 'none', gitlab: 'none', checkstyle: 'none', junit: 'none', rdjson: 'none', markdown: 'none',
} as const satisfies Record<FormatName, NotesMode>;

/** What a report in a format shows of what was found: notes as flags and configuration say for their files. */
export function shownIn(format: FormatName, { findings, looked }: Pick<Outcome, 'findings' | 'looked'>): Shown {
  if (findings.every(({ level }) => level !== 'note')) return { findings, shortNotes: [] };
  const modes = new Map(looked.flatMap(({ files, notes }) => files.map((file) => [file, notes])));
  const modeOf = ({ level, location: { path } }: Finding): NotesMode => {
    const mode = level === 'note' ? (modes.get(path) ?? 'short') : 'full';
    return mode === 'short' ? shortNotesIn[format] : mode;
  };
  const byMode = (mode: NotesMode): readonly Finding[] => findings.filter((finding) => modeOf(finding) === mode);
  return { findings: byMode('full'), shortNotes: byMode('short') };
}
