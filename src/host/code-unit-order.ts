/** Compares for sorting by code units, so that the order is the same in every locale. */
export function codeUnitOrder(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
