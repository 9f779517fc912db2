import type { ReportFormat } from '../session/report.ts';
import type { Analyzer } from './analyzer.ts';
import type { Store } from './store.ts';
import { summary } from './summary.ts';

/**
 * What the page asks the analyzer about the project as it is. What comes too late, or breaks down, changes nothing but
 * what is said.
 */
export interface Asking {
  /** `preface`: what is to be said in front of what was found. */
  analyse(preface: string): Promise<void>;
  lookAtProfile(name: string, input: Uint8Array<ArrayBuffer>): Promise<void>;
  /** The text of a report, or why there is none; undefined where the project has changed meanwhile. */
  report(format: ReportFormat): Promise<string | undefined>;
}

/** Asks for a store; `say` tells the reader. */
export function asking(analyzer: Analyzer, { state, update }: Store, say: (words: string) => void): Asking {
  return {
    async analyse(preface) {
      const { project } = state();
      try {
        const answer = await analyzer.ask({ kind: 'analyse', project });
        const { project: now, selected } = state();
        if (answer.kind !== 'analysed' || now !== project) return;
        const { findings } = answer.shown;
        const isThere = findings.some(({ key }) => key === selected);
        update({ shown: answer.shown, isFresh: true, selected: isThere ? selected : findings[0]?.key });
        performance.mark('findings-shown');
        say(`${preface} ${summary(answer.shown)}`.trim());
      } catch (error) {
        say(wordsOf(error));
      }
    },
    async lookAtProfile(name, input) {
      try {
        const answer = await analyzer.ask({ kind: 'evidence', project: state().project, name, input });
        if (answer.kind !== 'evidence') return;
        update({ evidence: answer.evidence });
        say(typeof answer.evidence === 'string' ? answer.evidence : answer.evidence.summary);
      } catch (error) {
        update({ evidence: wordsOf(error) });
      }
    },
    async report(format) {
      const { project } = state();
      try {
        const answer = await analyzer.ask({ kind: 'report', project, format });
        return answer.kind === 'report' && state().project === project ? answer.text : undefined;
      } catch (error) {
        return wordsOf(error);
      }
    },
  };
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
