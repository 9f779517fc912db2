import { parseArgs } from 'node:util';
import { checkIncident } from './check-incident.ts';
import { hasGo, hasLeakProfile } from './go.ts';
import { incidents } from './incidents.ts';
import type { Result } from './result.ts';

/** `npm run oracle`: asks Go itself whether what golint-leaks claims is so. */
const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: { draw: { type: 'boolean', default: false } },
});

if (!hasGo()) {
  process.stdout.write('skipped: Go is not installed\n');
} else {
  const leakProfile = hasLeakProfile();
  if (!leakProfile) process.stdout.write('this toolchain has no goroutine-leak profile\n');
  const named = (name: string): boolean => positionals.length === 0 || positionals.includes(name);
  for (const name of incidents().filter(named)) report(checkIncident(name, { leakProfile, draw: flags.draw }));
}

function report({ name, told, skipped, complaints }: Result): void {
  if (complaints.length > 0) process.exitCode = 1;
  const verdict = complaints.length > 0 ? 'FAILED' : skipped ? `skipped: ${skipped}` : 'ok';
  process.stdout.write(`${name}: ${verdict}${told ? `: ${told}` : ''}\n${complaints.map((each) => `  ${each}\n`).join('')}`);
}
