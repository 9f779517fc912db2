import type { Level } from '../spec.ts';
import type { RuleInfo } from './meta.ts';

/** GitHub takes no more. */
const MAX_TAGS = 10;

const severity = { error: 'error', warning: 'warning', note: 'recommendation' } as const satisfies Record<Level, string>;

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
};

/** A rule as a SARIF reportingDescriptor, with what GitHub shows of it. */
export function sarifRule({ id, summary, tags, help, level, precision }: RuleInfo): object {
  const page = help();
  return {
    id,
    name: pascalCase(id),
    shortDescription: { text: sentence(summary) },
    fullDescription: { text: firstParagraph(page) ?? sentence(summary) },
    help: { text: page, markdown: page },
    defaultConfiguration: { level },
    properties: { tags: tags.slice(0, MAX_TAGS), precision, 'problem.severity': severity[level] },
  };
}

function pascalCase(id: string): string {
  return id.split('-').map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join('');
}

function sentence(text: string): string {
  const whole = text.slice(0, 1).toUpperCase() + text.slice(1);
  return whole.endsWith('.') ? whole : `${whole}.`;
}

/** The first text of a page that is no heading and no code block, on one line. */
function firstParagraph(markdown: string): string | undefined {
  const blocks = markdown.replace(/\r\n/g, '\n').split(/\n\s*\n/);
  const paragraphs = blocks.map((block) => block.replace(/^(?:#.*(?:\n|$))+/, '').trim());
  return paragraphs.find((text) => text !== '' && !text.startsWith('```'))?.replace(/\s*\n\s*/g, ' ');
}
