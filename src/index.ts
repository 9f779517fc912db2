/** The public API: workspaces and the pure analysis, the rules, the reports, and their types. */
export type { Analysis, RuleChoice } from './analyze.ts';
export { analyze } from './analyze.ts';
export type { Fact } from './findings/fact.ts';
export type { Edit, Finding, Fix, Location, Step, Unread } from './findings/finding.ts';
export { message } from './findings/message.ts';
export type { FormatName } from './format-names.ts';
export { loadReporter } from './report/formats.ts';
export type { FileSystem } from './host/file-system.ts';
export { memoryFiles } from './host/memory.ts';
export type { WorkspaceOptions } from './open-workspace.ts';
export { openWorkspace } from './open-workspace.ts';
export type { OpenedWith, Workspace } from './workspace-over.ts';
export type { Reporter, ReportMeta } from './report/meta.ts';
export type { GoSettings, PackageText, SourceText } from './package-text.ts';
export type { Confidence, Level, Rule } from './spec.ts';
export type { Parser } from './syntax/parse/parser.ts';
export { loadParser } from './syntax/parse/load-parser.ts';
export { rules } from '../rules/index.ts';
