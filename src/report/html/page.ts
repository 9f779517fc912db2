import { createHash } from 'node:crypto';
import { script } from './script.ts';
import { style } from './style.ts';

/**
 * A whole page around its body. What it shows comes from sources and profiles of anybody, so nothing runs and nothing
 * is loaded but what stands here: the policy allows one style and one script, by their digests.
 */
export function page(body: string): string {
  const policy = `default-src 'none'; style-src '${digest(style)}'; script-src '${digest(script)}'; base-uri 'none'; form-action 'none'`;
  return `<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="${policy}">\n`
    + '<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>golint-leaks</title>\n'
    + `<style>${style}</style>\n</head>\n<body>\n${body}\n<script>${script}</script>\n</body>\n</html>\n`;
}

function digest(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
