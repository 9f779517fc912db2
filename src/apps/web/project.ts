/** What the playground works on: some Go files, what their go.mod says, and how they are looked at. */
export interface Project {
  /** The path of the module. */
  readonly module: string;
  /** The version in the `go` line: `1.22`; empty for none. */
  readonly go: string;
  /** At least one; their paths differ. */
  readonly files: readonly ProjectFile[];
  readonly options: ProjectOptions;
}

/** A Go file of a project. */
export interface ProjectFile {
  /** Below the root of the module, with `/`: `main.go`, `stock/stock.go`. */
  readonly path: string;
  readonly text: string;
}

/** How a project is looked at. */
export interface ProjectOptions {
  /** Whether findings of medium confidence are shown, too. */
  readonly strict: boolean;
  /** Whether notes are shown. */
  readonly notes: boolean;
  /** The ids of the rules that do not run. */
  readonly off: readonly string[];
}

/** The options of a new project. */
export const usualOptions: ProjectOptions = { strict: false, notes: true, off: [] };

/** What a project may hold: it is kept in a link, and analysed at each key. */
export const limits = {
  files: 40,
  /** Characters of a path, of all texts together, and of the module's path or the version. */
  path: 100,
  text: 400_000,
  name: 200,
  /** Rules that are off. */
  off: 100,
} as const;

/**
 * Why a file cannot have this path, as one sentence; undefined where it can. `others` are the paths of the other files.
 */
export function pathProblem(path: string, others: readonly string[]): string | undefined {
  if (path === '') return 'Name the file: main.go.';
  if (path.length > limits.path) return `The name is longer than ${limits.path} characters.`;
  if (!path.endsWith('.go')) return 'The name of a Go file ends in .go.';
  // No names that begin with a dot or an underscore, which Go passes by, and none that leads out of the project.
  if (!path.split('/').every((name) => /^[a-z0-9][\w.+-]*$/i.test(name)))
    return 'Write letters, digits, dots, dashes and underscores, and / between folders.';
  if (others.includes(path)) return `There is a ${path} already.`;
  return undefined;
}

/** The path of a module, or a version: one word. */
export function isWord(text: string): boolean {
  return text.length <= limits.name && /^[\w./~+-]*$/.test(text);
}

/** The text of the go.mod of a project. */
export function goMod({ module, go }: Project): string {
  return `module ${module === '' ? 'play' : module}\n${go === '' ? '' : `\ngo ${go}\n`}`;
}
