import type { Project } from '../../project.ts';
import { rememberInAddress } from '../address.ts';
import { button, byIdOf, make } from '../elements/dom.ts';
import { copy } from '../elements/copy.ts';

/** Makes a link that holds the project, and offers it in a dialog. */
export async function share(project: Project, say: (words: string) => void): Promise<void> {
  await rememberInAddress(project);
  const dialog = byIdOf('link', HTMLDialogElement);
  const { href } = location;
  const field = make('input', { id: 'link-field', readonly: true, 'aria-label': 'Link' });
  field.value = href;
  field.addEventListener('focus', () => {
    field.select();
    field.scrollLeft = 0;
  });
  const said = make('p', { class: 'said', role: 'status' });
  const tell = (words: string): void => {
    said.textContent = words;
    say(words);
  };
  dialog.replaceChildren(
    make('h2', { id: 'link-title' }, 'Share'),
    make(
      'p',
      {},
      `The link itself holds all files and options, ${Math.ceil(href.length / 1024)} KB: nothing is stored anywhere.`,
    ),
    field,
    said,
    make(
      'div',
      { class: 'buttons' },
      button('Close', () => dialog.close()),
      button('Copy', () => void copy(href, tell), { class: 'primary', id: 'copy-link' }),
    ),
  );
  dialog.showModal();
  field.focus();
}
