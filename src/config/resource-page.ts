import type { Obligation } from '../engines/obligation/rule.ts';

/** The page of a rule of the user's own, as Markdown, in the form of the `rule.md` of ours. */
export function resourcePage(rule: Obligation): string {
  return `# ${rule.id}

## What

${sentence(rule.summary)}

A ${rule.noun} is acquired by ${list(rule.acquire)} and must be ${rule.released} by ${list(rule.release)} before the function
is left. This rule is declared under \`resources\` in a configuration file.

## Why it leaks

What is not ${rule.released} stays in use for as long as the program runs.

## Fix

Write \`defer x.${rule.release[0] ?? ''}()\` directly after the ${rule.noun} is acquired, behind the check of its error.

## When not to use it

Silent where the ${rule.noun} is returned, stored, sent, or handed to code that cannot be seen: whoever has it then may
release it. ${usesText(rule.uses)}
`;
}

function usesText(uses: readonly string[]): string {
  if (uses.length === 0)
    return 'Any other method called on it counts as that: name those that only use it under `uses`.';
  return `Only ${list(uses)} are known to use it and no more; any other method or field counts as handing it on.`;
}

function list(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(', ');
}

function sentence(text: string): string {
  return text.endsWith('.') ? text : `${text}.`;
}
