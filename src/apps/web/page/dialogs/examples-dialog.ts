import type { Catalogue, CatalogueExample, CatalogueIncident } from '../../catalogue.ts';
import { exampleFragment } from '../../share/fragment.ts';
import { button, byIdOf, make } from '../elements/dom.ts';

const words: Readonly<Record<string, string>> = { leaky: 'leaks', clean: 'mended', fixed: 'mended' };

/** Opens the list of all examples. Each is a link, so that it can be opened in another tab, or sent to somebody. */
export function openExamples({ rules, incidents }: Catalogue, onDump: (incident: CatalogueIncident) => void): void {
  const dialog = byIdOf('examples', HTMLDialogElement);
  const links = (id: string, examples: readonly CatalogueExample[]): readonly Node[] => examples.map(({ name }) => {
    const link = make(
      'a',
      { href: `#${exampleFragment(`${id}/${name}`)}`, class: 'chip', 'aria-label': `${id}: ${wordsOf(name)}` },
      wordsOf(name),
    );
    link.addEventListener('click', () => dialog.close());
    return link;
  });
  const filter = make('input', {
    type: 'search',
    id: 'examples-filter',
    placeholder: 'Filter',
    'aria-label': 'Filter the examples',
    autocomplete: 'off',
  });
  const ruleItems = rules.map(({ id, summary, examples }) =>
    make(
      'li',
      {},
      make('div', {}, make('code', {}, id), make('p', {}, `${summary}.`)),
      make('div', { class: 'chips' }, ...links(id, examples)),
    ),
  );
  const incidentItems = incidents.map((incident) => make('li', {}, make('div', {}, make('code', {}, incident.id), make('p', {}, `${incident.title}.`)),
    make('div', { class: 'chips' }, ...links(incident.id, incident.examples), ...(incident.dump === '' ? [] : [button('with its profile', () => {
      dialog.close();
      onDump(incident);
    }, { class: 'chip', 'aria-label': `${incident.id}: with its profile` })]))));
  filter.addEventListener('input', () => {
    const wanted = filter.value.toLowerCase();
    for (const item of [...ruleItems, ...incidentItems])
      item.hidden = !(item.textContent ?? '').toLowerCase().includes(wanted);
  });
  dialog.replaceChildren(
    make('header', {}, make('h2', { id: 'examples-title' }, 'Examples'), filter, button('Close', () => dialog.close())),
    make('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'List of examples' },
      make('h3', {}, 'Rules'), make('ul', { class: 'examples' }, ...ruleItems),
      make('h3', {}, 'Incidents: small programs that really leak'), make('ul', { class: 'examples' }, ...incidentItems)),
  );
  dialog.showModal();
}

function wordsOf(name: string): string {
  const [kind = '', number] = name.split('-');
  return number === undefined ? words[kind] ?? kind : `${words[kind] ?? kind} ${number}`;
}
