/**
 * Whether the go command takes the file for a package when the whole folder is meant: names that begin with `_` or `.`
 * are left out.
 */
export function isGoFile(name: string): boolean {
  return name.endsWith('.go') && !isHidden(name);
}

/** Whether the file holds tests, in which nothing is reported. */
export function isTestFile(name: string): boolean {
  return name.endsWith('_test.go');
}

/**
 * Whether `...` passes by a folder of this name. Go's rule, and node_modules: npm packages ship Go files that are
 * nobody's source. (`vendor` is not here: it may itself be a package, only what is below it is vendored.)
 */
export function isSkippedFolder(name: string): boolean {
  return isHidden(name) || name === 'testdata' || name === 'node_modules';
}

function isHidden(name: string): boolean {
  return name.startsWith('_') || name.startsWith('.');
}
