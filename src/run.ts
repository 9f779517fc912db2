import type { Analysis } from './analyze.ts';
import { analyze } from './analyze.ts';
import type { SettingsFinder } from './config/settings-finder.ts';
import type { Complaint } from './discover/discovery.ts';
import type { GoSettingsCache } from './discover/go-settings.ts';
import { readFolder } from './discover/packages.ts';
import { findFolders } from './discover/patterns.ts';
import type { Finding } from './findings/finding.ts';
import { orderFindings } from './findings/order.ts';
import { chosenRules, folderChoice } from './folder-choice.ts';
import type { Options } from './options.ts';
import { candidateRules } from './prefilter/candidate-rules.ts';
import { mayHoldDirective } from './prefilter/may-hold-directive.ts';
import type { Rule } from './spec.ts';
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
  /** How many files the configuration leaves out. */
  readonly excluded: number;
  /** The rules that could run somewhere: the chosen ones, and those of configuration files. */
  readonly rules: readonly Rule[];
  /** What was looked for, and where. */
  readonly looked: readonly Looked[];
  /** How many findings were taken out because they are old, and why: `3 in the baseline`. */
  readonly old: readonly string[];
}

/** Files on which findings were wanted, and which. */
export interface Looked {
  readonly files: readonly string[];
  readonly rules: readonly Rule[];
  /** Whether findings of medium confidence were wanted too. */
  readonly strict: boolean;
}

/** What a run asks for from outside. */
export interface Surroundings {
  /** All rules that are built in. */
  readonly rules: readonly Rule[];
  /** What the configuration says for a folder. */
  readonly settings: SettingsFinder;
  /** The working directory, absolute. */
  readonly cwd: string;
  /** Told before each folder how many are done, of how many. */
  readonly progress: (done: number, all: number) => void;
}

/** The whole pipeline: find the folders, read one after the other, ask the bytes, analyse what could hold a finding. */
export async function run(options: Options, { rules, settings, cwd, progress }: Surroundings): Promise<Outcome> {
  const { folders, complaints } = await findFolders(options.patterns, cwd);
  const cache: GoSettingsCache = new Map();
  const ran = new Set(chosenRules(rules, options));
  const analyses: Analysis[] = [];
  const notices: string[] = [];
  let packages = 0;
  let files = 0;
  const tests: string[] = [];
  let excluded = 0;
  const looked: Looked[] = [];
  let parser: Parser | undefined;
  for (const [done, folder] of folders.entries()) {
    progress(done, folders.length);
    const choice = folderChoice(folder.dir, await settings(folder.dir), options, rules, cache);
    for (const rule of choice.rules.rules) ran.add(rule);
    const contents = readFolder(folder, choice.go, cwd, choice.files);
    notices.push(...contents.notices);
    tests.push(...contents.tests);
    packages += contents.packages.length;
    files += new Set(contents.packages.flatMap((each) => each.files.map(({ path }) => path))).size;
    excluded += contents.excluded;
    const wantedIn = contents.packages.flatMap((each) => each.files.filter(({ report }) => report).map(({ path }) => path));
    if (wantedIn.length > 0) looked.push({ files: wantedIn, rules: choice.rules.rules, strict: choice.strict });
    for (const each of contents.packages) {
      const candidates = candidateRules(each, choice.rules.rules);
      if (candidates.length === 0 && !mayHoldDirective(each, choice.rules.rules)) continue;
      parser ??= await openParser();
      analyses.push(wanted(analyze(parser, each, { ...choice.rules, candidates }), choice.strict));
    }
  }
  notices.push(...aboutTests(tests));
  if (parser?.isBroken()) notices.push('the parser ran out of memory on hostile input; what came after it was not read: run golint-leaks on less at a time');
  parser?.close();
  return { ...combined(analyses), complaints, notices, packages, files, excluded, rules: [...ran], looked, old: [] };
}

/** A hook names all that is staged, so many tests are said in one line. */
function aboutTests([first, ...more]: readonly string[]): readonly string[] {
  if (first === undefined) return [];
  if (more.length === 0) return [`${first}: findings in test files are off; it is left out`];
  return [`${first} and ${more.length} more: findings in test files are off; they are left out`];
}

/** The parser is loaded only when there is something to parse: that alone takes longer than reading a small repository. */
async function openParser(): Promise<Parser> {
  const { loadParser } = await import('./syntax/parser.ts');
  return loadParser();
}

/** Without `strict` findings of medium confidence are left out. */
function wanted(analysis: Analysis, strict: boolean): Analysis {
  const isWanted = (finding: Finding): boolean => strict || finding.confidence === 'high';
  return { ...analysis, findings: analysis.findings.filter(isWanted), suppressed: analysis.suppressed.filter(({ finding }) => isWanted(finding)) };
}

function combined(analyses: readonly Analysis[]): Analysis {
  return {
    findings: orderFindings(analyses.flatMap((each) => each.findings)),
    suppressed: analyses.flatMap((each) => each.suppressed),
    // A package is read once more with its tests.
    unread: [...new Map(analyses.flatMap((each) => each.unread).map((each) => [each.path, each])).values()],
  };
}
