/**
 * What a variable holds: the value that was acquired, the part of it that is to be released, a wrapper around it that
 * owns nothing, a literal with it in a field, of which the methods may do anything, a stub: one of which they do not
 * end it, or an owner.
 */
export type Hold = 'whole' | 'part' | 'wrapper' | 'literal' | 'stub' | Owner;

/** A value of a struct type of the workspace with the resource in a field: its methods show what they do with that. */
export interface Owner {
  readonly field: string;
  /** Whether the field is an embedded one, so that methods of the resource are methods of its owner. */
  readonly isEmbedded: boolean;
  /** What the field holds. */
  readonly holds: 'whole' | 'part';
}

/** Whether it is an owner that holds it. */
export function isOwner(hold: Hold): hold is Owner {
  return typeof hold === 'object';
}
