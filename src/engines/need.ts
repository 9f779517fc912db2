/** What must stand in a file. Names are those of identifiers; import paths may begin with `...` for any beginning. */
export type Sign =
  /** One of these, in comments, strings and longer words too: a look at the bytes of the file. */
  | { readonly kind: 'word'; readonly anyOf: readonly string[] }
  /** One of these as an identifier. */
  | { readonly kind: 'name'; readonly anyOf: readonly string[] }
  | { readonly kind: 'import'; readonly anyOf: readonly string[] }
  /**
   * An import of one of these in the files of the package, or of those that these import: whose values the package may
   * have.
   */
  | { readonly kind: 'import-nearby'; readonly anyOf: readonly string[] }
  /** The name of a function of another package of the workspace in whose signature one of these types stands. */
  | { readonly kind: 'given-nearby'; readonly types: readonly { readonly path: string; readonly name: string }[] }
  /** The name of a function of another package of the workspace that may give an owner of what one of these gives. */
  | { readonly kind: 'made-nearby'; readonly of: readonly string[] }
  /** An import of a package that is not Go's own. */
  | { readonly kind: 'foreign-import' }
  | { readonly kind: 'goroutine' }
  | { readonly kind: 'endless-loop' }
  | { readonly kind: 'deferred-in-loop' };

/**
 * Signs that must stand together: `here` in one file that is reported on, each of `anywhere` in any file of the
 * package.
 */
export interface Signs {
  readonly here?: readonly Sign[];
  readonly anywhere?: readonly Sign[];
}

/**
 * What a package must hold for a rule to find anything, whatever its layout: one of these. The cheapest signs come
 * first.
 */
export type Need = readonly Signs[];

/** A sign of one of these words. */
export function words(...anyOf: readonly string[]): Sign {
  return { kind: 'word', anyOf };
}

/** The import path in the name of a export function or method: `net/http` of `(*net/http.Client).Do`. */
export function packageOf(name: string): string {
  const qualified = name.startsWith('(') ? name.slice(name.startsWith('(*') ? 2 : 1, name.indexOf(')')) : name;
  return qualified.slice(0, qualified.lastIndexOf('.'));
}

/** The last word of the name of a function, method or type. */
export function lastName(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}
