import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assetPath } from '../../src/assets.ts';
import { findingsIn } from './findings-in.ts';
import { experiment, run } from './go.ts';
import { growth, objections } from './growth.ts';
import { keepMeasured } from './measured.ts';
import type { Measure, ProbeOutput } from './probe-output.ts';
import { probeOutput } from './probe-output.ts';
import type { Result } from './result.ts';

const forms = ['leaky', 'fixed'] as const;

/**
 * Runs both programs of an example under load and compares: the leaky one grows, the fixed one does not, and
 * golint-leaks names a line at which the runtime sees what is kept. With `draw` the measures and their chart become
 * those of its page.
 */
export function checkIncident(
  name: string,
  { leakProfile, draw }: { readonly leakProfile: boolean; readonly draw: boolean },
): Result {
  const folder = assetPath(`examples/${name}`);
  if (!run('go', ['mod', 'download'], folder).ok)
    return { name, skipped: 'its modules cannot be downloaded', complaints: [] };
  const binaries = mkdtempSync(join(tmpdir(), 'golint-leaks-'));
  try {
    const binary = join(binaries, name);
    const built = run('go', ['build', '-o', binary, './load'], folder, experiment(leakProfile));
    if (!built.ok) return { name, complaints: [built.text] };
    const [leaky, fixed] = forms.map((form) => run(binary, [form], folder));
    if (!leaky?.ok || !fixed?.ok) return { name, complaints: [`${leaky?.text}${fixed?.text}`] };
    if (draw) keepMeasured(name, leaky.stdout, fixed.stdout);
    return compared(name, probeOutput(leaky.stdout), probeOutput(fixed.stdout));
  } finally {
    rmSync(binaries, { recursive: true });
  }
}

function compared(name: string, leaky: ProbeOutput, fixed: ProbeOutput): Result {
  const { findings, complaints } = findingsIn(assetPath(`examples/${name}`));
  const kept = new Set(leaky.kept.map(({ place }) => place));
  const places = findings.map(({ place }) => place);
  const agreed = findings.filter((finding) => finding.places.some((place) => kept.has(place)));
  const page = readFileSync(assetPath(`examples/${name}/README.md`), 'utf8');
  return {
    name,
    told:
      `${leaky.about} grows by ${growth(leaky.rows, leaky.about)}, fixed by ${growth(fixed.rows, leaky.about)}; `
      + `${agreed.length} of ${findings.length} findings where the profile points`,
    complaints: [
      ...complaints,
      ...objections(leaky.rows, fixed.rows, leaky.about),
      ...(leaked(leaky) && page.includes('goroutine-leak profile') ? objections(leaky.rows, fixed.rows, 'leaked') : []),
      ...places
        .filter((place) => !place.startsWith('leaky/'))
        .map((place) => `a finding outside of the leaky program: ${place}`),
      ...(agreed.length > 0
        ? []
        : [`no finding where the profile points: ${[...kept].join(', ')}; found: ${places.join(', ')}`]),
    ],
  };
}

/** Whether the toolchain could tell which goroutines leak. */
function leaked(output: ProbeOutput): boolean {
  const measure: Measure = 'leaked';
  return output.rows.every((row) => row[measure] >= 0);
}
