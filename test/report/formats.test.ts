import { expect, it } from 'vitest';
import { formatNames } from '../../src/format-names.ts';
import { loadReporter } from '../../src/report/formats.ts';
import { makeFinding } from '../findings/make-finding.ts';
import { makeMeta } from './make-meta.ts';

const beginnings = {
  text: /^poll\.go:12:7: warning: /,
  concise: /^poll\.go:12:7: warning: [^\n]* \(ticker-not-stopped\)\n$/,
  json: /^\{\n {2}"version": /,
  sarif: /^\{\n {2}"\$schema": /,
  github: /^::warning title=ticker-not-stopped,file=poll\.go,line=12,/,
  gitlab: /^\[\n {2}\{\n {4}"description": /,
  checkstyle: /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<checkstyle /,
  junit: /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<testsuites /,
  html: /^<!DOCTYPE html>\n<html lang="en">\n/,
  rdjson: /^\{\n {2}"source": /,
  markdown: /^### golint-leaks: 1 warning\n/,
} as const;

it.each(formatNames)('reports as %s, the same text for the same findings', async (name) => {
  const report = await loadReporter(name);
  expect(report([makeFinding()], makeMeta())).toMatch(beginnings[name]);
  expect(report([makeFinding()], makeMeta())).toBe(report([makeFinding()], makeMeta()));
});
