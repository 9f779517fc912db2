import type { Analysis, RuleChoice } from './analyze.ts';
import { analyze } from './analyze.ts';
import type { Settings } from './config/settings.ts';
import type { SettingsFinder } from './config/settings-finder.ts';
import type { Complaint } from './discover/discovery.ts';
import type { GoSettingsCache } from './discover/go-settings.ts';
import { goSettings } from './discover/go-settings.ts';
import type { FileChoice } from './discover/packages.ts';
import { readFolder } from './discover/packages.ts';
import { findFolders } from './discover/patterns.ts';
import type { Finding } from './findings/finding.ts';
import { orderFindings } from './findings/order.ts';
import type { Options } from './options.ts';
import { couldFire, mayHoldDirective } from './prefilter/could-fire.ts';
import type { GoSettings, Level, PackageText, Rule } from './spec.ts';
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
export async function run(options: Options, { rules, settings: settingsOf, cwd, progress }: Surroundings): Promise<Outcome> {
  const { folders, complaints } = await findFolders(options.patterns, cwd);
  const cache: GoSettingsCache = new Map();
  const ran = new Set(chosenRules(rules, options));
  const analyses: Analysis[] = [];
  const notices: string[] = [];
  let packages = 0;
  let files = 0;
  let excluded = 0;
  let parser: Parser | undefined;
  for (const [done, folder] of folders.entries()) {
    progress(done, folders.length);
    const settings = await settingsOf(folder.dir);
    const choice = ruleChoice(rules, settings, options);
    for (const rule of choice.rules) ran.add(rule);
    const contents = readFolder(folder, goSettingsIn(folder.dir, settings, options, cache), cwd, fileChoice(settings));
    notices.push(...contents.notices);
    packages += contents.packages.length;
    files += new Set(contents.packages.flatMap((each) => each.files.map(({ path }) => path))).size;
    excluded += contents.excluded;
    for (const each of contents.packages.filter((text) => mayMatter(text, choice))) {
      parser ??= await openParser();
      analyses.push(wanted(analyze(parser, each, choice), options.strict ?? settings.strict?.value ?? false));
    }
  }
  if (parser?.isBroken()) notices.push('the parser ran out of memory on hostile input; what came after it was not read: run golint-leaks on less at a time');
  parser?.close();
  return { ...combined(analyses), complaints, notices, packages, files, excluded, rules: [...ran] };
}

/** A rule that is asked for by name runs, whatever the configuration says. */
function ruleChoice(builtIn: readonly Rule[], { levels, resources }: Settings, options: Options): RuleChoice {
  const all = [...builtIn, ...resources.map(({ value }) => value)];
  const isOff = ({ id }: Rule): boolean => options.only.length === 0 && levels.get(id)?.value === 'off';
  const rules = chosenRules(all, options).filter((rule) => !isOff(rule));
  const inForce = [...levels].flatMap(([id, { value }]): [string, Level | 'off'][] => (options.only.includes(id) && value === 'off' ? [] : [[id, value]]));
  return { rules, all: rules.length === all.length, levels: new Map(inForce) };
}

function chosenRules(all: readonly Rule[], { only }: Options): readonly Rule[] {
  return only.length === 0 ? all : all.filter(({ id }) => only.includes(id));
}

function fileChoice({ tests, exclusionOf }: Settings): FileChoice {
  return { tests: tests?.value === 'on', isExcluded: (path) => exclusionOf(path) !== undefined };
}

function mayMatter(text: PackageText, { rules }: RuleChoice): boolean {
  return mayHoldDirective(text, rules) || rules.some((rule) => couldFire(text, rule));
}

/** The parser is loaded only when there is something to parse: that alone takes longer than reading a small repository. */
async function openParser(): Promise<Parser> {
  const { loadParser } = await import('./syntax/parser.ts');
  return loadParser();
}

/** A flag wins over the configuration, and that over go.mod. */
function goSettingsIn(dir: string, settings: Settings, options: Options, cache: GoSettingsCache): GoSettings {
  const version = options.goVersion ?? settings.goVersion?.value;
  return version === undefined ? goSettings(dir, cache) : { version, toolchain: undefined, godebug: {} };
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
    unread: analyses.flatMap((each) => each.unread),
  };
}
