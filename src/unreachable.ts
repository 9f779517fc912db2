/** The end of an exhaustive switch: compiles only where no case is left, and throws where the types lied. */
export function unreachable(value: never): never {
  throw new Error(`unreachable: ${JSON.stringify(value)}`);
}
