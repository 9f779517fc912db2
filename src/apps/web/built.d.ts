/** What scripts/build-web.mjs makes. */
declare module 'built:catalogue' {
  export const catalogue: import('./catalogue.ts').Catalogue;
}

/** The pages of the rules, as Markdown, by their ids. */
declare module 'built:rule-pages' {
  export const pages: Readonly<Record<string, string>>;
}

/** The version of the tool. */
declare module 'built:version' {
  export const version: string;
}

/** What the page opens with. */
declare module 'built:first-example' {
  export const firstExample: import('./catalogue.ts').CatalogueExample;
}
