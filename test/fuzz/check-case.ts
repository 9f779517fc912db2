import { rules } from '../../rules/index.ts';
import type { Analysis } from '../../src/analyze.ts';
import { analyze } from '../../src/analyze.ts';
import { message } from '../../src/findings/message.ts';
import { lineFingerprints } from '../../src/findings/directive/fingerprint.ts';
import type { PackageText } from '../../src/package-text.ts';
import type { Parser } from '../../src/syntax/parse/parser.ts';

/** What a case has cost, and which promise it breaks. */
export interface Verdict {
  readonly seconds: number;
  /** Undefined where all promises hold. */
  readonly complaint: string | undefined;
}

/**
 * Seconds of a processor, whoever else keeps it busy: for a text, and for each megabyte more: a hundred times what
 * ordinary Go takes.
 */
const BUDGET = { once: 5, perMegabyte: 30 };

/**
 * A package whose one finding everybody knows: read after each case, it shows whether the case has left something
 * behind.
 */
const witness = packageOf('package w\n\nimport "time"\n\nfunc f() {\n\tt := time.NewTicker(time.Second)\n\t<-t.C\n}\n');

/** Analyses a text twice and the witness once. Throws what the analysis throws. */
export function checkCase(text: string, parser: Parser): Verdict {
  const before = process.cpuUsage().user;
  const first = analyze(parser, packageOf(text), { rules, all: true });
  const seconds = (process.cpuUsage().user - before) / 1e6;
  return { seconds, complaint: brokenPromise(text, first, seconds, parser) };
}

function brokenPromise(text: string, first: Analysis, seconds: number, parser: Parser): string | undefined {
  if (parser.isBroken()) return 'the parser is broken';
  if (seconds > BUDGET.once + (text.length / 1e6) * BUDGET.perMegabyte) return `it takes ${seconds.toFixed(1)} s`;
  if (seconds < 1 && JSON.stringify(analyze(parser, packageOf(text), { rules, all: true })) !== JSON.stringify(first))
    return 'the second answer differs';
  const lines = text.split('\n');
  const astray = first.findings.find(
    ({ location }) => location.line < 1 || location.column < 1 || location.line > lines.length,
  );
  if (astray) return `a finding stands outside of the text, at line ${astray.location.line}`;
  if (first.findings.some((finding) => /undefined|NaN|\[object/.test(message(finding)))) return 'a message with a hole';
  lineFingerprints(text, new Set(first.findings.map(({ location }) => location.line)));
  const { findings } = analyze(parser, witness, { rules, all: true });
  return findings.length === 1 && findings[0]?.location.line === 6
    ? undefined
    : 'the package after it is read differently';
}

function packageOf(text: string): PackageText {
  return {
    name: 'p',
    files: [{ path: 'p.go', text, report: true }],
    go: { version: '1.22', toolchain: undefined, godebug: {} },
  };
}
