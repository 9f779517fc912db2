/** `275 KB`: powers of 1024, as pprof shows them. */
export function byteWords(count: number): string {
  const units = ['bytes', 'KB', 'MB', 'GB', 'TB'];
  const power = Math.min(units.length - 1, Math.floor(Math.log2(Math.max(1, Math.abs(count))) / 10));
  const shown = count / 1024 ** power;
  return `${power > 0 && Math.abs(shown) < 10 ? shown.toFixed(1) : Math.round(shown)} ${units[power] ?? ''}`;
}
