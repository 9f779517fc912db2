import type { Finding, Unread } from '../findings/finding.ts';
import type { Suppressed } from '../findings/directive/suppress.ts';
import type { Level, Precision } from '../spec.ts';

/** A rule as a report describes it. */
export interface RuleInfo {
  readonly id: string;
  /** One line: what the rule finds. */
  readonly summary: string;
  readonly tags: readonly string[];
  /** Reads the rule's page, `rule.md`, as Markdown: few formats want it. */
  readonly help: () => string;
  /** Where that page can be read; undefined for rules of the user's own. */
  readonly helpUri: string | undefined;
  /** The level of its findings where nothing special holds. */
  readonly level: Level;
  /** How many of its findings are right, in GitHub's words. */
  readonly precision: Precision;
  /** The weaknesses that it finds, by their numbers at https://cwe.mitre.org. */
  readonly cwe: readonly number[];
}

/** What a running program shows of a finding. */
export interface Seen {
  /** Sentences without the full stop. */
  readonly lines: readonly string[];
  /** How important that makes it, as SARIF's rank: up to 100. */
  readonly rank: number;
  /** The same for programs: plain data. */
  readonly properties: readonly object[];
}

/** Something to say about a place: a line, and more about it. */
export interface Entry {
  readonly head: string;
  readonly lines: readonly string[];
}

/** A call in a tree of stacks. */
export interface StackNode {
  /** The function, without the path of its package. */
  readonly name: string;
  /** Where it is, if that is in the checkout. */
  readonly path: string | undefined;
  readonly line: number | undefined;
  /** How many goroutines, or bytes of memory, are below. */
  readonly count: number;
  /** What goroutines wait for here; undefined where calls go on. */
  readonly note: string | undefined;
  readonly children: readonly StackNode[];
}

/** All stacks of one kind, merged from the outermost frames on. */
export interface StackTree {
  readonly title: string;
  readonly unit: 'goroutines' | 'bytes';
  readonly roots: readonly StackNode[];
}

/** What profiles of a running program show beside the findings. */
export interface EvidenceRemarks {
  readonly ofFinding: ReadonlyMap<Finding, Seen>;
  /** What else there is to say, under titles. */
  readonly sections: readonly { readonly title: string; readonly entries: readonly Entry[] }[];
  /** The stacks of the profiles. */
  readonly stacks: readonly StackTree[];
  /** The keys that the JSON report has beside its own. */
  readonly json: object;
}

/** What a report says beside the findings. */
export interface ReportMeta {
  /** The tool's version, without `v`. */
  readonly version: string;
  /** The rules that ran. */
  readonly rules: readonly RuleInfo[];
  /** The absolute path of the repository's root, to which reports with URIs refer. */
  readonly root: string;
  /** Whether a report says where that is. */
  readonly isRootNamed: boolean;
  /** The absolute path of the working directory, to which the paths of findings refer. */
  readonly cwd: string;
  /** Where paths of findings that lead through symbolic links really are: absolute. */
  readonly realPaths?: ReadonlyMap<string, string>;
  /** Tells this log from others for the same commit. */
  readonly category?: string | undefined;
  readonly unread: readonly Unread[];
  /** What else the user should know: a whole sentence each. */
  readonly notices: readonly string[];
  /** What broke down, a mistake of ours: a whole sentence each. */
  readonly failures?: readonly string[];
  /** What a baseline lists and is no longer there, by rule. */
  readonly gone?: readonly { readonly rule: string; readonly count: number }[];
  /** How many findings were taken out because they are old, and why: `3 in the baseline`. */
  readonly old?: readonly string[];
  /** Findings taken out by the source, for the formats that can tell them from the others. */
  readonly suppressed: readonly Suppressed[];
  /** Notes that text says in one line each, behind the findings. */
  readonly shortNotes?: readonly Finding[];
  /** Whether text may be coloured for a terminal. */
  readonly color: boolean;
  /** Whether the terminal shows links. */
  readonly links: boolean;
  /** The text of a file, by its path as findings have it; undefined where it cannot be read. */
  readonly sourceOf?: (path: string) => string | undefined;
  /** What profiles show; undefined where none was given. */
  readonly evidence?: EvidenceRemarks;
  /** Whether the run came to its end, whatever it found. */
  readonly executionSuccessful: boolean;
}

/** Turns findings, in the order given, into the whole text of one report, with its last line end. */
export type Reporter = (findings: readonly Finding[], meta: ReportMeta) => string;
