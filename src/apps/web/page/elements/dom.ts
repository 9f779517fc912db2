/**
 * What a node is made of: attributes by name (true: without a value; false or undefined: not there), and what a click
 * does.
 */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** A child of a node: a text is never read as HTML. */
export type Child = Node | string;

/** Makes an element. */
export function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name, attributes: Attributes = {}, ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes))
    if (value !== undefined && value !== false) node.setAttribute(key, value === true ? '' : String(value));
  node.append(...children);
  return node;
}

/** A button that does something. */
export function button(words: Child, onClick: () => void, attributes: Attributes = {}): HTMLButtonElement {
  const node = make('button', { type: 'button', ...attributes }, words);
  node.addEventListener('click', onClick);
  return node;
}

/** A box to tick, with its words. */
export function tickBox(
  id: string,
  words: Child,
  checked: boolean,
  onChange: (checked: boolean) => void,
): HTMLLabelElement {
  const box = make('input', { type: 'checkbox', id });
  box.checked = checked;
  box.addEventListener('change', () => onChange(box.checked));
  return make('label', { class: 'tick' }, box, ' ', words);
}

/** Fills an element anew. The focus stays where it was, by the id of the element that has it. */
export function refill(parent: HTMLElement, ...children: readonly Child[]): void {
  const focused = parent.contains(document.activeElement) ? document.activeElement?.id ?? '' : '';
  parent.replaceChildren(...children);
  if (focused !== '') document.getElementById(focused)?.focus();
}

/** The element of the page with an id. Throws where the page has none: it is another page. */
export function byId(id: string): HTMLElement {
  const node = document.getElementById(id);
  if (!node) throw new Error(`the page has no #${id}`);
  return node;
}

/** The same, of a kind: `byIdOf('go', HTMLInputElement)`. */
export function byIdOf<Kind extends HTMLElement>(id: string, kind: new () => Kind): Kind {
  const node = byId(id);
  if (!(node instanceof kind)) throw new Error(`#${id} is another element`);
  return node;
}
