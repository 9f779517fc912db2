/** A test of the text of a declaration. */
export type TextTest = (text: string) => boolean;

/** Whether a name stands somewhere behind a dot, as those of methods and fields do. */
export function spelledAsMember(name: string): TextTest {
  const member = new RegExp(String.raw`\.\s*${name}(?![\w\u{80}-\u{10ffff}])`, 'u');
  return (text) => member.test(text);
}

/** Whether a name stands somewhere behind a dot, or before a colon, as those of fields do in composite literals. */
export function spelledAsField(name: string): TextTest {
  const field = new RegExp(String.raw`\.\s*${name}(?![\w\u{80}-\u{10ffff}])|(?<![\w\u{80}-\u{10ffff}])${name}\s*:(?!=)`, 'u');
  return (text) => field.test(text);
}

/** Whether a name stands somewhere without a dot in front, as those of functions, variables and types of the package do. */
export function spelledAlone(name: string): TextTest {
  const alone = new RegExp(String.raw`(?<![\w\u{80}-\u{10ffff}.])${name}(?![\w\u{80}-\u{10ffff}])`, 'u');
  return (text) => alone.test(text);
}
