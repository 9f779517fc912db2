import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import axe from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { rules } from '../../rules/index.ts';
import { usualOptions } from '../../src/apps/web/project.ts';
import { fragmentOf } from '../../src/apps/web/share/fragment.ts';
import { assetPath } from '../../src/assets.ts';
import { chromiumPath, NO_CHROMIUM, startChromium } from './chromium.ts';
import { serve } from './static-server.ts';

const site = assetPath('build/web');
let browser: Browser;
let server: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  if (chromiumPath === undefined) return;
  const { status, stderr } = spawnSync(process.execPath, ['scripts/build-web.mjs'], { cwd: assetPath('.'), encoding: 'utf8' });
  expect(status, stderr).toBe(0);
  [browser, server] = [await startChromium(), await serve(site)];
});

afterAll(async () => {
  if (chromiumPath === undefined) return;
  await browser.close();
  server.close();
});

beforeEach(({ skip }) => {
  if (chromiumPath === undefined) skip(NO_CHROMIUM);
});

/** What went wrong on a page, and what it asked for. */
interface Log {
  readonly complaints: string[];
  readonly requests: string[];
}

/**
 * Opens the page and waits for what was found. Whatever the page complains of, CSP included, fails the test at its end.
 */
async function open<Result>(path: string, use: (page: Page, log: Log) => Promise<Result>, options: BrowserContextOptions = {}): Promise<Result> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const log: Log = { complaints: [], requests: [] };
  page.on('console', (message) => message.type() === 'error' && log.complaints.push(message.text()));
  page.on('pageerror', (error) => log.complaints.push(error.message));
  page.on('request', (request) => log.requests.push(request.url()));
  try {
    await page.goto(server.address + path);
    if (!path.startsWith('rules/')) await said(page, /leaks found|warning|error|note/);
    const result = await use(page, log);
    expect(log.complaints).toEqual([]);
    expect(log.requests.filter((url) => !url.startsWith(server.address))).toEqual([]);
    return result;
  } finally {
    await context.close();
  }
}

/** Waits until the status says something. */
async function said(page: Page, words: RegExp): Promise<void> {
  await page.locator('#status').filter({ hasText: words }).waitFor();
}

/** Waits until the text of an element holds something. */
async function holds(page: Page, selector: string, text: string): Promise<void> {
  await page.locator(selector).filter({ hasText: text }).first().waitFor();
}

/** Writes another text over all of the file in the editor. */
async function write(page: Page, text: string): Promise<void> {
  await page.locator('.cm-content').focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await page.keyboard.insertText(text);
}

async function code(page: Page): Promise<string> {
  return (await page.locator('.cm-line').allTextContents()).join('\n');
}

describe('the first look', () => {
  test('shows a finding, with its way drawn in the code', () => open('', async (page) => {
    expect(await page.locator('#status').textContent()).toBe('1 warning.');
    expect(await page.locator('.finding .head').textContent()).toMatch(/^warning ticker "t" from time\.NewTicker is not stopped/);
    expect(await page.locator('.rail b').allTextContents()).toEqual(['1', '2', '3']);
    expect(await page.locator('.leak').textContent()).toBe('time.NewTicker(time.Minute)');
    expect(await page.locator('.way .step').allTextContents()).toEqual(['1 line 10 acquired here', '2 line 15 by way of <-ctx.Done()', '3 line 16 the function is left here']);
  }));

  test('weighs at most 600 KB, and finds soon after the analyzer is there', () => open('', async (page, { requests }) => {
    const paths = new Set(requests.map((url) => new URL(url).pathname.replace(/\/$/, '/index.html')));
    const bytes = [...paths].reduce((sum, path) => sum + brotliCompressSync(readFileSync(site + path)).length, 0);
    expect(paths).toContain('/tree-sitter-go.wasm');
    const marks = await page.evaluate<readonly (readonly [string, number])[]>('performance.getEntriesByType("mark").map(({ name, startTime }) => [name, startTime])');
    const at = (name: string): number => new Map(marks).get(name) ?? NaN;
    const taken = at('findings-shown') - at('analyzer-ready');
    process.stdout.write(`first load: ${Math.round(bytes / 1024)} KB compressed; analyzer after ${Math.round(at('analyzer-ready'))} ms, the finding ${Math.round(taken)} ms later\n`);
    expect(bytes).toBeLessThanOrEqual(600 * 1024);
    expect(taken).toBeLessThan(10_000);
  }));

  test('fits a phone', () => open('', async (page) => {
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    expect(await page.locator('.finding').isVisible()).toBe(true);
  }, { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true }));

  test('allows no script but its own, and no address but its own', () => open('', async (page, { complaints }) => {
    const tried = await page.evaluate(`(async () => {
      const script = document.createElement('script');
      script.textContent = 'document.title = "changed"';
      document.head.append(script);
      document.body.insertAdjacentHTML('beforeend', '<img src="x" onerror="document.title = &quot;changed&quot;">');
      const fetched = await fetch('https://example.com/').then(() => true, () => false);
      return { title: document.title, fetched };
    })()`);
    expect(tried).toEqual({ title: 'golint-leaks playground', fetched: false });
    expect(complaints.splice(0).every((each) => /Content Security Policy|404/.test(each))).toBe(true);
  }));
});

test('an analyzer that does not start is said, and asked for no more than twice', async () => {
  const page = await browser.newPage();
  const asked: string[] = [];
  await page.route('**/worker.js', async (route) => {
    asked.push(route.request().url());
    await route.abort();
  });
  await page.goto(server.address);
  await said(page, /^The analyzer could not be started\.$/);
  expect(await code(page)).toContain('package exporter');
  expect(asked.length).toBeLessThanOrEqual(2);
  await page.close();
});

describe('work', () => {
  test('a fix is shown, made, and undone', () => open('', async (page) => {
    expect(await page.locator('.diff ins').allTextContents()).toEqual(['\t\tdefer t.Stop()\n']);
    await page.getByRole('button', { name: 'Apply the fix' }).click();
    await said(page, /No leaks found/);
    expect(await code(page)).toContain('t := time.NewTicker(time.Minute)\n        defer t.Stop()'.replaceAll('        ', '\t\t'));
    await page.keyboard.press('Control+z');
    await said(page, /1 warning/);
  }));

  test('files are added, renamed and removed, and found in together', () => open('', async (page) => {
    await page.getByRole('button', { name: 'Add a file' }).click();
    await page.getByLabel('Name', { exact: true }).fill('a b.go');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    expect(await page.locator('#name-problem').textContent()).toMatch(/^Write letters/);
    await page.getByLabel('Name', { exact: true }).fill('stock/stock.go');
    await page.keyboard.press('Enter');
    await write(page, 'package stock\n\nimport "time"\n\nfunc Each(f func()) {\n\tt := time.NewTicker(1)\n\tf()\n\t_ = t\n}\n');
    await said(page, /2 warnings/);
    await page.getByRole('button', { name: 'Rename this file' }).click();
    await page.getByLabel('Name', { exact: true }).fill('stock/each.go');
    await page.keyboard.press('Enter');
    await holds(page, '#view-findings', 'stock/each.go:6');
    expect(await page.getByRole('tab', { name: '.go' }).allTextContents()).toEqual(['exporter.go', 'stock/each.go']);
    await page.getByRole('button', { name: 'Remove this file' }).click();
    await said(page, /1 warning/);
  }));

  test('options count: strict, notes, the Go version and single rules', () => open('', async (page) => {
    await page.getByLabel('go', { exact: true }).fill('1.23');
    await said(page, /1 note/);
    await page.getByRole('tab', { name: 'Options' }).click();
    await page.getByRole('checkbox', { name: /^Notes/ }).uncheck();
    await said(page, /No leaks found/);
    await page.getByLabel('go', { exact: true }).fill('1.22');
    await said(page, /1 warning/);
    await page.getByRole('checkbox', { name: 'ticker-not-stopped' }).uncheck();
    await said(page, /No leaks found/);
  }));

  test('a link holds everything, and nothing in it is more than text', async () => {
    const link = await open('', async (page) => {
      await write(page, 'package main\n\n// <img src=x onerror="document.title=1">\n');
      await page.getByLabel('module').fill('example.com/shared');
      await page.getByRole('tab', { name: 'Options' }).click();
      await page.getByRole('checkbox', { name: /^Strict/ }).check();
      await page.getByRole('button', { name: 'Share' }).click();
      return page.getByLabel('Link').inputValue();
    });
    await open(link.slice(server.address.length), async (page) => {
      expect(await code(page)).toBe('package main\n\n// <img src=x onerror="document.title=1">\n');
      expect(await page.getByLabel('module').inputValue()).toBe('example.com/shared');
      expect(await page.title()).toBe('golint-leaks playground');
      await page.getByRole('tab', { name: 'Options' }).click();
      expect(await page.getByRole('checkbox', { name: /^Strict/ }).isChecked()).toBe(true);
    });
  });

  test('a damaged link says so, and the page works', () => open('#code=1.<script>', async (page) => {
    expect(await page.locator('#status').textContent()).toBe('The link is damaged; ask for it again, and copy it to its end. 1 warning.');
  }));

  test('what is in the address is followed, and comes back after a reload', async () => {
    const text = 'package main\n\nimport "time"\n\nfunc f(g func()) {\n\tt := time.NewTicker(1)\n\tg()\n\t_ = t\n}\n';
    const fragment = await fragmentOf({ module: 'm', go: '1.22', files: [{ path: 'f.go', text }], options: usualOptions });
    await open(`#${fragment}`, async (page) => {
      await write(page, 'package main\n');
      await said(page, /No leaks found/);
      await page.waitForURL(({ hash }) => hash !== `#${fragment}`);
      await page.reload();
      await said(page, /No leaks found/);
      expect(await code(page)).toBe('package main\n');
    });
  });

  test('reports are those of the command', () => open('', async (page) => {
    await page.getByRole('tab', { name: 'Report' }).click();
    await holds(page, '.report', 'sarif-2.1.0');
    await page.getByRole('button', { name: 'JSON' }).click();
    await holds(page, '.report', '"edits"');
  }));

  test('a dump that is pasted shows what waits', () => open('#example=log-shipper/leaky', async (page) => {
    await page.getByRole('tab', { name: 'Profile' }).click();
    const dump = Array.from({ length: 3 }, (_, i) => `goroutine ${i + 5} [chan receive, 9 minutes]:\nexample.org/log-shipper/leaky.(*Shipper).ServeHTTP.func1()\n\t/src/leaky/ship.go:30 +0x67\n`).join('\n');
    await page.getByLabel('Dump or profile').fill(dump);
    await page.getByRole('button', { name: 'Look at it' }).click();
    await said(page, /1 profile with 3 goroutines: 1 finding seen/);
    await page.getByRole('tab', { name: 'Findings' }).click();
    expect(await page.locator('.finding .seen').textContent()).toMatch(/^3 goroutines wait/);
  }));
});

describe('the examples', () => {
  test.each(rules.map(({ id }) => id))('of %s open from its page, and are what they say', (id) => open(`rules/${id}.html`, async (page) => {
    const links = await page.getByRole('link', { name: 'Open in the playground' }).evaluateAll((all) => all.map((each) => String(each.getAttribute('href'))));
    expect(links.some((link) => link.endsWith('/leaky')) && links.some((link) => link.endsWith('/clean'))).toBe(true);
    for (const link of links) {
      await page.goto('about:blank');
      await page.goto(new URL(link, `${server.address}rules/`).href);
      await said(page, /leaks found|warning|error|note/);
      const found = await page.locator('.where a').allTextContents();
      if (link.includes('/leaky')) expect(found).toContain(id);
      else expect(found).toEqual([]);
    }
  }));

  test('are listed, filtered, and loaded', () => open('', async (page) => {
    await page.getByRole('button', { name: 'Examples' }).click();
    await page.getByLabel('Filter the examples').fill('user-cache');
    await page.getByRole('button', { name: 'user-cache: with its profile' }).click();
    await page.waitForSelector('#view-profile .outcome p');
    expect(await code(page)).toContain('package users');
  }));
});

describe('without a mouse', () => {
  test('an example is chosen, its finding read, its fix made', () => open('', async (page) => {
    const { keyboard } = page;
    const focus = async (): Promise<string> => page.evaluate('document.activeElement.getAttribute("aria-label") ?? document.activeElement.textContent');
    const tabTo = async (name: string): Promise<void> => {
      for (let i = 0; i < 60 && !(await focus()).startsWith(name); i++) await keyboard.press('Tab');
      expect(await focus()).toMatch(new RegExp(`^${name}`));
    };
    await tabTo('Examples');
    await keyboard.press('Enter');
    await keyboard.type('context-cancel');
    await tabTo('context-cancel-not-called: leaks');
    await keyboard.press('Enter');
    await holds(page, '.where a', 'context-cancel-not-called');
    await page.locator('.cm-content').focus();
    await keyboard.press('F8');
    await said(page, /^(?:warning|error): /);
    await keyboard.press('Escape');
    await tabTo('Findings');
    await keyboard.press('ArrowRight');
    expect(await page.locator('#view-profile').isVisible()).toBe(true);
    await keyboard.press('Home');
    await tabTo('warning');
    await keyboard.press('Enter');
    expect(await page.locator('.about').count()).toBe(0);
    await keyboard.press('Enter');
    expect(await page.locator('.about').count()).toBe(1);
  }));
});

describe('for everybody', () => {
  const scan = async (page: Page): Promise<readonly string[]> => {
    await page.evaluate(axe.source);
    const { violations } = await page.evaluate<axe.AxeResults>('axe.run()');
    return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  };

  test.each(['light', 'dark'] as const)('nothing serious is found by axe, %s', (colorScheme) => open('', async (page) => {
    expect(await scan(page)).toEqual([]);
    for (const name of ['Profile', 'Report', 'Options']) {
      await page.getByRole('tab', { name }).click();
      expect(await scan(page), name).toEqual([]);
    }
    for (const [name, dialog] of [['Examples', 'examples'], ['Share', 'link'], ['Add a file', 'name']] as const) {
      await page.getByRole('button', { name }).click();
      await page.waitForSelector(`#${dialog}[open]`);
      expect(await scan(page), name).toEqual([]);
      await page.keyboard.press('Escape');
    }
  }, { colorScheme }));

  test.each(['rules/', 'rules/ticker-not-stopped.html'])('nor on %s', (path) => open(path, async (page) => {
    expect(await scan(page)).toEqual([]);
  }));
});
