import type { Finding } from '../../findings/finding.ts';
import type { ReportMeta } from '../meta.ts';
import { tool } from '../tool.ts';
import { escaped, grouped } from './escape.ts';
import { findingCard, packageOf } from './finding-card.ts';
import { page } from './page.ts';
import { stacksView } from './stacks-view.ts';

/**
 * For people: one file that needs nothing else. The findings by package and rule, each with the source around it and
 * the way of the leak drawn through it; filters; with profiles what they show, and their stacks as a tree beside.
 */
export function reportHtml(findings: readonly Finding[], meta: ReportMeta): string {
  const linesOf = remembered((path) => meta.sourceOf?.(path)?.split('\n').map((line) => line.replace(/\r$/, '')));
  const { evidence } = meta;
  const places = new Set(findings.map(({ location: { path, line } }) => `${path}:${line}`));
  const seen = findings.filter((finding) => evidence?.ofFinding.has(finding));
  const others = findings.filter((finding) => !seen.includes(finding));
  const card = (finding: Finding): string => findingCard(finding, meta, linesOf);
  const main = [
    ...(seen.length > 0 ? [section('Seen in the running program', seen.map(card).join(''), 'package seen-here')] : []),
    ...(evidence
      ? evidence.sections.map(({ title, entries }) => section(title, entries.map(entryView).join(''), 'places'))
      : []),
    ...byPackage(others).map(([name, own]) => section(name, own.map(card).join(''))),
    ...(findings.length === 0 ? ['<p class="none">No findings.</p>'] : []),
  ].join('');
  const side = evidence && evidence.stacks.length > 0
    ? `<aside>${evidence.stacks.map((tree) => stacksView(tree, (path, line) => places.has(`${path}:${line}`))).join('')}</aside>`
    : '';
  return page(`${filters(findings, meta)}<div class="columns"><main>${main}${noticesView(meta)}</main>${side}</div>`);
}

function remembered<Value>(load: (key: string) => Value): (key: string) => Value {
  const known = new Map<string, Value>();
  return (key) => {
    const value = known.get(key) ?? load(key);
    known.set(key, value);
    return value;
  };
}

function section(title: string, body: string, kind = 'package'): string {
  return `<section class="${kind}"><h2>${escaped(title)}</h2>${body}</section>`;
}

function entryView({ head, lines }: { readonly head: string; readonly lines: readonly string[] }): string {
  return `<article class="place"><p><code>${escaped(head)}</code></p>${lines.map((line) => `<p>${escaped(line)}</p>`).join('')}</article>`;
}

/** In each package by rule; both in the order of their first finding. */
function byPackage(findings: readonly Finding[]): readonly (readonly [string, readonly Finding[]])[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const name = packageOf(finding.location.path);
    groups.set(name, [...(groups.get(name) ?? []), finding]);
  }
  return [...groups].map(([name, own]) => [
    name,
    own.toSorted((a, b) => (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0)),
  ]);
}

function filters(findings: readonly Finding[], { evidence, version }: ReportMeta): string {
  const count = (level: string): number => findings.filter((finding) => finding.level === level).length;
  const levels = ['error', 'warning', 'note'].filter((level) => count(level) > 0)
    .map((level) => `<label class="${level}"><input type="checkbox" name="level" value="${level}" checked> ${grouped(count(level))} ${level}${count(level) === 1 ? '' : 's'}</label>`);
  const rules = [...new Set(findings.map(({ rule }) => rule))].toSorted();
  const packages = [...new Set(findings.map(({ location }) => packageOf(location.path)))].toSorted();
  const seen =
    evidence && evidence.ofFinding.size > 0
      ? '<label><input type="checkbox" name="seen"> only what was seen</label>'
      : '';
  return `<header class="bar"><h1>${tool.name} <small>${escaped(version)}</small></h1><form>${levels.join('')}${choice('rule', 'all rules', rules)}`
    + `${choice('package', 'all packages', packages)}<input type="search" name="text" placeholder="search" aria-label="search">${seen}`
    + `<output>${grouped(findings.length)} finding${findings.length === 1 ? '' : 's'}</output></form></header>`;
}

function choice(name: string, all: string, values: readonly string[]): string {
  if (values.length < 2) return '';
  const options = values.map((value) => `<option value="${escaped(value)}">${escaped(value)}</option>`).join('');
  return `<select name="${name}" aria-label="${name}"><option value="">${all}</option>${options}</select>`;
}

function noticesView({ notices, failures = [] }: ReportMeta): string {
  const all = [...notices, ...failures];
  return all.length === 0
    ? ''
    : section('Notices', `<ul>${all.map((notice) => `<li>${escaped(notice)}</li>`).join('')}</ul>`, 'notices');
}
