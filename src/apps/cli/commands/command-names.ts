/** The words that are commands where they come first. A folder of that name is written `./rules`. */
export const commandNames: readonly string[] = ['rules', 'explain', 'config', 'init', 'completion'];
