import { spawnSync } from 'node:child_process';
import type { Browser } from 'playwright-core';
import { chromium } from 'playwright-core';

/** Why tests of the playground are skipped where there is no browser. */
export const NO_CHROMIUM = 'Chromium is not installed (Debian: apt-get install chromium)';

/** Where Chromium is; undefined where it is not installed. */
export const chromiumPath: string | undefined = ['chromium', 'chromium-browser', 'google-chrome'].flatMap((name) => {
  const { status, stdout } = spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' });
  return status === 0 ? [stdout.trim()] : [];
})[0];

/** Starts it. Where tests run as root it cannot make its sandbox; it sees only our own pages. */
export async function startChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumPath ?? '',
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
}
