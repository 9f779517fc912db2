/**
 * Thrown where the questions about one declaration have cost more than those about any real one: it is left out, and
 * that is said. So is a whole package, where those about all of its declarations have.
 */
export class TooMuchWork extends Error {
  readonly path: string;
  /** Where the declaration begins: an offset into the text of the file; undefined for the whole package. */
  readonly pos: number | undefined;

  constructor(path: string, pos: number | undefined) {
    super(pos === undefined ? 'it takes too much work as a whole' : 'its functions take too much work');
    this.path = path;
    this.pos = pos;
  }
}
