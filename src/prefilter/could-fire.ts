import type { Liveness, PackageText, Rule } from '../spec.ts';

/**
 * Whether any of the rules could say anything about a package, judged by its bytes alone. Most packages hold none of
 * the words a finding needs and are never opened, let alone parsed. A word too few here would lose findings silently:
 * every rule's own data yields its words, and the name of the tool or a rule in a directive counts as one.
 */
export function couldFire(text: PackageText, rules: readonly Rule[]): boolean {
  const words = new Set(['golint-leaks', ...rules.flatMap(needles)]);
  if (text.files.some((file) => [...words].some((word) => file.text.includes(word)))) return true;
  const reported = text.files.filter((file) => file.report);
  return rules.flatMap((rule) => (rule.engine === 'liveness' ? traces[rule.question] : [])).some(({ here, anywhere }) =>
    reported.some((file) => here.every((trace) => trace.test(file.text)))
    && anywhere.every((trace) => text.files.some((file) => trace.test(file.text))));
}

function needles(rule: Rule): readonly string[] {
  switch (rule.engine) {
    case 'obligation':
      return [rule.id, ...[...rule.acquire, ...(rule.registry?.named ?? [])].map(tellingPart), ...rule.lookalikes];
    case 'liveness':
      return [rule.id];
    case 'misuse':
      return [rule.id, ...rule.caches.flatMap((cache) => cache.paths.map(withoutDots))];
  }
}

/** Of a function of a third party its import path, which is rare; of one of the standard library its name. */
function tellingPart(name: string): string {
  const dot = name.lastIndexOf('.');
  return name.includes('/') ? withoutDots(name.slice(0, dot)) : name.slice(dot + 1);
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
