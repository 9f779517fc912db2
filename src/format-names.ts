/** The names of the forms of reports, as `--format` and configuration files take them. */
export const formatNames = [
  'text', 'concise', 'json', 'sarif', 'github', 'gitlab', 'checkstyle', 'junit', 'html', 'rdjson', 'markdown',
] as const;

/** The name of a form of reports. */
export type FormatName = (typeof formatNames)[number];
