import { button, byIdOf, make } from '../elements/dom.ts';

/** Asks for a name in a dialog; undefined where that is left. `problem` says why a name will not do. */
export function askName(
  title: string,
  action: string,
  start: string,
  problem: (name: string) => string | undefined,
): Promise<string | undefined> {
  const dialog = byIdOf('name', HTMLDialogElement);
  const input = make('input', {
    id: 'name-input',
    spellcheck: 'false',
    autocapitalize: 'off',
    autocomplete: 'off',
    'aria-describedby': 'name-problem',
  });
  input.value = start;
  const complaint = make('p', { id: 'name-problem', class: 'problem', role: 'alert' });
  return new Promise((resolve) => {
    let answer: string | undefined;
    const take = (): void => {
      const name = input.value.trim();
      const why = problem(name);
      complaint.textContent = why ?? '';
      input.setAttribute('aria-invalid', String(why !== undefined));
      if (why !== undefined) return;
      answer = name;
      dialog.close();
    };
    input.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter') return;
      event.preventDefault();
      take();
    });
    dialog.replaceChildren(
      make('h2', { id: 'name-title' }, title),
      make('label', { for: 'name-input' }, 'Name'),
      input,
      complaint,
      make(
        'div',
        { class: 'buttons' },
        button('Cancel', () => dialog.close()),
        button(action, take, { class: 'primary' }),
      ),
    );
    dialog.addEventListener('close', () => resolve(answer), { once: true });
    dialog.showModal();
    input.focus();
    input.setSelectionRange(0, Math.max(0, start.lastIndexOf('.')));
  });
}
