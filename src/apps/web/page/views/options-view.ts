import type { Catalogue } from '../../catalogue.ts';
import type { ProjectOptions } from '../../project.ts';
import { button, byId, make, refill, tickBox } from '../elements/dom.ts';

/** Shows the options of a project; `onChange` is given the new ones. */
export function showOptions(options: ProjectOptions, { rules }: Catalogue, onChange: (options: ProjectOptions) => void): void {
  const { strict, notes, off } = options;
  const set = (change: Partial<ProjectOptions>): void => onChange({ ...options, ...change });
  const boxes = rules.map(({ id, summary }) =>
    make(
      'li',
      {},
      tickBox(`rule-${id}`, make('code', {}, id), !off.includes(id), (on) =>
        set({ off: on ? off.filter((each) => each !== id) : [...off, id] }),
      ),
      make('p', {}, `${summary}. `, make('a', { href: `rules/${id}.html`, 'aria-label': `About ${id}` }, 'About')),
    ),
  );
  refill(
    byId('view-options'),
    make('fieldset', {}, make('legend', {}, 'What is shown'),
      tickBox('strict', 'Strict: also what is less certain', strict, (on) => set({ strict: on })),
      tickBox('notes', 'Notes: what is true, and harmless here', notes, (on) => set({ notes: on }))),
    make('fieldset', {}, make('legend', {}, 'Rules'),
      make('div', { class: 'buttons left' }, button('All', () => set({ off: [] }), { id: 'all-rules' }), button('None', () => set({ off: rules.map(({ id }) => id) }), { id: 'no-rules' })),
      make('ul', { class: 'rule-list' }, ...boxes)),
  );
}
