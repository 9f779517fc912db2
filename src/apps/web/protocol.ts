import type { Project } from './project.ts';
import type { ReportFormat } from './session/report.ts';
import type { Shown, ShownEvidence } from './session/shown.ts';

/** What the page asks of the worker. Answers have the `id` of the question. */
export type Question = { readonly id: number; readonly project: Project } & (
  | { readonly kind: 'analyse' }
  | { readonly kind: 'report'; readonly format: ReportFormat }
  /** `input`: a profile or dump in any form, under the name that the user gave it. */
  | { readonly kind: 'evidence'; readonly name: string; readonly input: Uint8Array<ArrayBuffer> });

/** What the worker says. */
export type Answer =
  | { readonly kind: 'ready' }
  | { readonly kind: 'analysed'; readonly id: number; readonly shown: Shown }
  | { readonly kind: 'report'; readonly id: number; readonly text: string }
  /** A sentence where the input cannot be used. */
  | { readonly kind: 'evidence'; readonly id: number; readonly evidence: ShownEvidence | string }
  /** Something broke down: the worker may be of no more use. */
  | { readonly kind: 'failed'; readonly id: number; readonly reason: string };
