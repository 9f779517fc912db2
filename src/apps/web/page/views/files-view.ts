import type { Project } from '../../project.ts';
import { limits, pathProblem } from '../../project.ts';
import { button, byId, byIdOf, refill } from '../elements/dom.ts';
import { askName } from '../dialogs/name-dialog.ts';
import type { Store } from '../store.ts';
import { keysInTabs, markChosen } from '../elements/tab-list.ts';

/** What is done with files beside the store. */
export interface FilesEvents {
  readonly onRemoved: (path: string) => void;
  readonly say: (words: string) => void;
}

/** Ties the tabs of the files, and the buttons beside them, to the store. */
export function wireFiles(store: Store, events: FilesEvents): void {
  const list = byId('files');
  const choose = (path: string): void => store.update({ active: path });
  keysInTabs(list, (tab) => choose(tab.dataset['path'] ?? ''));
  list.addEventListener('keydown', (event) => {
    if (event.key === 'F2') void rename(store);
    else if (event.key === 'Delete') remove(store, events);
  });
  byId('add-file').addEventListener('click', () => void add(store));
  byId('rename-file').addEventListener('click', () => void rename(store));
  byId('remove-file').addEventListener('click', () => remove(store, events));
  wireGoMod(store);
}

/** Shows the files. */
export function showFiles({ state }: Store, choose: (path: string) => void): void {
  const { project, active } = state();
  const list = byId('files');
  const tabs = project.files.map(({ path }) =>
    button(path, () => choose(path), { role: 'tab', id: `file-${path}`, 'data-path': path, 'aria-controls': 'editor' }),
  );
  refill(list, ...tabs);
  const chosen = tabs.find((tab) => tab.dataset['path'] === active);
  if (chosen) {
    markChosen(tabs, chosen);
    chosen.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }
  byIdOf('remove-file', HTMLButtonElement).disabled = project.files.length === 1;
  byIdOf('add-file', HTMLButtonElement).disabled = project.files.length >= limits.files;
}

/** Shows what go.mod says; a line that somebody is writing stays as it is. */
export function showGoMod(project: Project): void {
  for (const name of ['module', 'go'] as const) {
    const input = byIdOf(name, HTMLInputElement);
    if (input === document.activeElement) continue;
    input.value = project[name];
    input.removeAttribute('aria-invalid');
  }
}

function wireGoMod({ state, update }: Store): void {
  for (const name of ['module', 'go'] as const) {
    const input = byIdOf(name, HTMLInputElement);
    input.addEventListener('input', () => {
      const isRight =
        name === 'module' ? /^[\w./~-]*$/.test(input.value) : /^(?:\d+\.\d+(?:\.\d+)?)?$/.test(input.value);
      input.setAttribute('aria-invalid', String(!isRight));
      if (isRight) update({ project: { ...state().project, [name]: input.value } });
    });
  }
}

async function add({ state, update }: Store): Promise<void> {
  const { project } = state();
  const others = project.files.map(({ path }) => path);
  const path = await askName('Add a file', 'Add', freeName(others), (name) => pathProblem(name, others));
  if (path === undefined) return;
  const folder = path.split('/').at(-2);
  const sibling = project.files.find(
    (file) => file.path.split('/').slice(0, -1).join('/') === path.split('/').slice(0, -1).join('/'),
  );
  const name = /^package (\w+)/m.exec(sibling?.text ?? '')?.[1] ?? folder?.replace(/\W/g, '') ?? 'main';
  update({ project: { ...project, files: [...project.files, { path, text: `package ${name}\n` }] }, active: path });
}

function freeName(taken: readonly string[]): string {
  for (let i = 1; ; i++) {
    const name = i === 1 ? 'other.go' : `other${i}.go`;
    if (!taken.includes(name)) return name;
  }
}

async function rename({ state, update }: Store): Promise<void> {
  const { project, active } = state();
  const others = project.files.map(({ path }) => path).filter((path) => path !== active);
  const path = await askName('Rename the file', 'Rename', active, (name) => pathProblem(name, others));
  if (path === undefined || path === active) return;
  update({
    project: { ...project, files: project.files.map((file) => (file.path === active ? { ...file, path } : file)) },
    active: path,
  });
}

function remove({ state, update }: Store, { onRemoved, say }: FilesEvents): void {
  const { project, active } = state();
  if (project.files.length === 1) return;
  const at = project.files.findIndex(({ path }) => path === active);
  const files = project.files.filter(({ path }) => path !== active);
  update({ project: { ...project, files }, active: files[Math.max(0, at - 1)]?.path ?? '' });
  onRemoved(active);
  say(`${active} is removed.`);
  byId('files').querySelector<HTMLElement>('[aria-selected=true]')?.focus();
}

