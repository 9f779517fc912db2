import { assetPath } from '../../src/assets.ts';
import { run } from './go.ts';

/** A finding as far as it is compared with Go. */
export interface Found {
  readonly rule: string;
  readonly level: string;
  /** `leaky/pinger.go:30` */
  readonly place: string;
  /** Its own place and those of its steps. */
  readonly places: readonly string[];
}

interface Findings {
  readonly findings: readonly Found[];
  /** What kept golint-leaks from running; empty where it ran. */
  readonly complaints: readonly string[];
}

interface Report {
  readonly findings: readonly {
    readonly rule: string;
    readonly level: string;
    readonly path: string;
    readonly line: number;
    readonly steps: readonly { readonly path: string; readonly line: number }[];
  }[];
}

/** What golint-leaks says about all Go below a folder, with these flags. */
export function findingsIn(folder: string, ...flags: readonly string[]): Findings {
  const { stdout, text } = run(
    process.execPath,
    [assetPath('dist/src/cli.cjs'), '--format', 'json', ...flags, './...'],
    folder,
  );
  if (!stdout.startsWith('{')) return { findings: [], complaints: [text] };
  const report: Report = JSON.parse(stdout);
  return {
    findings: report.findings.map(({ rule, level, path, line, steps }) => ({
      rule,
      level,
      place: `${path}:${line}`,
      places: [`${path}:${line}`, ...steps.map((step) => `${step.path}:${step.line}`)],
    })),
    complaints: [],
  };
}
