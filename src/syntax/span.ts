/** A stretch of the text: offsets in UTF-16 code units, `end` exclusive. */
export interface Span {
  readonly pos: number;
  readonly end: number;
}
