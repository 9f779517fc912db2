import type { Level } from '../../spec.ts';
import type { RuleInfo } from '../meta.ts';

/** GitHub takes no more. */
const MAX_TAGS = 10;

const severity = { error: 'error', warning: 'warning', note: 'recommendation' } as const satisfies Record<
  Level,
  string
>;

/** The rule behind the notes about suppressions: it has no folder, because it looks at no Go code. */
export const unusedSuppression: RuleInfo = {
  id: 'unused-suppression',
  summary: 'A suppression that matches no finding, or that gives no reason where it must.',
  tags: ['maintainability'],
  help: () => [
    '# unused-suppression',
    '',
    'A `//nolint` or `//lint:ignore` directive names a rule of golint-leaks and matches none of its findings,'
    + ' or it is a `//lint:` directive without the reason that makes it effective.',
    '',
    'Remove the directive, or write its reason after the names of the rules.',
    '',
  ].join('\n'),
  helpUri: undefined,
  level: 'note',
  precision: 'very-high',
  cwe: [],
};

/** A rule as a SARIF reportingDescriptor, with what GitHub shows of it. */
export function sarifRule({ id, summary, tags, cwe, help, helpUri, level, precision }: RuleInfo): object {
  const page = help();
  return {
    id,
    name: pascalCase(id),
    shortDescription: { text: sentence(summary) },
    fullDescription: { text: description(page) ?? sentence(summary) },
    help: { text: page, markdown: page },
    ...(helpUri !== undefined && { helpUri }),
    defaultConfiguration: { level },
    properties: {
      tags: [...tags, ...cwe.map(cweTag)].slice(0, MAX_TAGS),
      precision,
      'problem.severity': severity[level],
    },
  };
}

function pascalCase(id: string): string {
  return id.split('-').map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join('');
}

function sentence(text: string): string {
  const whole = text.slice(0, 1).toUpperCase() + text.slice(1);
  return whole.endsWith('.') ? whole : `${whole}.`;
}

/** As GitHub knows it: `external/cwe/cwe-401`. */
function cweTag(number: number): string {
  return `external/cwe/cwe-${String(number).padStart(3, '0')}`;
}

/** GitHub cuts what is longer. */
const MAX_DESCRIPTION = 1000;

/**
 * The first text of a page that is no heading and no code block, on one line, with the list that it begins: whole
 * items, as many as there is room for.
 */
function description(markdown: string): string | undefined {
  const blocks = markdown
    .replace(/\r\n/g, '\n')
    .split(/\n\s*\n/)
    .map((block) => block.replace(/^(?:#.*(?:\n|$))+/, '').trim());
  const first = blocks.findIndex((text) => text !== '' && !text.startsWith('```'));
  const [text, list] = [blocks[first], blocks[first + 1]].map((block) => block?.replace(/\s*\n\s*(?!- )/g, ' '));
  if (text === undefined || !text.endsWith(':')) return text;
  if (!list?.startsWith('- ')) return `${text.slice(0, -1)}.`;
  const items = list.split(/\s*\n\s*- |^- /).slice(1).map((item) => item.replace(/[.;,:]$/, ''));
  let whole = '';
  for (const item of items) {
    const longer = `${whole === '' ? text : `${whole};`} ${item}`;
    if (longer.length >= MAX_DESCRIPTION) break;
    whole = longer;
  }
  return whole === '' ? `${text.slice(0, -1)}.` : `${whole}.`;
}
