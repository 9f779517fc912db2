import type { Analysis, RuleChoice } from './analyze.ts';
import { analyze } from './analyze.ts';
import type { Complaint } from './discover/discovery.ts';
import type { GoSettingsCache } from './discover/go-settings.ts';
import { goSettings } from './discover/go-settings.ts';
import { readFolder } from './discover/packages.ts';
import { findFolders } from './discover/patterns.ts';
import type { Finding } from './findings/finding.ts';
import { orderFindings } from './findings/order.ts';
import type { MendedFile } from './fix/mend-package.ts';
import type { Analyzed } from './fix/prove.ts';
import { isShown } from './is-shown.ts';
import type { Settled } from './mending.ts';
import type { Options } from './options.ts';
import { candidateRules } from './prefilter/candidate-rules.ts';
import { mayHoldDirective } from './prefilter/may-hold-directive.ts';
import type { GoSettings } from './spec.ts';
import type { Parser } from './syntax/parser.ts';

/** All that one run brought to light. */
export interface Outcome extends Analysis {
  /** What is wrong with the patterns. */
  readonly complaints: readonly Complaint[];
  /** One sentence for each file that could not be read. */
  readonly notices: readonly string[];
  /** How many packages and files were looked at. */
  readonly packages: number;
  readonly files: number;
  /** The files that were mended, or with `--diff` would be. */
  readonly mended: readonly MendedFile[];
}

/** The whole pipeline: find the folders, read one after the other, ask the bytes, analyse what could hold a finding. */
export async function run(options: Options, allRules: number, cwd: string): Promise<Outcome> {
  const { folders, complaints } = await findFolders(options.patterns, cwd);
  const choice: RuleChoice = { rules: options.rules, all: options.rules.length === allRules };
  const cache: GoSettingsCache = new Map();
  const analyses: Analysis[] = [];
  const notices: string[] = [];
  const mended: MendedFile[] = [];
  let packages = 0;
  let files = 0;
  let parser: Parser | undefined;
  for (const folder of folders) {
    const contents = readFolder(folder, settings(folder.dir, options, cache), cwd);
    notices.push(...contents.notices);
    packages += contents.packages.length;
    files += contents.packages.reduce((sum, each) => sum + each.files.length, 0);
    for (const each of contents.packages) {
      const candidates = candidateRules(each, choice.rules);
      if (candidates.length === 0 && !mayHoldDirective(each, choice.rules)) continue;
      parser ??= await openParser();
      const analysis = analyze(parser, each, { ...choice, candidates });
      const settled = await settle({ text: each, analysis }, parser, choice, options, cwd);
      analyses.push(settled.analysis);
      mended.push(...settled.mended);
      notices.push(...settled.notices);
    }
  }
  if (parser?.isBroken()) notices.push('the parser ran out of memory on hostile input; what came after it was not read: run golint-leaks on less at a time');
  parser?.close();
  return { ...combined(analyses, options), complaints, notices, packages, files, mended };
}

/** What the options want done about the fixes of a package; a text report shows none, and needs nothing of all that. */
async function settle({ text, analysis }: Analyzed, parser: Parser, choice: RuleChoice, options: Options, cwd: string): Promise<Settled> {
  const isQuiet = analysis.findings.length === 0 && analysis.suppressed.length === 0;
  if (isQuiet || (options.fix === 'off' && options.format === 'text')) return { analysis, mended: [], notices: [] };
  const [{ analyzer }, { mend }] = await Promise.all([import('./fix/analyzer.ts'), import('./mending.ts')]);
  return mend({ text, analysis }, analyzer(parser, choice), options, cwd);
}

/** The parser is loaded only when there is something to parse: that alone takes longer than reading a small repository. */
async function openParser(): Promise<Parser> {
  const { loadParser } = await import('./syntax/parser.ts');
  return loadParser();
}

function settings(dir: string, { goVersion }: Options, cache: GoSettingsCache): GoSettings {
  return goVersion === undefined ? goSettings(dir, cache) : { version: goVersion, toolchain: undefined, godebug: {} };
}

/** The findings that are wanted, in order. */
function combined(analyses: readonly Analysis[], options: Options): Analysis {
  const wanted = (finding: Finding): boolean => isShown(finding, options);
  return {
    findings: orderFindings(analyses.flatMap((each) => each.findings.filter(wanted))),
    suppressed: analyses.flatMap((each) => each.suppressed.filter(({ finding }) => wanted(finding))),
    unread: analyses.flatMap((each) => each.unread),
  };
}
