import type { Analysis, RuleChoice } from './analyze.ts';
import { analyze } from './analyze.ts';
import type { Complaint } from './discover/discovery.ts';
import type { GoSettingsCache } from './discover/go-settings.ts';
import { goSettings } from './discover/go-settings.ts';
import { readFolder } from './discover/packages.ts';
import { findFolders } from './discover/patterns.ts';
import type { Finding } from './findings/finding.ts';
import { orderFindings } from './findings/order.ts';
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
}

/** The whole pipeline: find the folders, read one after the other, ask the bytes, analyse what could hold a finding. */
export async function run(options: Options, allRules: number, cwd: string): Promise<Outcome> {
  const { folders, complaints } = await findFolders(options.patterns, cwd);
  const choice: RuleChoice = { rules: options.rules, all: options.rules.length === allRules };
  const cache: GoSettingsCache = new Map();
  const analyses: Analysis[] = [];
  const notices: string[] = [];
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
      analyses.push(analyze(parser, each, { ...choice, candidates }));
    }
  }
  if (parser?.isBroken()) notices.push('the parser ran out of memory on hostile input; what came after it was not read: run golint-leaks on less at a time');
  parser?.close();
  return { ...combined(analyses, options), complaints, notices, packages, files };
}

/** The parser is loaded only when there is something to parse: that alone takes longer than reading a small repository. */
async function openParser(): Promise<Parser> {
  const { loadParser } = await import('./syntax/parser.ts');
  return loadParser();
}

function settings(dir: string, { goVersion }: Options, cache: GoSettingsCache): GoSettings {
  return goVersion === undefined ? goSettings(dir, cache) : { version: goVersion, toolchain: undefined, godebug: {} };
}

/** The findings that are wanted, in order. Without `strict` those of medium confidence are left out. */
function combined(analyses: readonly Analysis[], { strict }: Options): Analysis {
  const wanted = (finding: Finding): boolean => strict || finding.confidence === 'high';
  return {
    findings: orderFindings(analyses.flatMap((each) => each.findings.filter(wanted))),
    suppressed: analyses.flatMap((each) => each.suppressed.filter(({ finding }) => wanted(finding))),
    unread: analyses.flatMap((each) => each.unread),
  };
}
