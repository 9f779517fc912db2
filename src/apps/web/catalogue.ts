/** All that the page has of the rules and the incidents: made from their pages when the page is built. */
export interface Catalogue {
  readonly rules: readonly CatalogueRule[];
  readonly incidents: readonly CatalogueIncident[];
}

/** A rule and the examples of its page. */
export interface CatalogueRule {
  readonly id: string;
  /** One line: what it finds. */
  readonly summary: string;
  readonly examples: readonly CatalogueExample[];
}

/** A program of examples/. */
export interface CatalogueIncident {
  readonly id: string;
  readonly title: string;
  readonly examples: readonly CatalogueExample[];
  /** A dump of its goroutines while it leaked; empty where there is none. */
  readonly dump: string;
}

/** Code to look at. */
export interface CatalogueExample {
  /** `leaky`, `clean`, `leaky-2`. */
  readonly name: string;
  readonly module: string;
  readonly go: string;
  /** Whether its finding is shown in strict mode only. */
  readonly strict: boolean;
  readonly files: readonly { readonly path: string; readonly text: string }[];
}

/** The files of an example, by its name in an address: `ticker-not-stopped/leaky`. */
export function exampleNamed(name: string, { rules, incidents }: Catalogue): CatalogueExample | undefined {
  const [id, which] = name.split('/');
  return [...rules, ...incidents].find((each) => each.id === id)?.examples.find((each) => each.name === which);
}
