import type { ReportFormat } from '../../session/report.ts';
import { button, byId, make, refill } from '../elements/dom.ts';
import { copy } from '../elements/copy.ts';

const names = { sarif: 'SARIF', json: 'JSON' } as const satisfies Record<ReportFormat, string>;

/** What the view of reports asks for. */
export interface ReportEvents {
  readonly onFormat: (format: ReportFormat) => void;
  readonly say: (words: string) => void;
}

/** Shows the report of the project as the command would write it; a text that is undefined is still to come. */
export function showReport(format: ReportFormat, text: string | undefined, { onFormat, say }: ReportEvents): void {
  const choices = (['sarif', 'json'] as const).map((each) =>
    button(names[each], () => onFormat(each), { id: `format-${each}`, 'aria-pressed': String(each === format) }));
  refill(
    byId('view-report'),
    make(
      'div',
      { class: 'toolbar' },
      make('div', { class: 'choice', role: 'group', 'aria-label': 'Format' }, ...choices),
      ...(text === undefined ? [] : [button('Copy', () => void copy(text, say), { id: 'copy-report' })]),
    ),
    make(
      'pre',
      { class: 'report', tabindex: 0, role: 'region', 'aria-label': `${names[format]} report` },
      text ?? 'Writing the report…',
    ),
  );
}
