/** East Asian wide and full-width forms and emoji, in blocks; exact tables are not worth a dependency for a caret. */
const WIDE = new RegExp(
  '^[\\u1100-\\u115f\\u2e80-\\u303e\\u3041-\\ua4cf\\uac00-\\ud7a3\\uf900-\\ufaff\\ufe30-\\ufe6f\\uff00-\\uff60\\uffe0-\\uffe6'
  + '\\u{1f300}-\\u{1f64f}\\u{1f680}-\\u{1faff}\\u{20000}-\\u{3fffd}]$', 'u');

/** The number of terminal columns a visible text takes; tabs count as one. */
export function textWidth(text: string): number {
  return [...text].reduce((width, char) => width + charWidth(char), 0);
}

function charWidth(char: string): number {
  if (char < '\x7f') return 1;
  if (/^[\p{Mn}\p{Me}]$/u.test(char)) return 0; // drawn over the character before
  return WIDE.test(char) ? 2 : 1;
}
