import { readFileSync, writeFileSync } from 'node:fs';
import { assetPath } from '../../src/assets.ts';
import { chart } from './chart.ts';
import type { ProbeOutput } from './probe-output.ts';
import { probeOutput } from './probe-output.ts';

/** What the programs of an example printed under load when its page was last drawn. */
export interface Measured {
  readonly leaky: ProbeOutput;
  readonly fixed: ProbeOutput;
}

/** Reads the measures that are kept beside the page of an example. */
export function measured(name: string): Measured {
  const [, leaky = '', fixed = ''] = readFileSync(assetPath(`examples/${name}/measured.txt`), 'utf8').split(
    /^(?:leaky|fixed)\n/m,
  );
  return { leaky: probeOutput(leaky), fixed: probeOutput(fixed) };
}

/** Keeps the output of both programs beside the page of an example, and draws its chart. */
export function keepMeasured(name: string, leaky: string, fixed: string): void {
  writeFileSync(assetPath(`examples/${name}/measured.txt`), `leaky\n${leaky}\nfixed\n${fixed}`);
  writeFileSync(assetPath(`examples/${name}/curve.svg`), chart(name, probeOutput(leaky), probeOutput(fixed)));
}
