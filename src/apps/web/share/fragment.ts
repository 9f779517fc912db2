import type { Project } from '../project.ts';
import { deflated, inflated, PackedError } from './inflated.ts';
import { packed, unpacked } from './packed-project.ts';

/** What the fragment of an address asks for; `refused` with a sentence for the reader. */
export type Asked =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'project'; readonly project: Project }
  /** An example of the page of a rule, or an incident: `ticker-not-stopped/leaky`. */
  | { readonly kind: 'example'; readonly name: string }
  | { readonly kind: 'refused'; readonly why: string };

/** What fragments with a project begin with; the number is that of the form. */
const CODE = 'code=1.';
const EXAMPLE = 'example=';

/** Longer addresses are made by nobody in good faith: a project has 400,000 characters. */
const MOST_CHARACTERS = 1_000_000;
const MOST_BYTES = 2_000_000;

/** The fragment, without `#`, that holds a project. */
export async function fragmentOf(project: Project): Promise<string> {
  const bytes = await deflated(new TextEncoder().encode(JSON.stringify(packed(project))));
  return CODE + toBase64Url(bytes);
}

/** The fragment that asks for an example. */
export function exampleFragment(name: string): string {
  return EXAMPLE + name;
}

/**
 * Reads a fragment, with or without `#`. It comes from anybody: what it holds is checked, and is never more than text.
 */
export async function readFragment(written: string): Promise<Asked> {
  const fragment = written.replace(/^#/, '');
  if (fragment === '') return { kind: 'nothing' };
  if (fragment.length > MOST_CHARACTERS) return { kind: 'refused', why: 'The link is longer than any project.' };
  if (fragment.startsWith(EXAMPLE)) {
    const name = fragment.slice(EXAMPLE.length);
    return /^[a-z0-9-]{1,80}\/[a-z0-9-]{1,20}$/.test(name)
      ? { kind: 'example', name }
      : { kind: 'refused', why: 'The link names no example.' };
  }
  if (!fragment.startsWith(CODE))
    return { kind: 'refused', why: 'The link holds no project that this page could read.' };
  const project = await projectIn(fragment.slice(CODE.length));
  return project
    ? { kind: 'project', project }
    : { kind: 'refused', why: 'The link is damaged; ask for it again, and copy it to its end.' };
}

async function projectIn(text: string): Promise<Project | undefined> {
  const bytes = fromBase64Url(text);
  if (!bytes) return undefined;
  try {
    const json = new TextDecoder('utf-8', { fatal: true }).decode(await inflated(bytes, 'deflate-raw', MOST_BYTES));
    return unpacked(JSON.parse(json));
  } catch (error) {
    if (error instanceof PackedError || error instanceof SyntaxError || error instanceof TypeError) return undefined;
    throw error;
  }
}

function toBase64Url(bytes: Uint8Array): string {
  let characters = '';
  for (let at = 0; at < bytes.length; at += PIECE) characters += String.fromCharCode(...bytes.subarray(at, at + PIECE));
  return btoa(characters).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** As many arguments as any engine takes. */
const PIECE = 2 ** 14;

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (!/^[\w-]+$/.test(text)) return undefined;
  try {
    return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (char) => char.charCodeAt(0));
  } catch {
    return undefined;
  }
}
