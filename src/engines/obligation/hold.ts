/**
 * What a variable holds: the value that was acquired, the part of it that is to be released, a wrapper around it that owns
 * nothing, a literal with it in a field, of which the methods may do anything, or a stub: one of which they do not end it.
 */
export type Hold = 'whole' | 'part' | 'wrapper' | 'literal' | 'stub';
