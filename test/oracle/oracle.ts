import { parseArgs } from 'node:util';
import { checkIncident } from './check-incident.ts';
import { checkTickerVersions } from './check-ticker-versions.ts';
import { checkFixtures } from './check-fixtures.ts';
import { keepProfiles } from './keep-profiles.ts';
import { checkGenerated } from './generator/check-generated.ts';
import { resources } from './generator/resource.ts';
import { hasGo, hasLeakProfile } from './go.ts';
import { incidents } from './incidents.ts';
import type { Result } from './result.ts';

/** `npm run oracle`: asks Go itself whether what golint-leaks claims is so. */
const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    draw: { type: 'boolean', default: false },
    profiles: { type: 'boolean', default: false },
    generate: { type: 'string' },
    seed: { type: 'string', default: '1' },
  },
});
const chosen = (name: string): boolean => positionals.length === 0 || positionals.includes(name);

if (!hasGo()) {
  process.stdout.write('skipped: Go is not installed\n');
} else if (flags.generate === undefined) {
  const leakProfile = hasLeakProfile();
  if (!leakProfile) process.stdout.write('this toolchain has no goroutine-leak profile\n');
  for (const name of incidents().filter(chosen)) report(checkIncident(name, { leakProfile, draw: flags.draw }));
  if (flags.profiles) for (const name of incidents().filter(chosen)) report(keepProfiles(name, { leakProfile }));
  if (chosen('fixtures')) report(checkFixtures());
  if (chosen('versions')) checkTickerVersions().forEach(report);
}
if (hasGo()) {
  for (const [name, resource] of Object.entries(resources).filter(([each]) => chosen(each))) {
    report(await checkGenerated(name, resource, Number(flags.generate ?? 1000), Number(flags.seed)));
  }
}

function report({ name, told, skipped, notes = [], complaints }: Result): void {
  if (complaints.length > 0) process.exitCode = 1;
  const verdict = complaints.length > 0 ? 'FAILED' : skipped ? `skipped: ${skipped}` : 'ok';
  const lines = flags.generate === undefined ? complaints : [...complaints, ...notes];
  process.stdout.write(`${name}: ${verdict}${told ? `: ${told}` : ''}\n${lines.map((each) => `  ${each}\n`).join('')}`);
}
