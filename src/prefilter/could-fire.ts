import type { Liveness, ObligationGroup, PackageText, ResourceKind, Rule } from '../spec.ts';

/**
 * Whether a rule could say anything about a package, judged by its bytes alone. Most packages hold none of the words a
 * finding needs and are never opened, let alone parsed. A word too few here would lose findings silently: every rule's
 * own data yields its words.
 */
export function couldFire({ files }: PackageText, rule: Rule): boolean {
  switch (rule.engine) {
    case 'obligation':
      return files.some(({ text }) => mentions(text, [...rule.acquire, ...(rule.registry?.named ?? [])].map(tellingPart)) || mentions(text, rule.lookalikes));
    case 'obligations':
      return kindsIn({ files }, rule).length > 0;
    case 'misuse':
      return files.some(({ text }) => mentions(text, rule.caches.flatMap((cache) => cache.paths.map(withoutDots))));
    case 'deadline': {
      const names = [...Object.keys(rule.handshakes), ...Object.keys(rule.configured), ...rule.dials, ...Object.keys(rule.literals), ...rule.keepAlive.types, ...rule.keepAlive.methods];
      const paths = importedPaths(files);
      return names.some((name) => paths.has(packageOf(name))) && files.some(({ text }) => mentions(text, names.map(lastWord)));
    }
    case 'liveness':
      return leavesTrace(files, traces[rule.question]);
  }
}

/** Whether a directive may speak to this tool: one that matches nothing is reported, though nothing else is found. */
export function mayHoldDirective({ files }: PackageText, rules: readonly Rule[]): boolean {
  return files.some(({ text }) => text.includes('lint:') && (text.includes('golint-leaks') || rules.some((rule) => text.includes(rule.id))));
}

/** Import paths stand before the first function, other words anywhere. */
function mentions(text: string, words: readonly string[]): boolean {
  const head = words.some(isPath) ? text.slice(0, headEnd(text)) : '';
  return words.some((word) => (isPath(word) ? head : text).includes(word));
}

function isPath(word: string): boolean {
  return word.includes('/');
}

function headEnd(text: string): number {
  const at = text.search(/^func\b/m);
  return at === -1 ? text.length : at;
}

function leavesTrace(files: PackageText['files'], any: readonly Trace[]): boolean {
  return any.some(({ here, anywhere }) =>
    files.some((file) => file.report && here.every((trace) => trace.test(file.text)))
    && anywhere.every((trace) => files.some((file) => trace.test(file.text))));
}

/** Of a function of a third party its import path, which is rare; of one of the standard library its name. */
function tellingPart(name: string): string {
  const dot = name.lastIndexOf('.');
  return name.includes('/') ? withoutDots(name.slice(0, dot)) : name.slice(dot + 1);
}

/** The kinds of resources that could be in a package: its package is imported, or something is called by a name that says enough. */
export function kindsIn({ files }: Pick<PackageText, 'files'>, { kinds }: ObligationGroup): readonly ResourceKind[] {
  const paths = importedPaths(files);
  const callsOne = (names: readonly string[]): boolean => {
    const calls = [...new Set(names.map(lastWord))].map((word) => `${word}(`);
    return files.some(({ text }) => calls.some((each) => text.includes(each)));
  };
  return kinds.filter(({ acquire, lookalikes }) => (acquire.some((name) => paths.has(packageOf(name))) && callsOne(acquire)) || callsOne(lookalikes));
}

/** All strings that stand in the heads of the files, where the imports are. */
function importedPaths(files: PackageText['files']): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { text } of files) {
    const end = text.indexOf('\nfunc ');
    const imports = text.lastIndexOf('import', end === -1 ? text.length : end);
    const head = text.slice(0, imports === -1 ? 0 : endOfImports(text, imports));
    for (const [, path = ''] of head.matchAll(/"([^"\n]+)"/g)) found.add(path);
  }
  return found;
}

function endOfImports(text: string, from: number): number {
  const open = text.indexOf('(', from);
  const line = text.indexOf('\n', from);
  const close = open !== -1 && (line === -1 || open < line) ? text.indexOf('\n)', open) : line;
  return close === -1 ? text.length : close;
}

/** The import path in the name of a function or method: `net/http` of `(*net/http.Client).Do`. */
function packageOf(name: string): string {
  const qualified = name.startsWith('(') ? name.slice(name.startsWith('(*') ? 2 : 1, name.indexOf(')')) : name;
  return qualified.slice(0, qualified.lastIndexOf('.'));
}

function lastWord(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}

function withoutDots(path: string): string {
  return path.replace(/^\.\.\./, '');
}

/** A go statement, in whatever shape its call may come, or a call of a method `Go` and the like, as model/use.ts knows them. */
const goroutine = /\bgo\s+(?:[\p{L}_][\p{L}\p{Nd}_]*\s*[.([]|func\b|[([<*&])|\bgo\(|\.\s*(?:Try)?Go[\p{Lu}(]/u;
/** A loop without a condition: `for {`, `for ;;`, `for true`, `for ; true; <-t.C`. */
const endless = /\bfor\s*\{|\bfor\b[^{\n]*;\s*(?:true\s*)?;|\bfor\s+true\b/;

/** What a package must hold for an answer to be a finding: `here` in the file of the finding, `anywhere` in any of its files. */
interface Trace {
  readonly here: readonly RegExp[];
  readonly anywhere: readonly RegExp[];
}

/** The traces of each question; one of them is enough. */
const traces: Readonly<Record<Liveness['question'], readonly Trace[]>> = {
  'unending-range': [{ here: [/\bfor\s+(?:[\p{L}\p{Nd}_]+\s*:?=\s*)?range\b/u], anywhere: [goroutine, /\bchan\b|Tick|Timer|\.C\b/] }],
  'endless-loop': [
    { here: [endless, /<-|\bSleep\b/], anywhere: [goroutine] },
    { here: [endless, /\bcase\s*<-/], anywhere: [] },
  ],
  'blocked-send': [{ here: [/<-/, /\bmake\(\s*chan\b/], anywhere: [] }],
  'blocked-receive': [{ here: [/<-/], anywhere: [/\bchan\b/] }],
  'registered-signal': [{ here: [], anywhere: [/\bNotify\b/] }],
};
