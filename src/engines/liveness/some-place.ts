/** A place where a name occurs in a text, perhaps as a part of a longer one. */
export interface NamePlace {
  /** The sign right before it; '' at the beginning of the text. */
  readonly touching: string;
  /** The last sign before it that is no blank. */
  readonly before: string;
  readonly end: number;
  /** Where what follows it begins, blanks left out. */
  readonly next: number;
}

const blank = /\s/;
const letter = /[\w\u{80}-\u{10ffff}]/u;

/** Whether a test holds of some place of a name: no pattern is built, which takes longer than reading a function. */
export function somePlace(name: string, text: string, test: (place: NamePlace) => boolean): boolean {
  for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + 1)) {
    let before = at - 1;
    while (blank.test(text.charAt(before))) before--;
    const end = at + name.length;
    if (test({ touching: text.charAt(at - 1), before: text.charAt(before), end, next: behindBlanks(text, end) })) return true;
  }
  return false;
}

/** Where the next sign stands that is no blank. */
export function behindBlanks(text: string, from: number): number {
  let at = from;
  while (blank.test(text.charAt(at))) at++;
  return at;
}

/** Whether a name stands between commas or round brackets: as an argument or a parameter. */
export function isListed({ before, next }: NamePlace, text: string): boolean {
  return (before === '(' || before === ',') && (text[next] === ',' || text[next] === ')');
}

/** Whether a name is no part of a longer one, nor selected, as far as what stands before it tells. */
export function beginsName({ touching }: NamePlace): boolean {
  return touching !== '.' && !letter.test(touching);
}

/** `<-c`, with nothing behind it that would make it part of a longer name. */
export function mayReceiveFrom(name: string, text: string): boolean {
  return text.includes('<-') && somePlace(name, text, ({ before, end }) => before === '-' && !letter.test(text.charAt(end)));
}
