/** A complaint about a configuration file: one sentence with file, line, column, the value and the remedy. */
export class ConfigError extends Error {}
