import type { Reporter } from './meta.ts';

/** The names of the formats, as `--format` takes them. */
export const formatNames = ['text', 'json', 'sarif', 'github', 'gitlab', 'checkstyle', 'junit'] as const;

/** The name of a format. */
export type FormatName = (typeof formatNames)[number];

/** Only the one that is asked for is loaded. */
const loaders = {
  text: async () => (await import('./text.ts')).reportText,
  json: async () => (await import('./json.ts')).reportJson,
  sarif: async () => (await import('./sarif.ts')).reportSarif,
  github: async () => (await import('./github.ts')).reportGithub,
  gitlab: async () => (await import('./gitlab.ts')).reportGitlab,
  checkstyle: async () => (await import('./checkstyle.ts')).reportCheckstyle,
  junit: async () => (await import('./junit.ts')).reportJunit,
} as const satisfies Record<FormatName, () => Promise<Reporter>>;

/** The reporter of a format. */
export function loadReporter(name: FormatName): Promise<Reporter> {
  return loaders[name]();
}
