import type { StackNode, StackTree } from '../meta.ts';
import { byteWords } from '../byte-words.ts';
import { escaped, grouped } from './escape.ts';
import { anchor } from './finding-card.ts';

/** More nodes than that nobody opens; the largest are shown. */
const MOST_NODES = 2000;
const MOST_CHILDREN = 40;

/** Open from the start: where at least this share of all is. */
const OPEN_SHARE = 0.1;

/** The stacks of one kind as a tree, the outermost frame on top; places with a finding are links to it. */
export function stacksView(
  { title, unit, roots }: StackTree,
  isFinding: (path: string, line: number) => boolean,
): string {
  const total = roots.reduce((sum, { count }) => sum + Math.abs(count), 0);
  let left = MOST_NODES;
  const list = (nodes: readonly StackNode[]): string =>
    nodes
      .toSorted((a, b) => Math.abs(b.count) - Math.abs(a.count))
      .slice(0, MOST_CHILDREN)
      .map(view)
      .join('');
  const view = (node: StackNode): string => {
    if (--left < 0) return '';
    const share = Math.abs(node.count) / Math.max(1, total);
    const amount = unit === 'bytes' ? byteWords(node.count) : grouped(node.count);
    const label = `<span class="count">${amount}</span> ${bar(share)} ${named(node, isFinding)}`;
    if (node.children.length === 0) return `<li>${label}</li>`;
    return `<li><details${share >= OPEN_SHARE ? ' open' : ''}><summary>${label}</summary><ul>${list(node.children)}</ul></details></li>`;
  };
  return `<h2>${title}</h2><ul class="tree">${list(roots)}</ul>`;
}

function named({ name, path, line, note }: StackNode, isFinding: (path: string, line: number) => boolean): string {
  const words = `${escaped(name)}${note === undefined ? '' : ` <i>${escaped(note)}</i>`}`;
  if (path === undefined || line === undefined) return `<span class="other">${words}</span>`;
  const place = `${escaped(path)}:${line}`;
  const text = `${words} <small>${place}</small>`;
  return isFinding(path, line)
    ? `<a class="own" href="#${anchor(path, line)}">${text}</a>`
    : `<span class="own">${text}</span>`;
}

/** Drawn, not styled: the page allows no styles but its own. */
function bar(share: number): string {
  return `<svg class="bar" width="40" height="8" aria-hidden="true"><rect width="${Math.max(1, Math.round(share * 40))}" height="8"/></svg>`;
}
