import type { Place, ShownEvidence, ShownFinding, ShownFix } from '../../session/shown.ts';
import { button, byId, make, refill } from '../elements/dom.ts';
import type { State } from '../store.ts';

/** What the list of findings asks for. */
export interface FindingsEvents {
  readonly onSelect: (key: string | undefined) => void;
  readonly onGo: (place: Place) => void;
  readonly onApply: (finding: ShownFinding, fix: ShownFix) => void;
}

/** Shows the findings, the selected one with its way and its fix. The focus stays where it was. */
export function showFindings(state: State, events: FindingsEvents): void {
  refill(byId('view-findings'), ...content(state, events));
  count(state);
}

/**
 * Brings the selected finding into view, where the list scrolls by itself: on a phone the code would go out of view.
 */
export function revealSelected(): void {
  const view = byId('view-findings');
  if (view.scrollHeight > view.clientHeight) view.querySelector('.open')?.scrollIntoView({ block: 'nearest' });
}

function count({ shown }: State): void {
  const badge = byId('count');
  const worth = (shown?.findings ?? []).filter(({ level }) => level !== 'note').length;
  badge.textContent = String(worth);
  badge.hidden = worth === 0;
}

function content(state: State, events: FindingsEvents): readonly Node[] {
  const { shown } = state;
  if (!shown) return [];
  const notices = shown.notices.map((notice) => make('p', { class: 'notice' }, notice));
  if (shown.findings.length === 0) {
    const words = state.project.options.strict
      ? 'No leaks found.'
      : 'No leaks found. Options have a strict mode, which also shows what is less certain.';
    return [make('p', { class: 'empty' }, words), ...notices];
  }
  const list = make(
    'ol',
    { class: 'findings' },
    ...shown.findings.map((finding, i) => card(finding, i, state, events)),
  );
  list.addEventListener('keydown', moveFocus);
  return [list, ...notices];
}

/** Arrows go from one finding to the next. */
function moveFocus(event: KeyboardEvent): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  const heads = [...byId('view-findings').querySelectorAll<HTMLElement>('.head')];
  const next = heads[heads.findIndex((head) => head === event.target) + step];
  if (step === 0 || !next || !heads.some((head) => head === event.target)) return;
  event.preventDefault();
  next.focus();
}

function card(finding: ShownFinding, index: number, state: State, events: FindingsEvents): HTMLLIElement {
  const { key, level, path, line, column, rule } = finding;
  const isOpen = key === state.selected;
  const head = button(
    make('span', {}, make('span', { class: 'level' }, level), ' ', finding.message),
    () => events.onSelect(isOpen ? undefined : key),
    {
      class: 'head',
      id: `finding-${index}`,
      'aria-expanded': isOpen ? 'true' : 'false',
      'aria-controls': isOpen ? `about-${index}` : undefined,
    },
  );
  const where = make('p', { class: 'where' },
    button(`${path}:${line}:${column}`, () => events.onGo(finding), { class: 'place', id: `place-${index}` }), ' ',
    make('a', { href: `rules/${rule}.html`, id: `rule-${index}` }, rule));
  const seen = seenLines(state.evidence, key).map((words) => make('p', { class: 'seen' }, words));
  return make(
    'li',
    { class: `finding ${level}${isOpen ? ' open' : ''}` },
    make('h3', {}, head),
    where,
    ...seen,
    ...(isOpen ? [about(finding, index, state, events)] : []),
  );
}

function seenLines(evidence: ShownEvidence | string | undefined, key: string): readonly string[] {
  return typeof evidence === 'object' ? evidence.seen.find((each) => each.key === key)?.lines ?? [] : [];
}

function about(finding: ShownFinding, index: number, state: State, events: FindingsEvents): HTMLElement {
  const { way, advice, fix, path } = finding;
  const steps = way.map((step) => make('li', {}, button(
    make('span', {}, make('b', { class: 'dot' }, String(step.order)), ' ', make('code', {}, step.path === path ? `line ${step.line}` : `${step.path}:${step.line}`), ` ${step.text}`),
    () => events.onGo(step), { class: 'step', id: `step-${index}-${step.order}` },
  )));
  return make('div', { class: 'about', id: `about-${index}` },
    ...(steps.length > 0 ? [make('ol', { class: 'way', 'aria-label': 'The way of the leak' }, ...steps)] : []),
    make('p', { class: 'advice' }, advice),
    ...(fix ? [fixView(finding, fix, index, state, events)] : []));
}

function fixView(
  finding: ShownFinding,
  fix: ShownFix,
  index: number,
  state: State,
  { onApply }: FindingsEvents,
): HTMLElement {
  const lines = fix.diff.map(({ kind, text }) =>
    make(kind === 'added' ? 'ins' : kind === 'removed' ? 'del' : 'span', { class: kind }, `${text}\n`),
  );
  const apply = button('Apply the fix', () => onApply(finding, fix), { class: 'primary', id: `apply-${index}` });
  apply.disabled = !state.isFresh;
  return make(
    'details',
    { class: 'fix', open: true },
    make('summary', { id: `fix-${index}` }, fix.words),
    make('pre', { class: 'diff', tabindex: 0, role: 'region', 'aria-label': 'The change' }, ...lines),
    apply,
  );
}
