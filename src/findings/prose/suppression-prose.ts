import type { ProseOf } from './prose.ts';

/** The words of directives. */
export const suppressionProse: ProseOf<'unused-suppression'> = {
  'unused-suppression': {
    message: ({ directive, meant }) => [
      meant !== undefined
        ? `"${directiveHead(directive)}" suppresses nothing, because there is no such rule (did you mean ${meant}?)`
        : lacksReason(directive)
          ? `"${directiveHead(directive)}" suppresses nothing, because it gives no reason`
          : `"${directiveHead(directive)}" matches no finding`,
    ],
    fix: ({ directive, meant }) => meant !== undefined ? `Write ${meant}.` : lacksReason(directive)
      ? 'Write the reason after the names of the rules, on the same line.'
      : 'Remove it, or the names in it that are no longer needed.',
  },
};

/** The directive without its reason. */
function directiveHead(directive: string): string {
  return directive.split(' ', 2).join(' ');
}

/** Only `//lint:` directives need a reason: the third word. */
function lacksReason(directive: string): boolean {
  return directive.startsWith('//lint:') && directive.split(' ').length < 3;
}
