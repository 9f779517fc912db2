import type { Liveness, PackageText, Rule } from '../spec.ts';
import type { FileBytes } from './file-bytes.ts';
import { fileBytes } from './file-bytes.ts';

/**
 * The rules that could say anything about a package, judged by its characters alone. Most packages hold none of the
 * words a finding needs and are never opened, let alone parsed. A word too few here would lose findings silently: every
 * rule's own data yields its words.
 */
export function candidateRules({ files }: PackageText, rules: readonly Rule[]): readonly Rule[] {
  const bytes = files.map(({ text, report }) => fileBytes(text, report));
  return rules.filter((rule) => couldFire(bytes, rule));
}

function couldFire(files: readonly FileBytes[], rule: Rule): boolean {
  switch (rule.engine) {
    case 'obligation':
      return files.some((file) =>
        [...rule.acquire, ...(rule.registry?.named ?? [])].some((name) => mayCall(file, name)) || rule.lookalikes.some(file.holds));
    case 'misuse':
      return files.some((file) => rule.caches.some((cache) => cache.paths.map(withoutDots).some(file.opensWith)));
    case 'liveness':
      return traces[rule.question].some((trace) => leaves(files, trace));
  }
}

/** Whether a file may call a function, named as Go prints it. The value of a method call may come from any file, with any import. */
function mayCall(file: FileBytes, name: string): boolean {
  const dot = name.lastIndexOf('.');
  const func = name.slice(dot + 1);
  if (name.startsWith('(')) return file.holds(func);
  const path = name.slice(0, dot);
  // The path of a third party tells enough, for it is rare.
  if (path.includes('.')) return file.opensWith(withoutDots(path));
  return (file.opensWith(`"${path}"`) || file.opensWith(`\`${path}\``)) && file.holds(func);
}

function withoutDots(path: string): string {
  return path.replace(/^\.\.\./, '');
}

function leaves(files: readonly FileBytes[], { here, anywhere }: Trace): boolean {
  return files.some((file) => file.report && here.every(file.matches)) && anywhere.every((trace) => files.some((file) => file.matches(trace)));
}

/** A go statement, in whatever shape its call may come, or a call of a method `Go` and the like, as model/use.ts knows them. */
const goroutine = /\bgo\s+(?:[\p{L}_][\p{L}\p{Nd}_]*\s*[.([]|func\b|[([<*&])|\bgo\(|\.\s*(?:Try)?Go[\p{Lu}(]/u;
/** A loop without a condition: `for {`, `for ;;`, `for true`, `for ; true; <-t.C`. */
const endless = /\bfor\s*\{|\bfor\b[^{\n]*;\s*(?:true\s*)?;|\bfor\s+true\b/;
const arrow = /<-/;

/** What a package must hold for an answer to be a finding: `here` in the file of the finding, `anywhere` in any of its files. */
interface Trace {
  readonly here: readonly RegExp[];
  readonly anywhere: readonly RegExp[];
}

/** The traces of each question, the rarest first; one of them is enough. */
const traces: Readonly<Record<Liveness['question'], readonly Trace[]>> = {
  'unending-range': [{ here: [/\bfor\s+(?:[\p{L}\p{Nd}_]+\s*:?=\s*)?range\b/u], anywhere: [/\bchan\b|Tick|Timer|\.C\b/, goroutine] }],
  'endless-loop': [
    { here: [/<-|\bSleep\b/, endless], anywhere: [goroutine] },
    { here: [arrow, /\bcase\s*<-/, endless], anywhere: [] },
  ],
  'blocked-send': [{ here: [arrow, /\bmake\(\s*chan\b/], anywhere: [] }],
  'blocked-receive': [{ here: [arrow], anywhere: [/\bchan\b/] }],
  'registered-signal': [{ here: [], anywhere: [/\bNotify\b/] }],
};
