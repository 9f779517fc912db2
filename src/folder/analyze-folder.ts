import type { Analysis } from '../analyze.ts';
import type { Complaint, Folder } from '../discover/discovery.ts';
import { readFolder } from '../discover/packages.ts';
import type { RootCache } from '../discover/path/project-root.ts';
import type { Finding } from '../findings/finding.ts';
import type { MendedFile } from '../fix/mend-package.ts';
import type { FolderChoice } from './folder-choice.ts';
import { isShown } from './is-shown.ts';
import type { Settled } from './mending.ts';
import type { FileSystem } from '../host/file-system.ts';
import type { RunOptions } from '../run-options.ts';
import { seeks } from '../grade.ts';
import { wantsFixes } from './wants-fixes.ts';
import { candidateRules } from '../prefilter/candidate-rules.ts';
import { mayHoldDirective } from '../prefilter/may-hold-directive.ts';
import type { PackageText } from '../package-text.ts';
import type { Confidence } from '../spec.ts';
import { sourceOf } from '../syntax/source-file.ts';
import type { Stopwatch } from '../stopwatch.ts';
import type { Parser } from '../syntax/parse/parser.ts';
import type { Signatures } from '../model/info.ts';
import type { Asked, Layout } from '../workspace/layout.ts';

/** All that one folder brought to light: plain data that can be sent to another thread and written to a file. */
export interface FolderOutcome {
  readonly packages: number;
  /** How many files were looked at, and how many the configuration leaves out. */
  readonly files: number;
  readonly excluded: number;
  /** The files in which findings were wanted, as they are shown. */
  readonly wanted: readonly string[];
  /** The test files that were named although nothing is reported in them. */
  readonly tests: readonly string[];
  /** One complaint for each file that is left out. */
  readonly complaints: readonly Complaint[];
  /** One sentence for each file that could not be written. */
  readonly notices: readonly string[];
  readonly analyses: readonly Analysis[];
  /** The files that were mended, or with `--diff` would be. */
  readonly mended: readonly MendedFile[];
  /**
   * The folders (absolute, with `/`) of other packages that the analysis looked at, and those of which it looked at
   * everything below.
   */
  readonly asked: { readonly folders: readonly string[]; readonly trees: readonly string[] };
}

/** What the analysis of a folder needs besides the folder. */
export interface FolderTools {
  /** The working directory, absolute: paths are shown relative to it. */
  readonly cwd: string;
  readonly files: FileSystem;
  readonly roots: RootCache;
  readonly options: RunOptions;
  /** Asked for only when there is something to parse. */
  readonly parser: () => Promise<Parser>;
  /** The packages around. */
  readonly layout: Layout;
  /** Told before the analysis how many characters were read: what the work is measured by. */
  readonly told: (size: number) => void;
  /** Measures phases and rules. */
  readonly stopwatch: Stopwatch;
}

/** Reads the packages of a folder, asks their characters, and analyses what could hold a finding. */
export async function analyzeFolder(folder: Folder, choice: FolderChoice, tools: FolderTools): Promise<FolderOutcome> {
  const { packages, complaints, excluded, tests } = tools.stopwatch.measure('read files', () =>
    readFolder(folder, choice.go, tools.cwd, tools.files, choice.files, tools.roots));
  tools.told(packages.reduce((sum, each) => sum + each.files.reduce((length, { text }) => length + text.length, 0), 0));
  const settled: Settled[] = [];
  const asked: Asked = { folders: new Set(), trees: new Set() };
  for (const each of packages) {
    const one = await analyzed(each, { dir: folder.dir, asked }, choice, tools);
    if (one) settled.push(one);
  }
  return {
    packages: packages.length,
    files: new Set(packages.flatMap((each) => each.files.map(({ path }) => path))).size,
    excluded,
    wanted: packages.flatMap((each) => each.files.filter(({ report }) => report).map(({ path }) => path)),
    tests,
    complaints,
    notices: settled.flatMap((each) => each.notices),
    analyses: settled.map(({ analysis }) => withConfidence(analysis, choice)),
    mended: settled.flatMap((each) => each.mended),
    asked: { folders: [...asked.folders], trees: [...asked.trees] },
  };
}

/** Undefined where nothing can be found, which is known without looking closer. */
async function analyzed(
  text: PackageText,
  { dir, asked }: { readonly dir: string; readonly asked: Asked },
  { rules, strict, failOn }: FolderChoice,
  { parser, options, cwd, layout, stopwatch }: FolderTools,
): Promise<Settled | undefined> {
  const files = text.files.map((file) => ({ source: sourceOf(file), report: file.report }));
  const hasDirective = stopwatch.measure('scan for words', () => mayHoldDirective(files, rules.rules));
  // What a directive silences may be of medium confidence: then all is looked for, or the directive would seem to be
  // unused.
  const wanted: Confidence = strict || hasDirective || !options.prefilter ? 'medium' : 'high';
  let around: readonly Signatures[] | undefined;
  const nearby = (): readonly Signatures[] => (around ??= layout.nearby(dir, files.map(({ source }) => source), asked));
  const candidates = options.prefilter
    ? stopwatch.measure('scan for words', () => candidateRules(files, rules.rules, seeks(wanted), nearby))
    : rules.rules;
  if (candidates.length === 0 && !hasDirective) return undefined;
  // Most runs of a hook find no candidate, and need no engine.
  const [{ analyze }, { surroundingsOf }, open] = await stopwatch.measure('load the analysis', async () =>
    [await import('../analyze.ts'), await import('../workspace/surroundings.ts'), await parser()] as const);
  const { measure } = stopwatch;
  const surroundings = surroundingsOf(dir, layout, asked);
  const analysis = measure('index packages', () =>
    analyze(open, text, { ...rules, candidates, wanted, measure }, surroundings),
  );
  const isQuiet = analysis.findings.length === 0 && analysis.suppressed.length === 0;
  if (isQuiet || !wantsFixes(options)) return { analysis, mended: [], notices: [] };
  const [{ analyzer }, { mend }] = await Promise.all([import('../fix/analyzer.ts'), import('./mending.ts')]);
  return mend(
    { text, analysis },
    analyzer(open, { ...rules, wanted }, surroundings),
    { ...options, strict, failOn },
    cwd,
  );
}

/** Without `strict` findings of medium confidence are left out. */
function withConfidence(analysis: Analysis, { strict }: FolderChoice): Analysis {
  const isWanted = (finding: Finding): boolean => isShown(finding, { strict });
  return {
    ...analysis,
    findings: analysis.findings.filter(isWanted),
    suppressed: analysis.suppressed.filter(({ finding }) => isWanted(finding)),
  };
}
