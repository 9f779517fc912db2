/** Thrown where the questions about one declaration have cost more than those about any real one: it is left out, and that is said. */
export class TooMuchWork extends Error {
  readonly path: string;
  /** Where the declaration begins: an offset into the text of the file. */
  readonly pos: number;

  constructor(path: string, pos: number) {
    super('its functions take too much work');
    this.path = path;
    this.pos = pos;
  }
}
