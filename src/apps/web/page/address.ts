import type { Catalogue, CatalogueExample } from '../catalogue.ts';
import { exampleNamed } from '../catalogue.ts';
import type { Project } from '../project.ts';
import { usualOptions } from '../project.ts';
import { fragmentOf, readFragment } from '../share/fragment.ts';

/** What the address leads to: a project, or why there is none (empty where it asks for nothing). */
export type Destination = { readonly project: Project } | { readonly complaint: string };

/** Reads the fragment of the address. */
export async function destination(catalogue: Promise<Catalogue>): Promise<Destination> {
  const asked = await readFragment(location.hash);
  switch (asked.kind) {
    case 'project':
      return { project: asked.project };
    case 'example': {
      const example = exampleNamed(asked.name, await catalogue);
      return example ? { project: projectOf(example) } : { complaint: 'There is no example of that name.' };
    }
    case 'refused':
      return { complaint: asked.why };
    case 'nothing':
      return { complaint: '' };
  }
}

/** An example as a project. */
export function projectOf({ module, go, strict, files }: CatalogueExample): Project {
  return { module, go, files, options: { ...usualOptions, strict } };
}

/** Puts the project into the address of the page, without another entry in the history. */
export async function rememberInAddress(project: Project): Promise<void> {
  history.replaceState(null, '', `#${await fragmentOf(project)}`);
}
