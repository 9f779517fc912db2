import type { ShownEvidence } from '../../session/shown.ts';
import { button, byId, make } from '../elements/dom.ts';

/** What the view of profiles asks for. */
export interface ProfileEvents {
  /** A dump that was pasted, or a file that was chosen. */
  readonly onInput: (name: string, input: Uint8Array<ArrayBuffer>) => void;
}

/** Makes the form, and gives what shows an outcome below it. */
export function wireProfile({ onInput }: ProfileEvents): {
  show(evidence: ShownEvidence | string | undefined): void;
  fill(dump: string): void;
} {
  const text = make('textarea', {
    id: 'dump',
    rows: 8,
    spellcheck: 'false',
    autocomplete: 'off',
    placeholder: 'goroutine 34 [chan send, 93 minutes]:\nmain.work(…)\n\t/src/main.go:12 +0x1d',
  });
  const file = make('input', { id: 'dump-file', type: 'file' });
  const outcome = make('div', { class: 'outcome' });
  const read = (): void => onInput('the pasted text', new TextEncoder().encode(text.value));
  file.addEventListener('change', () => {
    const [chosen] = file.files ?? [];
    if (chosen) void chosen.arrayBuffer().then((buffer) => onInput(chosen.name, new Uint8Array(buffer)));
  });
  byId('view-profile').replaceChildren(
    make(
      'p',
      { class: 'lead' },
      'Where do goroutines of your program wait? Paste a dump, the text of a profile, or a log with one: '
        + 'the findings that it shows say so. It stays in this page.',
    ),
    make('label', { for: 'dump' }, 'Dump or profile'),
    text,
    make(
      'div',
      { class: 'toolbar' },
      button('Look at it', read, { class: 'primary' }),
      make('label', { class: 'file' }, 'or a file: ', file),
    ),
    outcome,
  );
  return {
    show: (evidence) => outcome.replaceChildren(...(evidence === undefined ? [] : outcomeOf(evidence))),
    fill: (dump) => {
      text.value = dump;
    },
  };
}

function outcomeOf(evidence: ShownEvidence | string): readonly Node[] {
  if (typeof evidence === 'string') return [make('p', { class: 'problem', role: 'alert' }, evidence)];
  const { summary, sections, notices, seen } = evidence;
  return [
    make('p', { class: seen.length > 0 ? 'seen' : 'notice' }, summary),
    ...notices.map((notice) => make('p', { class: 'notice' }, notice)),
    ...sections.flatMap(({ title, entries }) => [
      make('h3', {}, title),
      make(
        'ul',
        { class: 'entries' },
        ...entries.map(({ head, lines }) =>
          make('li', {}, make('code', {}, head), ...lines.map((line) => make('p', {}, line))),
        ),
      ),
    ]),
  ];
}
