import { firstExample } from 'built:first-example';
import type { Catalogue, CatalogueIncident } from '../catalogue.ts';
import type { Project } from '../project.ts';
import type { ReportFormat } from '../session/report.ts';
import type { Place, ShownFinding, ShownFix } from '../session/shown.ts';
import { destination, projectOf, rememberInAddress } from './address.ts';
import { startAnalyzer } from './analyzer.ts';
import { asking } from './asking.ts';
import { openExamples } from './dialogs/examples-dialog.ts';
import { share } from './dialogs/share-dialog.ts';
import { makeEditor } from './editor/editor.ts';
import { byId } from './elements/dom.ts';
import { keysInTabs, markChosen } from './elements/tab-list.ts';
import type { State } from './store.ts';
import { makeStore, selectedFinding, withText } from './store.ts';
import { showFiles, showGoMod, wireFiles } from './views/files-view.ts';
import { revealSelected, showFindings } from './views/findings-view.ts';
import { showOptions } from './views/options-view.ts';
import { wireProfile } from './views/profile-view.ts';
import { showReport } from './views/report-view.ts';

/** Milliseconds that a typist pauses for before the text is looked at, and before it is put into the address. */
const PAUSE = 120;
const LONG_PAUSE = 1200;

const analyzer = startAnalyzer(() => performance.mark('analyzer-ready'));
const store = makeStore({
  ...opened(projectOf(firstExample)),
  isOwn: false,
  shown: undefined,
  isFresh: false,
  selected: undefined,
  evidence: undefined,
});
const ask = asking(analyzer, store, say);
const editor = makeEditor(byId('editor'), {
  onText: (path, text) => store.update({ project: withText(store.state().project, path, text) }),
  onNext: goToNext,
});
const profile = wireProfile({ onInput: (name, input) => void ask.lookAtProfile(name, input) });
const catalogue = import('built:catalogue').then((built): Catalogue => built.catalogue);
let view = 'findings';
let format: ReportFormat = 'sarif';
let analysisTimer = 0;
let addressTimer = 0;

function opened(project: Project): Pick<State, 'project' | 'active'> {
  return { project, active: project.files[0]?.path ?? '' };
}

function say(words: string): void {
  byId('status').textContent = words;
}

function activate(path: string): void {
  if (store.state().active !== path) store.update({ active: path });
}

/** Shows another project instead of this one. */
function load(project: Project): void {
  for (const { path } of store.state().project.files) editor.forget(path);
  store.update({ ...opened(project), isOwn: false, evidence: undefined, selected: undefined });
}

async function followAddress(): Promise<void> {
  const found = await destination(catalogue);
  if ('project' in found) load(found.project);
  else if (found.complaint !== '' || !store.state().shown) await ask.analyse(found.complaint);
}

async function writeReport(): Promise<void> {
  const events = { say, onFormat: (wanted: ReportFormat) => {
    format = wanted;
    void writeReport();
  } };
  const wanted = format;
  showReport(wanted, undefined, events);
  const text = await ask.report(wanted);
  if (text !== undefined && view === 'report' && format === wanted) showReport(wanted, text, events);
}

function goTo(place: Place): void {
  activate(place.path);
  editor.reveal(place);
  editor.focus();
}

function goToNext(step: 1 | -1): void {
  const { shown, selected } = store.state();
  const findings = shown?.findings ?? [];
  const at = findings.findIndex(({ key }) => key === selected);
  const next = findings[(at + step + findings.length) % Math.max(1, findings.length)];
  if (!next) return;
  store.update({ selected: next.key });
  revealSelected();
  goTo(next);
  say(`${next.level}: ${next.message}`);
}

function select(key: string | undefined): void {
  store.update({ selected: key });
  const selected = selectedFinding(store.state());
  if (!selected) return;
  activate(selected.path);
  editor.reveal(selected);
}

/** The edits are of the text that was analysed, so they are made in no other. */
function apply({ path }: ShownFinding, fix: ShownFix): void {
  if (!store.state().isFresh) return;
  activate(path);
  editor.apply(fix);
  editor.focus();
  say(`The fix is applied: ${fix.words}`);
}

function chooseView(tab: Element): void {
  const tabs = [...byId('views').querySelectorAll('[role=tab]')];
  markChosen(tabs, tab);
  view = tab.id.replace('tab-', '');
  for (const each of tabs) byId(each.id.replace('tab-', 'view-')).hidden = each !== tab;
  if (view === 'report') void writeReport();
}

function showWithProfile({ examples: [leaky], dump }: CatalogueIncident): void {
  if (!leaky) return;
  load(projectOf(leaky));
  profile.fill(dump);
  chooseView(byId('tab-profile'));
  void ask.lookAtProfile('the profile', new TextEncoder().encode(dump));
}

/** An address that names an example stays as it is until the example is changed. */
function onProject({ project, isOwn }: State): void {
  clearTimeout(analysisTimer);
  analysisTimer = setTimeout(() => void ask.analyse(''), isOwn ? PAUSE : 0);
  clearTimeout(addressTimer);
  if (isOwn) addressTimer = setTimeout(() => void rememberInAddress(project), LONG_PAUSE);
  if (view === 'report') void writeReport();
}

function render(now: State, before: State | undefined): void {
  const { project, active, shown, evidence } = now;
  const differs = (...keys: readonly (keyof State)[]): boolean => keys.some((key) => now[key] !== before?.[key]);
  if (differs('project', 'active')) {
    const file = project.files.find(({ path }) => path === active);
    if (file) editor.open(file);
  }
  const paths = (state: State | undefined): string => JSON.stringify(state?.project.files.map(({ path }) => path));
  if (differs('active') || paths(now) !== paths(before)) showFiles(store, activate);
  if (project.module !== before?.project.module || project.go !== before.project.go) showGoMod(project);
  if (project.options !== before?.project.options)
    void catalogue.then((all) =>
      showOptions(project.options, all, (options) => store.update({ project: { ...store.state().project, options } })),
    );
  if (differs('shown', 'selected', 'isFresh', 'evidence'))
    showFindings(now, { onSelect: select, onGo: goTo, onApply: apply });
  if (differs('shown', 'selected', 'active'))
    editor.draw({ path: active, findings: shown?.findings ?? [], selected: selectedFinding(now) });
  const selected = selectedFinding(now);
  // A text that was not written here is shown where it leaks.
  if (differs('shown') && !now.isOwn && selected?.path === active) editor.reveal(selected);
  if (differs('evidence')) profile.show(evidence);
}

store.onChange((now, before) => {
  render(now, before);
  if (now.project !== before.project) onProject(now);
});

wireFiles(store, { onRemoved: (path) => editor.forget(path), say });
keysInTabs(byId('views'), chooseView);
for (const tab of byId('views').querySelectorAll('[role=tab]')) tab.addEventListener('click', () => chooseView(tab));
byId('open-examples').addEventListener('click', () => void catalogue.then((all) => openExamples(all, showWithProfile)));
byId('share').addEventListener('click', () => void share(store.state().project, say));
addEventListener('hashchange', () => void followAddress());

render(store.state(), undefined);
void followAddress();
