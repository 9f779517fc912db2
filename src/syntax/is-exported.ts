/** Whether other packages may use a name: it begins with a letter in upper case (https://go.dev/ref/spec#Exported_identifiers). */
export function isExported(name: string): boolean {
  return /^\p{Lu}/u.test(name);
}
