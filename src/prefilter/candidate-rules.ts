import type { Seeks } from '../findings/evidence.ts';
import type { Growth, Liveness, ObligationGroup, PackageText, ResourceKind, Rule } from '../spec.ts';
import type { FileBytes } from './file-bytes.ts';
import { fileBytes } from './file-bytes.ts';
import { growingNames } from './growing-names.ts';
import { soughtRules } from './sought-rules.ts';

/**
 * The rules that could say anything about a package, judged by its characters alone. Most packages hold none of the
 * words a finding needs and are never opened, let alone parsed. A word too few here would lose findings silently: every
 * rule's own data yields its words.
 */
export function candidateRules(text: PackageText, allRules: readonly Rule[], seeks: Seeks): readonly Rule[] {
  const rules = soughtRules(allRules, seeks);
  const bytes = text.files.map((file) => fileBytes(file.text, file.report));
  return rules.map((rule) => (rule.engine === 'obligations' ? narrowed(bytes, rule) : rule))
    .filter((rule) => (rule.engine === 'growth' ? growingNames(text, rule.container, seeks).length > 0 : couldFire(bytes, rule)));
}

/** Of a rule about several kinds of resources those that could be in there. */
function narrowed(files: readonly FileBytes[], rule: ObligationGroup): ObligationGroup {
  const others = rule.others ?? rule.kinds.flatMap((kind) => kind.acquire);
  return { ...rule, kinds: rule.kinds.filter((kind) => couldHold(files, kind)), others };
}

function couldFire(files: readonly FileBytes[], rule: Exclude<Rule, Growth>): boolean {
  switch (rule.engine) {
    case 'obligation':
      return files.some((file) =>
        [...rule.acquire, ...(rule.registry?.named ?? [])].some((name) => mayCall(file, name)) || rule.lookalikes.some(file.holds));
    case 'obligations':
      return rule.kinds.length > 0; // narrowed before
    case 'deadline': {
      const { handshakes, configured, dials, literals, keepAlive: { types, methods } } = rule;
      const names = [...[handshakes, configured, literals].flatMap((each) => Object.keys(each)), ...dials, ...types, ...methods];
      return names.some((name) => files.some((file) => file.imports(packageOf(name))) && files.some((file) => file.holds(lastWord(name))));
    }
    case 'misuse':
      if ('question' in rule) return files.some((file) => file.report && file.holds('defer') && loop(file));
      return files.some((file) => rule.caches.some((cache) => cache.paths.map(withoutDots).some(file.opensWith)));
    case 'liveness':
      return traces[rule.question].some((trace) => leaves(files, trace));
  }
}

/**
 * Whether a resource that comes with an error could be in there: its package is imported, which the heads of the files
 * say, or another one than Go's own, and something is called by a name that says enough.
 */
function couldHold(files: readonly FileBytes[], { acquire, lookalikes, type, byType }: ResourceKind): boolean {
  const calls = (word: string): boolean => files.some((file) => file.calls(word));
  const isImported = (path: string): boolean => files.some((file) => file.imports(path));
  const sent = byType && files.some((file) => file.holds('chan ')) ? [type].flat().map((name) => `chan ${asWritten(name)}`) : [];
  return [...wordsByPackage(acquire)].some(([path, words]) => isImported(path) && words.some(calls))
    || sent.some((channel) => files.some((file) => file.holds(channel)))
    || (lookalikes.length > 0 && files.some((file) => file.importsOthers()) && lookalikes.some(calls));
}

/** The last words of functions by their packages. Asked of the same lists for each package. */
function wordsByPackage(names: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const before = known.get(names);
  if (before) return before;
  const found = new Map<string, string[]>();
  for (const name of names) {
    const path = packageOf(name);
    found.set(path, [...(found.get(path) ?? []), lastWord(name)]);
  }
  known.set(names, found);
  return found;
}

const known = new WeakMap<readonly string[], ReadonlyMap<string, readonly string[]>>();

/** A type as code writes it: `*http.Response` for `*net/http.Response`. */
function asWritten(type: string): string {
  return `${type.startsWith('*') ? '*' : ''}${type.slice(type.lastIndexOf('/') + 1).replace(/^\*/, '')}`;
}

/** The import path in the name of a function or method: `net/http` of `(*net/http.Client).Do`. */
function packageOf(name: string): string {
  const qualified = name.startsWith('(') ? name.slice(name.startsWith('(*') ? 2 : 1, name.indexOf(')')) : name;
  return qualified.slice(0, qualified.lastIndexOf('.'));
}

function lastWord(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}

/** Whether a file may call a function, named as Go prints it. The value of a method call may come from any file, with any import. */
function mayCall(file: FileBytes, name: string): boolean {
  const dot = name.lastIndexOf('.');
  const func = name.slice(dot + 1);
  if (name.startsWith('(')) return file.holds(func);
  const path = name.slice(0, dot);
  // The path of a third party tells enough, for it is rare.
  return path.includes('.') ? file.opensWith(withoutDots(path)) : file.imports(path) && file.holdsName(func);
}

function withoutDots(path: string): string {
  return path.replace(/^\.\.\./, '');
}

function leaves(files: readonly FileBytes[], { here, anywhere }: Trace): boolean {
  return anywhere.every((sign) => files.some(sign)) && files.some((file) => file.report && here.every((sign) => sign(file)));
}

/** Something in a file without which there is no finding. */
type Sign = (file: FileBytes) => boolean;

/** What a package must hold for an answer to be a finding: `here` in the file of the finding, `anywhere` in any of its files. */
interface Trace {
  readonly here: readonly Sign[];
  readonly anywhere: readonly Sign[];
}

function holding(pattern: RegExp): Sign {
  return (file) => file.matches(pattern);
}

const arrow: Sign = (file) => file.holds('<-');
/** A go statement, in whatever shape its call may come, or a call of a method `Go` and the like, as model/use.ts knows them. */
const goroutine = holding(/\bgo\s+(?:[A-Za-z_\u{80}-\u{10ffff}][\w\u{80}-\u{10ffff}]*\s*[.([]|func\b|[([<*&])|\bgo\(|\.\s*(?:Try)?Go[A-Z(]/u);
/** A loop without a condition: `for {`, `for ;;`, `for true`, `for ; true; <-t.C`. */
const endless = holding(/\bfor\s*\{|\bfor\b[^{\n]*;\s*(?:true\s*)?;|\bfor\s+true\b/);
const loop = holding(/\bfor\b/);
const rangeLoop = holding(/\bfor\s+(?:[\w\u{80}-\u{10ffff}]+\s*:?=\s*)?range\b/u);

/** The traces of each question, the rarest sign first; one of them is enough. */
const traces: Readonly<Record<Liveness['question'], readonly Trace[]>> = {
  'unending-range': [{ here: [rangeLoop], anywhere: [holding(/\bchan\b|Tick|Timer|\.C\b/), goroutine] }],
  'endless-loop': [
    { here: [arrow, endless], anywhere: [goroutine] },
    { here: [holding(/\bSleep\b/), endless], anywhere: [goroutine] },
    { here: [holding(/,\s*[^\s,(]{1,80}\s*:?=\s*[^\s(]{1,80}\.(?:Accept|Read|Recv)/), endless], anywhere: [goroutine] },
    { here: [arrow, holding(/\bcase\s*<-/), endless], anywhere: [] },
  ],
  'blocked-send': [{ here: [arrow, holding(/\bmake\(\s*chan\b/)], anywhere: [] }],
  'blocked-receive': [
    { here: [arrow], anywhere: [holding(/\bchan\b/)] },
    { here: [arrow, holding(/^[ \t]*<-[^\n]*\.Done\(\)|CloseNotify\(\)/m), holding(/\bgo\s+func\b/)], anywhere: [] },
  ],
  'registered-signal': [{ here: [], anywhere: [(file) => file.imports('os/signal')] }],
};
