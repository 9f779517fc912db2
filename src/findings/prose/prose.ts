import type { Fact } from '../fact.ts';

/** A place named in a message: its words, and the line they speak of, in the file of the finding. */
export interface Place {
  readonly words: string;
  readonly line: number;
}

/** A piece of a message: plain words, or words that name a place, which a report may turn into a link. */
export type Part = string | Place;

/** The facts by their kinds. */
export type FactByKind = { readonly [F in Fact as F['kind']]: F };

/** The words of one kind of fact. */
export interface Prose<F> {
  /** What is wrong, on one line, without a full stop. */
  readonly message: (fact: F) => readonly Part[];
  /** What to do about it: whole sentences. */
  readonly fix: (fact: F) => string;
}

/** The words of some kinds of facts. */
export type ProseOf<K extends Fact['kind']> = { readonly [P in K]: Prose<FactByKind[P]> };
