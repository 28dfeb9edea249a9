// A Chromium in which every page measures itself with the library that the dashboard itself measures with.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const web = new URL('../../web/', import.meta.url);
const { chromium } = createRequire(new URL('package.json', web))('@playwright/test');
const vitals = readFileSync(new URL('node_modules/web-vitals/dist/web-vitals.attribution.iife.js', web), 'utf8');

/** What the developer tools of Chromium call "Fast 4G": bytes a second, milliseconds of latency. */
const fast4G = { offline: false, downloadThroughput: (9_000_000 / 8) * 0.9, uploadThroughput: (1_500_000 / 8) * 0.9, latency: 60 * 2.75 };
const view = { width: 1366, height: 900 };

/** Runs in every page before anything of it. */
function watch() {
  const seen = { cls: 0, shifts: [] };
  window.measured = seen;
  webVitals.onLCP(({ value, attribution }) => Object.assign(seen, { lcp: value, lcpAt: attribution.target }), { reportAllChanges: true });
  webVitals.onCLS(({ value, attribution }) => Object.assign(seen, { cls: value, shifted: attribution.largestShiftTarget }), { reportAllChanges: true });
  webVitals.onINP(({ value, attribution }) => Object.assign(seen, { inp: value, inpOf: { ...attribution, longAnimationFrameEntries: undefined, processedEventEntries: undefined } }), {
    reportAllChanges: true,
    durationThreshold: 16,
  });
  // The same as the dashboard tells its operators: a heading is there and nothing is on its way any more.
  const look = () => {
    if (document.querySelector('h1') && !document.querySelector('[aria-busy=true]')) seen.usable ??= performance.now();
    if (document.querySelector('[data-row-link]')) seen.rows ??= performance.now();
    if (performance.now() < 30_000) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** Signs in once; `page(...)` is then a page as of somebody who was never there but is signed in. */
export async function browserAt(url, person) {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ['--no-sandbox'] });
  const first = await browser.newContext();
  const answer = await first.request.post(`${url}/api/v1/session`, { headers: { 'x-ciq-csrf': '1' }, data: person });
  if (!answer.ok()) throw new Error(`signing in: ${answer.status()} ${await answer.text()}`);
  const storageState = await first.storageState();
  await first.close();

  /**
   * @param cpu how many times slower than this machine
   * @param slow whether over "Fast 4G"
   */
  async function page({ cpu = 1, slow = false } = {}) {
    const context = await browser.newContext({ baseURL: url, storageState, viewport: view });
    const opened = await context.newPage();
    await opened.addInitScript(`${vitals};(${watch})()`);
    const devtools = await context.newCDPSession(opened);
    await devtools.send('Network.enable');
    if (slow) await devtools.send('Network.emulateNetworkConditions', fast4G);
    if (cpu > 1) await devtools.send('Emulation.setCPUThrottlingRate', { rate: cpu });
    const close = () => context.close();
    const measured = () => opened.evaluate(() => window.measured);
    return { opened, devtools, measured, close };
  }
  return { browser, page, version: browser.version() };
}

/** Until the page is usable and nothing was asked for a second long. */
export async function settled(opened) {
  await opened.waitForFunction(() => window.measured?.usable !== undefined, undefined, { timeout: 60_000 });
  await opened.waitForTimeout(500);
  await opened.waitForFunction(() => !document.querySelector('[aria-busy=true]'), undefined, { timeout: 30_000 });
  await opened.waitForTimeout(1500);
}

export const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
export const say = (text) => process.stderr.write(`  ${text}\n`);
