import type { FormatName } from '../format-names.ts';
import type { Reporter } from './meta.ts';

/** Whether a format carries the fixes that are proven: proving them takes time. */
export function carriesFixes(name: FormatName): boolean {
  return name === 'json' || name === 'sarif' || name === 'rdjson';
}

/** Only the one that is asked for is loaded. */
const loaders = {
  text: async () => (await import('./text/text.ts')).reportText,
  concise: async () => (await import('./text/concise.ts')).reportConcise,
  json: async () => (await import('./json.ts')).reportJson,
  sarif: async () => (await import('./sarif/sarif.ts')).reportSarif,
  github: async () => (await import('./ci/github.ts')).reportGithub,
  gitlab: async () => (await import('./ci/gitlab.ts')).reportGitlab,
  checkstyle: async () => (await import('./ci/checkstyle.ts')).reportCheckstyle,
  junit: async () => (await import('./ci/junit.ts')).reportJunit,
  html: async () => (await import('./html/report-html.ts')).reportHtml,
  rdjson: async () => (await import('./ci/rdjson.ts')).reportRdjson,
  markdown: async () => (await import('./ci/markdown.ts')).reportMarkdown,
} as const satisfies Record<FormatName, () => Promise<Reporter>>;

/** The reporter of a format. */
export function loadReporter(name: FormatName): Promise<Reporter> {
  return loaders[name]();
}
