/** A stretch of the text: offsets in UTF-16 code units, `end` exclusive. */
export interface Span {
  readonly pos: number;
  readonly end: number;
}

/** Whether one stretch is a part of another one, or the same. */
export function isWithin(inner: Span, outer: Span): boolean {
  return outer.pos <= inner.pos && inner.end <= outer.end;
}
