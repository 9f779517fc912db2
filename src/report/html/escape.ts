import { visible } from '../../visible.ts';

/** A text from outside as text of an HTML page, or as the value of an attribute in double quotes. What is invisible is shown;
 * `##[` begins no command of a runner. */
export function escaped(text: string): string {
  return visible(text, { keepTabs: true }).replace(/[&<>"']|(?<=#)#/g, (char) => entities[char] ?? char);
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '#': '&#35;',
};

/** A number for people: `1,412`. */
export function grouped(count: number): string {
  return String(Math.round(count)).replace(/\B(?=(?:\d{3})+$)/g, ',');
}
